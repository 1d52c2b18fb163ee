import { html, nothing, type TemplateResult } from "lit";
import type { PublishedProcedure } from "@fisc/core";
import { ApiRegimeError } from "@fisc/core/api";
import { labelAt } from "../dossier-form/form-faults.ts";
import { failureText } from "../foundation/failure-text.ts";
import { label } from "../foundation/format.ts";
import type { Localize } from "../foundation/localize.ts";

/** What a failed intention says; where other rules came into force also their name, and what they find missing or wrong. */
export function failureNotes(failure: unknown, procedure: PublishedProcedure, localize: Localize): TemplateResult {
  if (!(failure instanceof ApiRegimeError)) return html`${failureText(localize, failure)}`;
  const rules = label(procedure.labels, `regime.${String(failure.params["to"])}`, procedure.locale);
  const places = new Set(failure.violations.map(({ at }) => labelAt(procedure, at)));
  return html`${localize.text("error.regime.changed", { rules })}
  ${
    places.size === 0
      ? nothing
      : html`<p>${localize.text("approval.rules-ask")}</p>
          <ul class="changes">
            ${[...places].map((place) => html`<li>${place}</li>`)}
          </ul>`
  }`;
}
