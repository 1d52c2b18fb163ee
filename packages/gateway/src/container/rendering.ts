import type { ExpressionNode, Json, Labels, LineTableField, PublishedProcedure, ValueField } from "@fisc/core";
import { formatMoney } from "@fisc/core/money";
import { createFormEngine, valueAt } from "@fisc/core/rules";
import { ruleContext } from "../dossiers/record.ts";
import type { DossierRecord } from "../dossiers/record.ts";
import { signaturesOf } from "../dossiers/present.ts";
import type { Treasury } from "../treasury.ts";
import { Html, html } from "./html.ts";

type Field = ValueField<ExpressionNode>;

interface Reader {
  readonly procedure: PublishedProcedure;
  readonly labels: Labels;
  readonly locale: string;
}

/** The dossier for reading and printing, in the unit's language: its form as the published definition lays it out, those documents, who signed. One HTML file, nothing loaded. */
export function renderDossier(treasury: Treasury, record: DossierRecord, documents: DossierRecord["documents"]): string {
  const locale = treasury.publications.locale(record.unit.locale);
  const procedure = treasury.publications.published(record.pin, locale);
  const labels = { ...treasury.publications.labels(locale), ...procedure.labels };
  const reader = { procedure, labels, locale };
  const title = label(labels, `procedure.${procedure.id}`);
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: treasury.profile.timeZone });
  const body = html`<h1>${title}</h1>
    <p>${procedure.formNumber} · ${record.row.code} · ${record.unit.name}</p>
    ${formOf(treasury, record, reader)}
    ${listOf(record.content.attachments.map((file) => html`<li>${label(labels, `attachment.${file.slot}`)}: ${file.name} <code>${file.sha256}</code></li>`))}
    ${documentsOf(treasury, documents, reader)}
    ${listOf(
      signaturesOf(record)
        .filter(({ version }) => version === record.replayed.version)
        .map(
          (one) =>
            html`<li>
              ${one.sequence}. ${label(labels, `role.${one.role}`)}: ${one.certificate.subject} (${one.certificate.serial}),
              <time datetime="${one.at}">${moment.format(new Date(one.at))}</time>
            </li>`,
        ),
    )}`;
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${html`${title} ${record.row.code}`.text}</title><style>${style}</style></head><body><main>${body.text}</main></body></html>\n`;
}

const style =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}.scroll{overflow-x:auto}.scroll:focus-visible{outline:3px solid;outline-offset:2px}th,td{overflow-wrap:normal}dt{font-weight:600}dd{margin:0 0 .5rem}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.25rem .5rem;text-align:start}td.money{text-align:end;font-variant-numeric:tabular-nums}code{font-size:.75rem;word-break:break-all}";

function formOf(treasury: Treasury, record: DossierRecord, reader: Reader): Html {
  const { data } = record.content;
  const engine = createFormEngine({
    procedure: reader.procedure,
    context: ruleContext(treasury, record),
    data,
    functions: treasury.publications.functions,
  });
  const sections = reader.procedure.layout.flatMap((page) => page.sections).filter((section) => engine.visible(section.id));
  return Html.join(
    sections.map((section) => {
      const fields = section.fields.filter((field) => engine.visible(field.path));
      return html`<section>
        <h2>${label(reader.labels, `section.${section.id}`)}</h2>
        ${Html.join(
          fields.map((field) =>
            field.type === "lines"
              ? tableOf(field, valueAt(data, field.path) ?? null, reader)
              : html`<dl>
                  <dt>${label(reader.labels, `field.${field.path}`)}</dt>
                  <dd${field.language === undefined ? "" : html` lang="${field.language}"`}>${valueOf(field, field.path, valueAt(data, field.path) ?? null, reader)}</dd>
                </dl>`,
          ),
        )}
      </section>`;
    }),
  );
}

function tableOf(field: LineTableField<ExpressionNode>, value: Json, reader: Reader): Html {
  const rows = Array.isArray(value) ? (value as readonly Json[]) : [];
  const path = (column: Field): string => `${field.path}[].${column.path}`;
  const name = label(reader.labels, `field.${field.path}`);
  // Wide tables scroll in a place of their own, which the keyboard reaches.
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${Html.join(field.columns.map((column) => html`<th scope="col">${label(reader.labels, `field.${path(column)}`)}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${Html.join(
          rows.map(
            (row) =>
              html`<tr>
                ${Html.join(
                  field.columns.map(
                    (column) =>
                      html`<td class="${column.type}">
                        ${valueOf(column, path(column), row !== null && typeof row === "object" ? (valueAt(row, column.path) ?? null) : null, reader)}
                      </td>`,
                  ),
                )}
              </tr>`,
          ),
        )}
      </tbody>
    </table>
  </div>`;
}

function documentsOf(treasury: Treasury, documents: DossierRecord["documents"], { labels, locale }: Reader): Html {
  return Html.join(
    documents.map((document) => {
      const { rows, title, formNumber } = treasury.publications.presentDocument(document.template, document.data, locale);
      return html`<section>
        <h2>${title}</h2>
        <p>${formNumber}</p>
        <dl>
          ${Html.join(
            rows.map(
              (row) =>
                html`<dt>${row.label}</dt>
                  <dd>${shown(row.type, document.data[row.field] ?? null, treasury.profile.currency, locale, labels)}</dd>`,
            ),
          )}
        </dl>
      </section>`;
    }),
  );
}

function valueOf(field: Field, path: string, value: Json, { procedure, labels, locale }: Reader): string {
  if (value === null || value === "") return "";
  if (field.type === "choice") return label(labels, `option.${path}.${String(value)}`);
  if (field.type === "code" && field.codeList !== undefined) {
    const name = procedure.codeLists[field.codeList]?.find(({ code }) => code === value)?.name;
    return name === undefined ? String(value) : `${String(value)} – ${name}`;
  }
  return shown(field.type, value, procedure.currency, locale, labels);
}

function shown(type: string, value: Json, currency: PublishedProcedure["currency"], locale: string, labels: Labels): string {
  if (value === null) return "";
  if (type === "money" && typeof value === "number")
    return formatMoney(value, { locale, decimals: currency.decimals, currency: currency.code });
  if (type === "date" && typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value)) {
    return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
  }
  return typeof value === "object" ? JSON.stringify(value) : (labels[`value.${String(value)}`] ?? String(value));
}

function listOf(items: readonly Html[]): Html {
  return items.length === 0
    ? html``
    : html`<ul>
        ${Html.join(items)}
      </ul>`;
}

function label(labels: Labels, key: string): string {
  return labels[key] ?? key;
}
