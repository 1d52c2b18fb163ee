import type { PublishedProcedure } from "@fisc/core";
import { documentValueText, drawPaper, markupText, pageStyle, paperStyle, paperTexts } from "@fisc/core/paper";
import { createFormEngine } from "@fisc/core/rules";
import { signaturesOf } from "../dossiers/present.ts";
import { ruleContext } from "../dossiers/record.ts";
import type { DossierRecord } from "../dossiers/record.ts";
import type { Treasury } from "../treasury.ts";

/**
 * The dossier for reading and printing, in the unit's language: its form as the published definition lays it out, who signed, those
 * documents. One HTML file, nothing loaded.
 */
export async function renderDossier(treasury: Treasury, record: DossierRecord, documents: DossierRecord["documents"]): Promise<string> {
  const { publications } = treasury;
  const locale = publications.locale(record.unit.locale);
  const published = publications.published(record.pin, locale);
  const procedure: PublishedProcedure = { ...published, labels: { ...publications.labels(locale), ...published.labels } };
  const { data, attachments } = record.content;
  const engine = createFormEngine({ procedure, context: ruleContext(treasury, record), data, functions: publications.functions });
  const paper = drawPaper(
    {
      procedure,
      code: record.row.code,
      version: record.replayed.version,
      unit: record.unit,
      data,
      visible: (place) => engine.visible(place),
      attachments,
      documents: documents.map(({ template, at, data: content }) => {
        const { rows, title, formNumber } = publications.presentDocument(template, content, locale);
        return {
          title,
          formNumber,
          at: at.toISOString(),
          rows: rows.map(({ label, field }) => ({ label, text: documentValueText(procedure, content[field]) })),
        };
      }),
      signatures: signaturesOf(record).filter(({ version }) => version === record.replayed.version),
    },
    await paperTexts(locale),
  );
  return page(
    locale,
    `${procedure.labels[`procedure.${procedure.id}`] ?? procedure.id} ${record.row.code}`,
    markupText(paper),
    record.row.code,
  );
}

function page(locale: string, title: string, body: string, code: string): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${markupText(title)}</title><style>${pageStyle(code)}${paperStyle}
body { margin: 0; background: #fff; }
</style></head><body><main>${body}</main></body></html>
`;
}
