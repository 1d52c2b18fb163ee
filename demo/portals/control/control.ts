import { css, html, LitElement, type TemplateResult } from "lit";

/** A field as the page is told it: native input type, name, label. */
export interface PlainField {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "date" | "number";
  readonly required: boolean;
}

/**
 * What the form's weight is compared with: the same fields as native inputs in one Lit element, without rules, tables, drafts, uploads, words
 * or a second language. A portal that writes its form by hand begins here.
 */
export class PlainForm extends LitElement {
  static override styles = css`
    label {
      display: grid;
      margin-block: 1rem;
    }
  `;

  #fields: readonly PlainField[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#fields = (await (await fetch("./fields.json")).json()) as readonly PlainField[];
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<form @submit=${this.#send}>
      ${this.#fields.map((field) => html`<label>${field.label} <input name=${field.name} type=${field.type} ?required=${field.required} /></label>`)}
      <button>Gửi</button>
    </form>`;
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    await fetch("./dossiers", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data) });
  }
}

customElements.define("plain-form", PlainForm);
