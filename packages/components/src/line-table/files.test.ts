import { expect, fixture, html } from "@open-wc/testing";
import type { JsonObject } from "@fisc/core";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { textOf, until } from "../testing/stage.ts";
import type { LineColumn } from "./columns.ts";
import { readDbf } from "./dbf-file.ts";
import "./define.ts";
import { decodeText, fallbackEncoding } from "./file-encoding.ts";
import { csvOf, xlsxOf } from "./file-export.ts";
import { proxy, withFileWorker } from "./file-reader.ts";
import type { LineTable } from "./line-table.ts";
import { readCells, separatorOf } from "./spreadsheet-text.ts";

const columns: readonly LineColumn[] = [
  { path: "name", label: "Назва", type: "text", required: true, readOnly: false },
  { path: "date", label: "Дата", type: "date", required: false, readOnly: false },
  { path: "amount", label: "Сума", type: "money", required: true, readOnly: false },
];
const rows: readonly JsonObject[] = [
  { name: "Електроенергія; «Їжак»", date: "2026-11-21", amount: 123_456_789 },
  { name: "=1+1", amount: -50 },
];
const saved = { columns, rows, label: "Рядки", writing: { locale: "uk", decimals: 2 } };
const ask = { encoding: "", fallback: "windows-1251", decimal: "," };
const read = (bytes: BlobPart) =>
  withFileWorker((files) =>
    files.read(
      new Blob([bytes]),
      ask,
      proxy(() => undefined),
    ),
  );

/** One byte a letter, as Windows wrote Ukrainian. */
const cp1251 = (text: string): Uint8Array<ArrayBuffer> => {
  const decoder = new TextDecoder("windows-1251");
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]));
  return new Uint8Array([...text].map((letter) => letters.get(letter) ?? 0x3f));
};

