import { formatDate } from "@fisc/core/text/script";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Texts } from "../locales/messages.ts";
import type { Asker, SignMessage } from "../messages.ts";
import { visible } from "./document-view.ts";

/** The address as the browser has it: in ASCII (punycode), so that look-alike letters stand out. */
export function askerTemplate({ origin, top }: Asker, text: Texts): TemplateResult {
  return html`<div class="asker">
    <div>${text("asker.site")}</div>
    <div class="origin" id="origin">${origin}</div>
    ${
      top === ""
        ? nothing
        : html`<div>${text("asker.top")}</div>
            <div class="origin" id="top">${top}</div>`
    }
  </div>`;
}

export function aboutTemplate({ request, presentation }: SignMessage, text: Texts): TemplateResult {
  const labels: Readonly<Record<string, string>> = "labels" in presentation ? presentation.labels : {};
  const role = Object.hasOwn(labels, `role.${request.role}`) ? (labels[`role.${request.role}`] ?? request.role) : request.role;
  const title = "title" in presentation ? presentation.title : labels[`procedure.${presentation.id}`];
  const form = [presentation.formNumber, title].filter((part) => part !== undefined && part !== "").join(" – ");
  const expires = formatDate(new Date(request.expires), text.locale, { dateStyle: "medium", timeStyle: "short" });
  const rows: readonly (readonly [string, string])[] = [
    ["about.purpose", text(`purpose.${request.purpose}`)],
    ["about.role", visible(role)],
    ["about.dossier", visible(request.dossierCode)],
    ["about.form", visible(form)],
    ["about.expires", expires],
  ];
  return html`<dl>
    ${rows.map(
      ([key, value]) =>
        html`<div>
          <dt>${text(key)}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
