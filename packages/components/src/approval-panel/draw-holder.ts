import { html, nothing, type TemplateResult } from "lit";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import { label } from "../foundation/format.ts";
import type { Localize } from "../foundation/localize.ts";

/** Who has the dossier, where that is not the person who reads it. */
export function holderView({ dossier, procedure }: DossierContentRecord, localize: Localize): TemplateResult | typeof nothing {
  const holder = procedure.workflow.states[dossier.state]?.holder;
  if (holder === undefined || dossier.actions.length > 0) return nothing;
  const text =
    holder === "system"
      ? localize.text("timeline.holder.system")
      : localize.text("timeline.holder", { holder: label(procedure.labels, `role.${holder}`, procedure.locale) });
  return html`<span>${text}</span>`;
}

export interface LinksView {
  readonly localize: Localize;
  /** Page to correct the dossier on; empty where it may not be corrected. */
  readonly edit: string;
  /** The signed package; empty where nothing is signed. */
  readonly container: string;
}

export function linksView({ localize, edit, container }: LinksView): TemplateResult | typeof nothing {
  if (edit === "" && container === "") return nothing;
  return html`<div class="links">
    ${edit === "" ? nothing : html`<a class="button" href=${edit}>${localize.text("approval.edit")}</a>`}
    ${container === "" ? nothing : html`<a class="button" href=${container} download>${localize.text("approval.export")}</a>`}
  </div>`;
}
