import { html, nothing, type TemplateResult } from "lit";
import type { Dossier, OfficialDocument, PublishedProcedure, SignatureRecord } from "@fisc/core";
import type { TreasuryApi } from "@fisc/core/api";
import { doneIcon } from "../foundation/icons.ts";
import { fileIcon } from "../foundation/late-icons.ts";
import { formatBytes, formatCivilDate, formatInstant, label } from "../foundation/format.ts";
import { fixViews } from "./field-list.ts";
import { moneyText } from "./value-text.ts";

type Text = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export interface PapersInput {
  readonly dossier: Dossier;
  readonly procedure: PublishedProcedure;
  readonly api: TreasuryApi;
  readonly text: Text;
}

/** The attached files, each with its link and what the treasury asks to be put right in it. */
export function attachmentsView(input: PapersInput): TemplateResult | typeof nothing {
  const { dossier, procedure, api, text } = input;
  if (dossier.attachments.length === 0) return nothing;
  return html`<section part="section" aria-labelledby="attachments">
    <h3 id="attachments">${text("view.attachments")}</h3>
    <ul class="papers">
      ${dossier.attachments.map(
        (file) =>
          html`<li>
            ${fileIcon}
            <div>
              <span class="muted">${label(procedure.labels, `attachment.${file.slot}`, procedure.locale)}</span>
              <a href=${api.attachmentUrl(dossier.id, file.id)} target="_blank" rel="noopener"
                >${file.name}<span class="visually-hidden"> (${text("view.newTab")})</span></a
              >
              <span class="muted">${formatBytes(file.size, procedure.locale)}</span>
              ${fixViews(
                input,
                dossier.fixes.filter((fix) => fix.document === file.id),
              )}
            </div>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Who signed what, with which certificate, and when. A signature over an earlier version says so. */
export function signaturesView(input: PapersInput): TemplateResult {
  const { dossier, text } = input;
  return html`<section part="section" aria-labelledby="signatures">
    <h3 id="signatures">${text("view.signatures")}</h3>
    ${
      dossier.signatures.length === 0
        ? html`<p class="muted">${text("view.signatures.none")}</p>`
        : html`<ol class="papers">
            ${dossier.signatures.map((signature) => signatureView(input, signature))}
          </ol>`
    }
  </section>`;
}

function signatureView({ dossier, procedure, text }: PapersInput, signature: SignatureRecord): TemplateResult {
  const { labels, locale, timeZone } = procedure;
  const old = signature.version !== dossier.version;
  const document = dossier.documents.find(({ template }) => template === signature.signs);
  return html`<li class=${old ? "old" : ""}>
    ${doneIcon}
    <div>
      <strong>${label(labels, `role.${signature.role}`, locale)}</strong>
      <span>${signature.certificate.subject}</span>
      <span class="muted">${formatInstant(signature.at, locale, timeZone)}</span>
      ${document ? html`<span class="muted">${label(labels, `document.${document.template}`, locale)}</span>` : nothing}
      ${old ? html`<span class="old-note">${text("view.signature.old", { version: signature.version })}</span>` : nothing}
      <details>
        <summary>${text("view.certificate")}</summary>
        <dl>
          <dt>${text("view.certificate.issuer")}</dt>
          <dd>${signature.certificate.issuer}</dd>
          <dt>${text("view.certificate.serial")}</dt>
          <dd class="serial">${signature.certificate.serial}</dd>
          <dt>${text("view.certificate.notAfter")}</dt>
          <dd>${formatInstant(signature.certificate.notAfter, locale, timeZone)}</dd>
          <dt>${text("view.certificate.level")}</dt>
          <dd>${signature.level}</dd>
        </dl>
      </details>
    </div>
  </li>`;
}

/** Official documents of the treasury: refusal notices, debit advices. Figures in them are amounts in minor units. */
export function documentsView(input: PapersInput): TemplateResult | typeof nothing {
  const { dossier, procedure, text } = input;
  if (dossier.documents.length === 0) return nothing;
  return html`<section part="section" aria-labelledby="documents">
    <h3 id="documents">${text("view.documents")}</h3>
    ${dossier.documents.map(
      (document) =>
        html`<article class="document" aria-labelledby="document-${document.id}">
          <h4 id="document-${document.id}">${label(procedure.labels, `document.${document.template}`, procedure.locale)}</h4>
          <p class="muted">
            ${formatInstant(document.at, procedure.locale, procedure.timeZone)} ·
            ${document.signed ? text("view.document.signed") : text("view.document.unsigned")}
          </p>
          <div class="fields">${documentRows(input, document)}</div>
        </article>`,
    )}
  </section>`;
}

function documentRows({ procedure }: PapersInput, document: OfficialDocument): TemplateResult[] {
  return Object.entries(document.data).flatMap(([field, value]) => {
    if (value === null || value === "") return [];
    const name = label(procedure.labels, `document.${document.template}.${field}`, procedure.locale);
    const shown =
      typeof value === "number"
        ? moneyText(procedure, value)
        : typeof value === "string"
          ? formatCivilDate(value, procedure.locale)
          : JSON.stringify(value);
    return [
      html`<dl class="row">
        <dt>${name}</dt>
        <dd>${shown}</dd>
      </dl>`,
    ];
  });
}
