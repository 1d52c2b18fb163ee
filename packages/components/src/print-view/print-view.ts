import { html, unsafeCSS, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { documentValueText, drawPaper, paperStyle, paperTexts, type MarkupElement } from "@fisc/core/paper";
import { createFormEngine, loadRuleFunctions } from "@fisc/core/rules";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import { controls } from "../foundation/control-styles.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { label } from "../foundation/format.ts";
import { property } from "../foundation/property.ts";
import { Resource } from "../foundation/resource.ts";
import { tokens } from "../foundation/tokens.ts";
import { paperNodes } from "./paper-nodes.ts";
import { PrintEvent } from "./print-event.ts";
import { PrintFrame, type PrintJob } from "./print-frame.ts";
import { styles } from "./print-view.styles.ts";

/**
 * The official form as it goes on paper: A4, black on white, what the published definition lays out with what was filled in, who signed when
 * in which role, and the treasury's documents. The button opens the browser's own print window, which also makes a PDF; the same form is in
 * the dossier's package.
 *
 * @summary The official form for A4: to look at, to print, to save as PDF.
 * @fires {PrintEvent} fisc-print - The paper is about to be printed; can be prevented by who prints it otherwise.
 * @csspart sheet - The paper.
 * @csspart print - The button that prints.
 */
export class FiscPrintView extends FiscElement {
  protected static override readonly texts = ["session", "status"] as const;
  static override styles = [tokens, controls, styles, unsafeCSS(paperStyle)];

  /** Id of the dossier. */
  @property() dossier = "";
  /** The dossier where the page has it already; it is not loaded then. */
  @property({ attribute: false }) record: DossierContentRecord | undefined;

  readonly #job = new Resource<PrintJob>(this);
  readonly #frame = new PrintFrame();
  #wanted: unknown;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#frame.close();
  }

  protected override willUpdate(): void {
    const { record } = this;
    const environment = this.environment.value;
    const asked = environment?.session && this.dossier !== "" ? `${this.dossier} ${environment.locale} ${environment.session.subject}` : "";
    const wanted = record ?? asked;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted === "") this.#job.clear();
    else void this.#job.load(async () => printJob(record ?? (await this.#read())));
  }

  protected override render(): TemplateResult {
    const { state, value } = this.#job;
    if (value)
      return html`<div class="tools">
          <button type="button" class="primary" part="print" @click=${this.print}>${this.text("print.button")}</button>
          <p class="muted" id="hint">${this.text("print.hint")}</p>
        </div>
        <div class="sheet" part="sheet">${guard([value], () => paperNodes(value.paper, this.ownerDocument))}</div>`;
    if (state.status === "failed") return html`<p role="alert">${failureText(this.localize, state.error)}</p>`;
    if (!this.record && this.environment.value?.session === null) return html`<p class="muted">${this.text("signIn.needed")}</p>`;
    return html`<p class="muted" role="status">${this.text("view.loading")}</p>`;
  }

  /** Opens the browser's print window with the paper alone. False where it is not there yet, or somebody else prints it. */
  readonly print = async (): Promise<boolean> => {
    const job = this.#job.value;
    if (!job) return false;
    const view = await this.#frame.open(job);
    if (!this.dispatchEvent(new PrintEvent(view.document))) return false;
    view.focus();
    view.print();
    return true;
  };

  async #read(): Promise<DossierContentRecord> {
    const environment = this.environment.value;
    if (!environment) throw new TypeError("no environment");
    const { api, locale } = environment;
    const [dossier, start] = await Promise.all([api.dossier(this.dossier), api.dossierProcedure(this.dossier, locale)]);
    return { dossier, procedure: start.procedure, context: start.context };
  }
}

/** What the form hides is not on the paper either; without what its rules read beside the data, all of it is shown. */
async function printJob({ dossier, procedure, context }: DossierContentRecord): Promise<PrintJob> {
  const { labels, locale } = procedure;
  const [texts] = await Promise.all([paperTexts(locale), loadRuleFunctions(procedure)]);
  const attachments = Object.fromEntries(
    procedure.attachments.map(({ id }) => [id, dossier.attachments.filter(({ slot }) => slot === id).length]),
  );
  const engine = context && createFormEngine({ procedure, context: { ...context, attachments }, data: dossier.data });
  const paper: MarkupElement = drawPaper(
    {
      procedure,
      code: dossier.code,
      version: dossier.version,
      unit: dossier.unit,
      data: dossier.data,
      visible: (place) => engine?.visible(place) ?? true,
      attachments: dossier.attachments,
      documents: dossier.documents.map(({ template, data, at }) => ({
        title: label(labels, `document.${template}`, locale),
        formNumber: "",
        at,
        rows: Object.entries(data).map(([field, value]) => ({
          label: label(labels, `document.${template}.${field}`, locale),
          text: documentValueText(procedure, value),
        })),
      })),
      signatures: dossier.signatures.filter(({ version }) => version === dossier.version),
    },
    texts,
  );
  return { paper, locale, title: `${label(labels, `procedure.${procedure.id}`, locale)} ${dossier.code}`, reference: dossier.code };
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-print-view": FiscPrintView;
  }
}
