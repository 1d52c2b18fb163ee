import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import type { PublishedProcedure, SignatureRecord } from "@fisc/core";
import { drawPaper, markupText, pageStyle, paperStyle, paperTexts, type Paper } from "@fisc/core/paper";
import { publishProcedure } from "@fisc/core/publish";
import { createFormEngine } from "@fisc/core/rules";
import { neutralContext, neutralProfile, register, registerLines } from "@fisc/core/testing/outcomes";
import { chromium, type Browser } from "playwright";
import { pdfPages } from "./pdf-text.ts";

const published = publishProcedure(register, neutralProfile, { locale: "en", regime: "test-1" });
const procedure: PublishedProcedure = {
  ...published,
  labels: { ...published.labels, "section.register": "Register", "field.lines[].number": "Line number" },
};
const signed = (role: string, subject: string): SignatureRecord => ({
  sequence: 1,
  version: 1,
  policy: role,
  role,
  signer: role,
  certificate: { subject, issuer: "Test CA", serial: "0a1b", notAfter: "2027-01-01T00:00:00.000Z" },
  at: "2026-11-22T08:30:00.000Z",
  level: "B-B",
  signs: "dossier",
});

let browser: Browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
  });
});
after(() => browser.close());

/** The pages that a printer would get, and the file. */
async function printed(paper: Paper, locale: string): Promise<{ readonly pages: readonly string[]; readonly bytes: Buffer }> {
  const page = await browser.newPage();
  const body = markupText(drawPaper(paper, await paperTexts(locale)));
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${pageStyle(paper.code)}${paperStyle}</style>${body}`);
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return { pages: pdfPages(bytes), bytes };
}

function paperOf(count: number): Paper {
  const { data } = createFormEngine({ procedure, context: neutralContext, data: { number: "R-1", lines: registerLines(count) } });
  return {
    procedure,
    code: "T-000012",
    version: 1,
    unit: { code: "1234567", name: "Trường Sông Xanh" },
    data,
    visible: () => true,
    attachments: [],
    documents: [
      { title: "Notice of refusal", formNumber: "N-1", at: "2026-11-22T09:00:00.000Z", rows: [{ label: "Reason", text: "Điều 6" }] },
    ],
    signatures: [signed("unit.accountant", "Trần Thị Mẫu"), signed("unit.holder", "Ганна Зразок")],
  };
}

it("given a register of 120 lines, when it is printed, then every sheet has its number, the dossier's code and the headings, no line is broken over two, and the totals come once", async () => {
  const { pages, bytes } = await printed(paperOf(120), "en");
  assert.equal(pages.length, 5);
  assert.match(bytes.toString("latin1"), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/, "A4");
  for (const [index, text] of pages.entries()) assert.match(text, new RegExp(`^${index + 1} / 5 T-000012 `));
  const lines = pages.slice(0, 4);
  for (const text of lines) assert.match(text, /No\. Line number Kind/);
  for (const { number, price, count } of registerLines(120)) {
    const whole = new RegExp(` ${String(number)} [ab] – \\w+ (?:\\d{4} )?${Number(price).toLocaleString("en")} ${String(count)} `);
    assert.equal(pages.filter((text) => whole.test(text)).length, 1, `line ${String(number)} stands whole on one sheet`);
  }
  assert.equal(pages.join(" ").match(/Total [\d,]+ /g)?.length, 1);
});

it("given signatures and a document, when they are printed, then who signed stands together on one sheet, and the document begins a new one", async () => {
  const { pages } = await printed(paperOf(120), "vi");
  const [form, document] = pages.slice(-2);
  assert.match(form ?? "", /Chữ ký số unit\.accountant Trần Thị Mẫu .*08:30 Chứng thư số 0a1b, nơi cấp: Test CA unit\.holder Ганна Зразок/);
  assert.match(document ?? "", /^5 \/ 5 T-000012 Mẫu số N-1 22 Nov 2026, 09:00 Notice of refusal Reason Điều 6$/);
});

it("given a table of more columns than fit upright, when it is printed, then its sheets lie across and the others stand", async () => {
  const paper = paperOf(30);
  const wide = procedure.layout.map((page) => ({
    ...page,
    sections: page.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.type === "lines" ? { ...field, columns: [...field.columns, ...field.columns] } : field)),
    })),
  }));
  const { bytes } = await printed({ ...paper, procedure: { ...procedure, layout: wide } }, "en");
  const boxes = [...bytes.toString("latin1").matchAll(/\/MediaBox \[0 0 (\d+)[.\d]* (\d+)/g)].map(
    ([, across, up]) => Number(across) > Number(up),
  );
  assert.ok(boxes.includes(true) && boxes.includes(false), String(boxes));
});
