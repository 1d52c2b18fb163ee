/**
 * The look of `drawPaper`, on the screen and on A4: black on white whatever the page around it looks like, headings of tables on every page,
 * no row and no signer broken over two.
 */
export const paperStyle = `
.official-form { box-sizing: border-box; color-scheme: light; background: #fff; color: #000; font: 11pt/1.4 "Noto Serif", "Times New Roman", Times, serif; max-inline-size: 190mm; margin-inline: auto; padding: 10mm; overflow-wrap: anywhere; }
.official-form header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2mm 8mm; }
.official-form p { margin: 0; }
.official-form .unit strong { display: block; text-transform: uppercase; }
.official-form .reference { display: grid; text-align: end; }
.official-form h1 { margin: 8mm 0 6mm; font-size: 15pt; line-height: 1.25; text-align: center; text-transform: uppercase; text-wrap: balance; break-after: avoid; }
.official-form h2 { margin: 5mm 0 2mm; font-size: 12pt; line-height: 1.3; break-after: avoid; }
.official-form dl { margin: 0; }
.official-form .row { display: flex; gap: 3mm; padding-block: 0.6mm; break-inside: avoid; }
.official-form dt { flex: 0 0 38%; }
.official-form dd { flex: 1; min-inline-size: 0; margin: 0; min-block-size: 1.4em; border-block-end: 0.3mm dotted #000; font-weight: 600; }
.official-form .multiline dd { white-space: pre-line; }
.official-form .words dd::first-letter { text-transform: uppercase; }
.official-form .lines { overflow-x: auto; }
.official-form .lines:focus-visible { outline: 3px solid; outline-offset: 2px; }
.official-form table { inline-size: 100%; border-collapse: collapse; font-size: 10pt; line-height: 1.3; overflow-wrap: normal; }
.official-form caption { padding-block: 1mm; font-weight: 600; text-align: start; }
.official-form th, .official-form td { border: 0.3mm solid #000; padding: 1mm 1.5mm; text-align: start; vertical-align: top; font-weight: 400; }
.official-form thead th, .official-form .totals :is(th, td) { font-weight: 600; }
.official-form .figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.official-form tr { break-inside: avoid; }
.official-form .totals { break-before: avoid; }
.official-form ol { margin: 0; padding-inline-start: 6mm; }
.official-form code { font: 8pt/1.3 ui-monospace, "Noto Sans Mono", monospace; word-break: break-all; }
.official-form .signatures { break-before: auto; }
.official-form .signatures ol { display: flex; flex-wrap: wrap; gap: 5mm; padding: 0; list-style: none; }
.official-form .signatures li { display: grid; flex: 1 1 55mm; max-inline-size: 85mm; gap: 1mm; padding: 2.5mm; border: 0.3mm solid #000; break-inside: avoid; }
.official-form .signatures .name { font-weight: 600; }
.official-form .signatures .certificate { font-size: 8.5pt; }
.official-form .document { margin-block-start: 10mm; }
@media (max-width: 40rem) {
  .official-form { padding: 4mm; }
  .official-form .reference { text-align: start; }
  .official-form .row { display: block; }
}
@media print {
  .official-form { max-inline-size: none; padding: 0; print-color-adjust: exact; }
  .official-form .row { display: flex; }
  .official-form .lines { overflow: visible; }
  .official-form thead { display: table-header-group; }
  .official-form .wide { page: across; }
  .official-form .document { break-before: page; margin: 0; }
}
`;

/**
 * The sheets: A4, upright, or across where a table is wide; each names the dossier and which of how many it is, so that one that got loose
 * can be put back. Rules of pages hold for a document as a whole, never within a shadow root.
 * @param reference what each sheet names
 */
export function pageStyle(reference: string): string {
  // No sign of the reference can end the text or the style around it.
  const text = [...reference].map((sign) => (/[\w-]/.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16) ?? ""} `)).join("");
  const foot = `font: 9pt "Noto Serif", "Times New Roman", Times, serif`;
  return `
@page { size: A4; margin: 18mm 15mm 20mm 20mm; @bottom-left { content: "${text}"; ${foot}; } @bottom-right { content: counter(page) " / " counter(pages); ${foot}; } }
@page across { size: A4 landscape; }
`;
}
