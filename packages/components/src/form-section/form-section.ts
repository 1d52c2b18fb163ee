import { html, LitElement, type TemplateResult } from "lit";
import { chevronIcon } from "../foundation/icons.ts";
import { property } from "../foundation/property.ts";
import { tokens } from "../foundation/tokens.ts";
import { formSectionStyles } from "./form-section.styles.ts";

/**
 * @summary A section of a form: a heading and what stands below it, which the heading folds away.
 * @documentation What is folded away keeps what was typed, is still found by the browser's search, and is printed.
 * @slot - The fields.
 * @csspart heading - The heading with its button.
 */
export class FormSection extends LitElement {
  static override styles = [tokens, formSectionStyles];

  /** What the section asks for. */
  @property() heading = "";
  /** 2, or 3 where sections stand below a page's heading. */
  @property({ type: Number }) level = 2;
  /** Only the heading is seen. */
  @property({ type: Boolean, reflect: true }) collapsed = false;

  /** Unfolds it at once, so that what is in it can take the focus. */
  expand(): void {
    if (!this.collapsed) return;
    this.collapsed = false;
    this.performUpdate();
  }

  protected override render(): TemplateResult {
    const button = html`<button type="button" aria-expanded=${!this.collapsed} @click=${this.#toggle}>
      ${this.heading}${chevronIcon}
    </button>`;
    return html`<section aria-labelledby="heading">
      ${this.level === 3 ? html`<h3 part="heading" id="heading">${button}</h3>` : html`<h2 part="heading" id="heading">${button}</h2>`}
      <div .hidden=${(this.collapsed ? "until-found" : false) as boolean} @beforematch=${this.expand}><slot></slot></div>
    </section>`;
  }

  #toggle(): void {
    this.collapsed = !this.collapsed;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-form-section": FormSection;
  }
}