/** A dBASE III table with a text, a figure and a day; the second record is deleted. */
function dbf(driver: number): Uint8Array<ArrayBuffer> {
  const fields = [
    ["NAZVA", "C", 12, 0],
    ["SUMA", "N", 10, 2],
    ["DATA", "D", 8, 0],
  ] as const;
  const records = [" Їжак            1234.50 20261121", "*Вилучено           1.00 20261121", " Ґанок             -0.05         "].map(
    (text) =>
      text.replace(
        /^(.)(\S+)\s+(\S+) ?(\d{8}|\s*)$/,
        (_all, mark: string, name: string, sum: string, day: string) => mark + name.padEnd(12) + sum.padStart(10) + day.trim().padEnd(8),
      ),
  );
  const head = 32 + fields.length * 32 + 1;
  const bytes = new Uint8Array(head + records.length * 31 + 1);
  const view = new DataView(bytes.buffer);
  bytes.set([0x03, 126, 11, 21]);
  view.setUint32(4, records.length, true);
  view.setUint16(8, head, true);
  view.setUint16(10, 31, true);
  bytes[29] = driver;
  for (const [index, [name, type, length, decimals]] of fields.entries()) {
    const at = 32 + index * 32;
    bytes.set(new TextEncoder().encode(name), at);
    bytes.set([type.charCodeAt(0)], at + 11);
    bytes.set([length, decimals], at + 16);
  }
  bytes[head - 1] = 0x0d;
  for (const [index, record] of records.entries()) bytes.set(cp1251(record), head + index * 31);
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** Presses the button and chooses the file in the system's dialogue, which a test cannot open. */
function chooseIn(table: LineTable, file: File): void {
  const { click } = HTMLInputElement.prototype;
  HTMLInputElement.prototype.click = function () {
    HTMLInputElement.prototype.click = click;
    const data = new DataTransfer();
    data.items.add(file);
    this.files = data.files;
    this.dispatchEvent(new Event("change"));
  };
  [...(table.shadowRoot?.querySelectorAll<HTMLButtonElement>(".foot button.plain") ?? [])][0]?.click();
}

describe("files of lines", () => {
  before(() => loadLocale("uk"));

  it("given a CSV, then its separator is found, also where quoted cells hold others", () => {
    expect([separatorOf("a;b;c"), separatorOf('"x;y;z",b'), separatorOf("a\tb"), separatorOf("a")]).to.deep.equal([";", ",", "\t", "\t"]);
    expect(readCells('a;"b;""c""";d\r\n1;2;\n', ";")).to.deep.equal([
      ["a", 'b;"c"', "d"],
      ["1", "2", ""],
    ]);
  });

  it("given bytes that are no UTF-8, then the encoding of the office is taken, unless the person says another", () => {
    const bytes = cp1251("Їжак");
    expect(decodeText(bytes, "", fallbackEncoding("uk"))).to.deep.equal({ text: "Їжак", encoding: "windows-1251" });
    expect(decodeText(bytes, "ibm866", "windows-1251").text).not.to.equal("Їжак");
    expect(decodeText(new TextEncoder().encode("\ufeffĐiện"), "", fallbackEncoding("vi"))).to.deep.equal({
      text: "Điện",
      encoding: "utf-8",
    });
  });

  it("given a DBF table, then its texts come by its own code page, deleted records do not, and figures are as the page writes them", () => {
    const table = readDbf(dbf(0xc9), { ...ask, fallback: "ibm866", most: 100 });
    expect(table).to.deep.equal({
      cells: [
        ["NAZVA", "SUMA", "DATA"],
        ["Їжак", "1234,50", "2026-11-21"],
        ["Ґанок", "-0,05", ""],
      ],
      encoding: "windows-1251",
    });
    expect(readDbf(dbf(0), { ...ask, most: 100 })?.encoding).to.equal("windows-1251");
  });

  it("given a text that begins as a DBF table does, or a table cut off, then it is no table, or ends where it ends", () => {
    expect(readDbf(new TextEncoder().encode(`0;1;2\n${"x".repeat(20_000)}`), { ...ask, most: 9 })).to.equal(undefined);
    expect(readDbf(dbf(0xc9).subarray(0, 170), { ...ask, most: 9 })?.cells).to.have.length(2);
  });

  it("given lines saved as XLSX and as CSV, when they are read in the worker, then they are the same, and no text is a formula", async () => {
    const figures = ["1234567,89", "-0,5"];
    const xlsx = await read(await (await xlsxOf(saved)).arrayBuffer());
    expect(xlsx.cells).to.deep.equal([
      ["Назва", "Дата", "Сума"],
      ["Електроенергія; «Їжак»", "21.11.2026", figures[0]],
      ["=1+1", "", figures[1]],
    ]);
    const csv = await (await csvOf(saved)).text();
    expect(csv.split("\r\n")[2]).to.equal('\'=1+1;;"-0,50"');
    const back = await read(await (await csvOf(saved)).arrayBuffer());
    expect(back.encoding).to.equal("utf-8");
    expect(back.cells[1]?.slice(0, 2)).to.deep.equal(["Електроенергія; «Їжак»", "21.11.2026"]);
    expect(back.cells[2]).to.deep.equal(["=1+1", "", "-0,50"]);
  });

  it("given a file, when it is brought in, then its lines are seen first, in the encoding that the person chooses, and stand after the others", async () => {
    const table = await fixture<LineTable>(
      html`<fisc-line-table
        label="Рядки"
        locale="uk"
        decimals="2"
        files
        .columns=${columns}
        .rows=${[{ name: "перший" }, {}]}
      ></fisc-line-table>`,
    );
    chooseIn(table, new File([cp1251("Сума;Назва\r\n12,50;Їжак\r\nбагато;Ґанок\r\n")], "рядки.csv"));
    const dialog = await until(() => table.shadowRoot?.querySelector("dialog.paste:not(.file)"), "the preview", 15_000);
    expect(textOf(dialog)).to.contain("Їжак");
    expect([...dialog.querySelectorAll("th select")].map((select) => (select as HTMLSelectElement).value)).to.deep.equal(["2", "0"]);
    await until(() => (dialog as HTMLDialogElement).open, "the dialog open");
    await expectAccessible(table);
    const accept = await until(() => dialog.querySelector<HTMLButtonElement>('button.primary[aria-disabled="false"]'), "the lines read");
    accept.click();
    expect(table.rows.map((row) => [row["name"], row["amount"]])).to.deep.equal([
      ["перший", undefined],
      ["Їжак", 1_250],
      ["Ґанок", undefined],
    ]);
  });

  it("given a file that is broken, empty or given up, then it is said, or nothing happens", async () => {
    const table = await fixture<LineTable>(
      html`<fisc-line-table label="Рядки" locale="uk" files .columns=${columns} .rows=${[{}]}></fisc-line-table>`,
    );
    chooseIn(table, new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], "зіпсований.xlsx"));
    const told = await until(() => table.shadowRoot?.querySelector("dialog.file .fault"), "what is wrong", 15_000);
    expect(textOf(told)).to.contain("зіпсований.xlsx");
    table.shadowRoot?.querySelector<HTMLButtonElement>("dialog.file button")?.click();
    await table.updateComplete;
    chooseIn(table, new File(["a;b\n".repeat(100_000)], "довгий.csv"));
    (await until(() => table.shadowRoot?.querySelector<HTMLButtonElement>("dialog.file button"), "the way back")).click();
    await table.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(table.shadowRoot?.querySelector("dialog")).to.equal(null);
    expect(table.rows).to.deep.equal([{}]);
  });
});
