import { html, nothing, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import type { Dossier, PublishedProcedure } from "@fisc/core";
import type { ProcedureStart } from "@fisc/core/api";
import { controls } from "../foundation/control-styles.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { label } from "../foundation/format.ts";
import { Resource } from "../foundation/resource.ts";
import { tokens } from "../foundation/tokens.ts";
import { styles } from "./dossier-view.styles.ts";
import { fixViews, sectionView } from "./field-list.ts";
import { attachmentsView, documentsView, signaturesView } from "./papers.ts";

/** A dossier together with the definition it was pinned to. */
export interface DossierContentRecord {
  readonly dossier: Dossier;
  readonly procedure: PublishedProcedure;
  /** What its rules read beside the data. */
  readonly context?: ProcedureStart["context"];
}

/**
 * A dossier to read: drawn from its published procedure, with what the treasury asks to be put right at its place.
 * Every field that holds something is drawn, also one that the form would hide.
 *
 * @summary Read-only rendering of a dossier: form, attachments, signatures, official documents.
 * @csspart section - One section of the form, or of papers.
 * @csspart fix - What the treasury asks to be put right.
 */
export class FiscDossierView extends FiscElement {
  protected static override readonly texts = ["session", "status"] as const;
  static override styles = [tokens, controls, styles];

  /** Id of the dossier. */
  @property() dossier = "";
  /** The dossier where the page has it already; nothing is loaded then. */
  @property({ attribute: false }) record: DossierContentRecord | undefined;

  readonly #loaded = new Resource<DossierContentRecord>(this);
  #wanted = "";

  protected override willUpdate(): void {
    const environment = this.environment.value;
    const wanted =
      !this.record && environment?.session && this.dossier !== ""
        ? `${this.dossier} ${environment.locale} ${environment.session.subject}`
        : "";
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (!environment || wanted === "") {
      this.#loaded.clear();
      return;
    }
    void this.#loaded.load(async () => {
      const [dossier, start] = await Promise.all([
        environment.api.dossier(this.dossier),
        environment.api.dossierProcedure(this.dossier, environment.locale),
      ]);
      return { dossier, procedure: start.procedure, context: start.context };
    });
  }

  protected override render() {
    const record = this.record ?? this.#loaded.value;
    if (record) return this.#paper(record);
    const { state } = this.#loaded;
    if (state.status === "failed") return html`<p role="alert">${failureText(this.localize, state.error)}</p>`;
    if (this.environment.value?.session === null) return html`<p class="muted">${this.text("signIn.needed")}</p>`;
    return html`<p class="muted" role="status">${this.text("view.loading")}</p>`;
  }

  #paper({ dossier, procedure }: DossierContentRecord): TemplateResult {
    const api = this.environment.value?.api;
    const text = (key: string, params?: Readonly<Record<string, string | number>>) => this.text(key, params);
    const fixes = dossier.fixes.filter(({ document }) => document === "form");
    const input = { procedure, data: dossier.data, fixes, text };
    return html`<article class="paper" lang=${procedure.locale}>
      <header>
        <h2>${label(procedure.labels, `procedure.${procedure.id}`, procedure.locale)}</h2>
        <p class="muted">
          ${[procedure.formNumber, dossier.code, `${dossier.unit.name} (${dossier.unit.code})`, this.text("view.version", { version: dossier.version })].join(" · ")}
        </p>
        ${fixViews(
          input,
          fixes.filter(({ at }) => at === undefined),
        )}
      </header>
      ${procedure.layout.flatMap((page) => page.sections.map((section) => sectionView(input, section)))}
      ${api ? [attachmentsView({ dossier, procedure, api, text }), documentsView({ dossier, procedure, api, text }), signaturesView({ dossier, procedure, api, text })] : nothing}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-dossier-view": FiscDossierView;
  }
}
