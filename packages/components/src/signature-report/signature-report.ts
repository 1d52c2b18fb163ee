import { html, nothing, type TemplateResult } from "lit";
import { controls } from "../foundation/control-styles.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { property, state } from "../foundation/property.ts";
import { saveFile } from "../foundation/save-file.ts";
import { tokens } from "../foundation/tokens.ts";
import { signatureView } from "./draw-signature.ts";
import { reportJson } from "./export-report.ts";
import { readReport } from "./read-report.ts";
import type { ReadReport } from "./report-model.ts";
import { ReportWords } from "./report-words.ts";
import { styles } from "./signature-report.styles.ts";

/**
 * The report of a signature's validation, for people: the answer, what it means and what to do; who signed, when and with which certificate; and
 * every step of the check with its evidence. It says «valid» only where the report's indication is `TOTAL-PASSED` and nothing in the report
 * contradicts that. It validates nothing itself.
 *
 * @summary Draws the report of a signature check (ETSI EN 319 102-1).
 * @csspart signature - One signature.
 * @csspart actions - Copy, save and print.
 */
export class FiscSignatureReport extends FiscElement {
  protected static override readonly texts = ["signature"] as const;
  static override styles = [tokens, controls, styles];

  /**
   * What a validator of signatures said: `SignatureReport` or `ContainerReport` of `@fisc/signature`, a list of the former, or any of them as
   * JSON. Undefined: nothing is drawn.
   */
  @property({ attribute: false }) report: unknown;
  /** IANA name of the zone in which times are written; the browser's own where absent. */
  @property({ attribute: "time-zone" }) timeZone = "";

  @state() private note = "";
  #read: ReadReport | null = null;
  #opened: HTMLDetailsElement[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.#openAll);
    window.addEventListener("afterprint", this.#closeAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.#openAll);
    window.removeEventListener("afterprint", this.#closeAgain);
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has("report")) return;
    this.#read = this.report === undefined ? null : readReport(this.report);
    this.note = "";
  }

  protected override render() {
    if (this.report === undefined) return nothing;
    const read = this.#read;
    if (!read) return html`<p class="unreadable" role="alert">${this.text("signature.unreadable")}</p>`;
    const words = new ReportWords(this.localize, this.timeZone);
    const { signatures, unsigned, left } = read;
    const passed = signatures.filter(({ verdict }) => verdict === "passed").length;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${this.text("signature.heading")}</h2>
      <p role="status">
        ${signatures.length === 0 ? this.text("signature.none") : this.text("signature.counts", { count: signatures.length + left, passed })}
      </p>
      ${signatures.map((signature, index) => signatureView(words, signature, index + 1, "signature"))}
      ${left > 0 ? html`<p>${this.text("signature.more", { count: left })}</p>` : nothing} ${this.#unsigned(words, unsigned)}
      <div class="actions" part="actions">
        <button type="button" class="copy" @click=${this.#copy}>${this.text("signature.copy")}</button>
        <button type="button" class="save" @click=${this.#save}>${this.text("signature.save")}</button>
        <button type="button" class="print" @click=${() => window.print()}>${this.text("signature.print")}</button>
        <p role="status">${this.note === "" ? nothing : this.text(this.note)}</p>
      </div>
    </section>`;
  }

  #unsigned(words: ReportWords, unsigned: readonly string[]): TemplateResult | typeof nothing {
    if (unsigned.length === 0) return nothing;
    return html`<div class="unsigned">
      <h3>${this.text("signature.unsigned")}</h3>
      <p>${this.text("signature.unsigned.todo")}</p>
      <ul role="list">
        ${unsigned.map((name) => html`<li>${words.foreign(name, 200)}</li>`)}
      </ul>
    </div>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(reportJson(this.report));
      this.note = "signature.copied";
    } catch {
      // No secure context, or the person said no.
      this.note = "signature.copy.failed";
    }
  }

  #save(): void {
    saveFile("signature-report.json", new Blob([reportJson(this.report)], { type: "application/json" }));
  }

  /** On paper nothing can be opened. */
  readonly #openAll = (): void => {
    this.#opened = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const details of this.#opened) details.open = true;
  };

  readonly #closeAgain = (): void => {
    for (const details of this.#opened.splice(0)) details.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-signature-report": FiscSignatureReport;
  }
}
