import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublishedProcedure, ValueField } from "../model/procedure.ts";
import type { ExpressionNode } from "../model/expression.ts";
import { publishProcedure } from "../rules/publish.ts";
import { neutralProfile, register, registerLines } from "../testing/outcomes.ts";
import { drawPaper, markupText, pageStyle, paperTexts, valueText } from "./index.ts";
import type { MarkupElement, Paper } from "./index.ts";

const published = publishProcedure(register, neutralProfile, { locale: "en", regime: "test-1" });
const procedure: PublishedProcedure = {
  ...published,
  labels: {
    ...published.labels,
    "procedure.test.register": "Register",
    "field.ceiling": "Ceiling",
    "role.unit.holder": "Holder",
    "attachment.contract": "Contract",
    "option.kinds.a": "First",
    "option.kinds.b": "Second",
    "option.agreed.true": "Agreed",
    "option.way.cash": "In cash",
  },
};
const signature = {
  sequence: 1,
  version: 2,
  policy: "holder",
  role: "unit.holder",
  signer: "holder",
  certificate: { subject: "A. <b>Signer</b>", issuer: "Test CA", serial: "00ab", notAfter: "2027-01-01T00:00:00.000Z" },
  at: "2026-11-22T08:30:00.000Z",
  level: "B-B",
  signs: "dossier",
} as const;
const paper: Paper = {
  procedure,
  code: "T-000012",
  version: 2,
  unit: { code: "1234567", name: "Unit" },
  data: { number: "R-1", ceiling: 5_000, lines: registerLines(3), total: 306 },
  visible: (place) => place !== "smallest",
  attachments: [{ id: "a", slot: "contract", name: "a<i>.pdf", mediaType: "application/pdf", size: 1, sha256: "ab".repeat(32) }],
  documents: [{ title: "Notice", formNumber: "N-1", at: "2026-11-22T09:00:00.000Z", rows: [{ label: "Reason", text: "None" }] }],
  signatures: [signature],
};

const all = (within: MarkupElement, tag: string): readonly MarkupElement[] =>
  within.children.flatMap((child) => (typeof child === "string" ? [] : [...(child.tag === tag ? [child] : []), ...all(child, tag)]));
const textOf = (markup: MarkupElement): string =>
  markup.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

test("given a dossier, when it goes on paper, then the form is there with its number, every field that is shown, also an empty one, and the lines with their total", async () => {
  const drawn = drawPaper(paper, await paperTexts("en"));
  const names = all(drawn, "dt").map(textOf);
  assert.ok(names.includes("Ceiling"));
  assert.ok(!names.some((name) => name.includes("smallest")));
  const words = all(drawn, "div").find(({ attributes }) => attributes.class === "row words");
  assert.equal(words && all(words, "dd").map(textOf).join(""), "");
  const [table] = all(drawn, "table");
  assert.ok(table);
  assert.equal(all(table, "tr").length, 1 + 3 + 1);
  assert.deepEqual(
    all(table, "tr")
      .at(-1)
      ?.children.map((cell) => textOf(cell as MarkupElement)),
    ["Total", "306"],
  );
  assert.match(markupText(drawn), /Form T-9.*Dossier T-000012.*Version 2/s);
});

test("given signatures, when they go on paper, then each says who signed, when, in which role and with which certificate, and none says so", async () => {
  const texts = await paperTexts("en");
  const block = (one: Paper): MarkupElement =>
    all(drawPaper(one, texts), "section").find(({ attributes }) => attributes.class === "signatures") as MarkupElement;
  assert.deepEqual(
    all(block(paper), "li").map(({ children }) => children.map((part) => textOf(part as MarkupElement))),
    [["Holder", "A. <b>Signer</b>", "22 Nov 2026, 08:30", "Certificate 00ab, issued by Test CA"]],
  );
  assert.match(textOf(block({ ...paper, signatures: [] })), /Nobody has signed yet/);
});

test("given text of others that looks like markup or ends a style, when it goes on paper, then it is text", async () => {
  const html = markupText(drawPaper({ ...paper, unit: { code: `"><script>`, name: "<img src=x>" } }, await paperTexts("en")));
  assert.ok(!/<script|<img|<b>|<i>/.test(html));
  assert.match(html, /&lt;b&gt;Signer&lt;\/b&gt;/);
  const style = pageStyle(`a";} </style><script>`);
  assert.ok(!/<|"a"|\/style/.test(style), style);
});

test("given a value of any type of field, when it is read, then it is in words, never raw", () => {
  const read = (field: Partial<ValueField<ExpressionNode>>, path: string, value: never): string =>
    valueText(procedure, { type: "text", path, ...field } as ValueField<ExpressionNode>, path, value);
  const value = (one: unknown): never => one as never;
  assert.equal(read({ type: "checkbox" }, "agreed", value(true)), "Agreed");
  assert.equal(read({ type: "choices" }, "kinds", value(["a", "b"])), "First, Second");
  assert.equal(read({ type: "choice" }, "way", value("cash")), "In cash");
  assert.equal(read({ type: "period" }, "period", value("2026-Q3")), "Q3 2026");
  assert.equal(read({ type: "date" }, "day", value("2026-03-10")), "10 Mar 2026");
  assert.equal(read({ type: "iban" }, "iban", value("DE89370400440532013000")), "DE89 3704 0044 0532 0130 00");
  assert.match(read({ type: "money" }, "sum", value(1_234_567)), /1,234,567/);
});

test("given a locale without words of its own, when a paper is drawn, then the words are those of its language, or English", async () => {
  assert.equal((await paperTexts("uk-UA")).total, "Усього");
  assert.equal((await paperTexts("fr")).total, "Total");
});
