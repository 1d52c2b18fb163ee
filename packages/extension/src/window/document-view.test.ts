import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { JsonObject } from "@fisc/core";
import { notice, procedure } from "../../test/requests.ts";
import { viewOf, visible } from "./document-view.ts";
import type { DocumentView } from "./document-view.ts";

function textsOf(view: DocumentView): string {
  const items = [...view.sections.flatMap((section) => section.items), ...view.further];
  return items.map((item) => (item.kind === "row" ? `${item.label}=${item.value}` : item.rows.flat().join("|"))).join("\n");
}

describe("what the window draws", () => {
  it("given a dossier, then fields stand under their labels, money as money with its words, and rows in a table", () => {
    const view = viewOf(procedure, { payee: { name: "A", account: "1" }, total: 1500, lines: [{ text: "x", amount: 1500 }] });
    const [section] = view.sections;
    assert.equal(section?.title, "Người thụ hưởng");
    const total = section.items.find((item) => item.label === "Tổng số tiền");
    assert.ok(total?.kind === "row" && total.value.startsWith("1.500") && /nghìn năm trăm/i.test(total.words));
    const table = section.items.find((item) => item.kind === "table");
    assert.deepEqual(
      table?.columns.map(({ label }) => label),
      ["Nội dung", "Số tiền"],
    );
    assert.deepEqual(view.further, []);
  });

  it("given a field whose definition says its language, then the value says it too, and no other does", () => {
    const [page] = procedure.layout;
    const layout = page?.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.path === "payee.name" && field.type !== "lines" ? { ...field, language: "vi" } : field)),
    }));
    const view = viewOf({ ...procedure, layout: [{ id: "page", sections: layout ?? [] }] }, { payee: { name: "A", account: "1" } });
    const rows = view.sections.flatMap(({ items }) => items).filter((item) => item.kind === "row");
    assert.deepEqual(
      rows.filter(({ language }) => language !== undefined).map(({ value, language }) => [value, language]),
      [["A", "vi"]],
    );
  });

  it("given a summary that reads the data, then title, number and amount in words stand on top; given one that cannot be read, then nothing does", () => {
    const data = { total: 1500, lines: [] };
    const summary = {
      title: ["value", "Paper"],
      number: ["value", "7"],
      amount: [".", ["id", "data"], "total"],
    } as typeof procedure.summary;
    const { gist } = viewOf({ ...procedure, summary }, data);
    assert.ok(gist !== undefined && gist.amount.startsWith("1.500") && /nghìn năm trăm/i.test(gist.words));
    assert.deepEqual([gist.title, gist.number], ["Paper", "7"]);
    assert.equal(viewOf({ ...procedure, summary: { ...summary, amount: ["id", "context"] } }, data).gist, undefined);
  });

  it("given data the definition does not place, also inside rows and in place of a field, then it is listed", () => {
    const view = viewOf(procedure, {
      payee: { name: { hidden: "in an object" }, account: "1", extra: "beside" },
      lines: [{ text: "x", amount: 1, note: "in a row" }, "not a row"],
      top: [1, { deep: true }],
    });
    assert.deepEqual(
      view.further.map(({ label, value }) => `${label}=${value}`),
      [
        "payee.name.hidden=in an object",
        "payee.extra=beside",
        "lines[0].note=in a row",
        "lines[1]=not a row",
        "top[0]=1",
        "top[1].deep=true",
      ],
    );
  });

  it("given any document, then every one of its texts is somewhere in the drawing", () => {
    const word = fc.string({ minLength: 3, maxLength: 8, unit: fc.constantFrom(..."abcdefghij") });
    const value = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, word, fc.array(tie("node"), { maxLength: 3 }), fc.dictionary(word, tie("node"), { maxKeys: 3 })),
    })).node;
    const wordsOf = (node: unknown): string[] =>
      typeof node === "string" ? [node] : typeof node === "object" && node !== null ? Object.values(node).flatMap(wordsOf) : [];
    fc.assert(
      fc.property(fc.record({ payee: value, total: value, lines: value, other: value }), (document) => {
        const drawn = textsOf(viewOf(procedure, document as JsonObject));
        for (const expected of wordsOf(document)) assert.ok(drawn.includes(expected), `${expected} not in ${drawn}`);
        const asNotice = textsOf(viewOf(notice, document as JsonObject));
        for (const expected of wordsOf(document)) assert.ok(asNotice.includes(expected), `${expected} not in ${asNotice}`);
      }),
    );
  });

  it("given a date that is none, or money that is no integer, then it is shown as it stands", () => {
    const view = viewOf(notice, { payee: "x", amount: 1.5, paidOn: "2026-02-30" });
    assert.match(textsOf(view), /Amount=1.5\nPaid on=2026-02-30/);
  });

  it("given characters that hide or turn text, then they are written out", () => {
    assert.equal(visible("100\u202E000\u200B\u0007"), "100[U+202E]000[U+200B][U+0007]");
    assert.equal(visible("Đồng\tA\nB"), "Đồng\tA\nB");
  });
});
