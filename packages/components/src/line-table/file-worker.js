import { expose } from "comlink";
import { readSheet } from "read-excel-file/universal";
import writeSheet from "write-excel-file/universal";
import { readDbf } from "./dbf-file.ts";
import { decodeText } from "./file-encoding.ts";
import { readCells, separatorOf } from "./spreadsheet-text.ts";

// JavaScript on purpose: `new URL("./file-worker.js", import.meta.url)` names the same file in the sources and in the package.

/** Rows that are taken from a file at most. */
const MOST = 100_000;

const files = {
  /**
   * Cells of a CSV, XLSX or DBF file as texts, told apart by what the file holds.
   * @param {Blob} file
   * @param {{ encoding: string, fallback: string, decimal: string }} options `encoding`: label of the Encoding Standard, empty to be found out;
   *   `fallback`: for text that is no UTF-8 and says nothing; `decimal`: sign before the decimals
   * @param {(part: number) => void} progress gets the part that is done, 0 to 1
   * @returns {Promise<{ cells: string[][], encoding: string }>} `encoding` is empty where the kind of file has only one
   */
  async read(file, { encoding, fallback, decimal }, progress) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const rows = await readSheet(bytes.buffer, { parseNumber: (text) => Number(Number(text).toPrecision(15)) });
      const cells = rows.slice(0, MOST).map((row) => row.map((cell) => textOf(cell, decimal)));
      return { cells: cells.filter((row) => row.some((text) => text !== "")), encoding: "" };
    }
    const dbf = readDbf(bytes, { encoding, fallback, decimal, most: MOST, progress });
    if (dbf) return dbf;
    const decoded = decodeText(bytes, encoding, fallback);
    // The sign that keeps a spreadsheet from taking a text for a formula is no part of the text.
    const cells = readCells(decoded.text, separatorOf(decoded.text)).slice(0, MOST);
    return { cells: cells.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ""))), encoding: decoded.encoding };
  },

  /**
   * An XLSX file of one sheet.
   * @param {string} name of the sheet
   * @param {readonly string[]} headings
   * @param {readonly (readonly (string | number | null)[])[]} rows
   * @param {readonly string[]} formats of the figures in each column, as spreadsheets write them; empty for texts
   * @returns {Promise<Blob>}
   */
  async write(name, headings, rows, formats) {
    const head = headings.map((value) => ({ value, type: String, fontWeight: /** @type {const} */ ("bold") }));
    const body = rows.map((row) =>
      row.map((value, at) => {
        if (value === null) return null;
        return typeof value === "number" ? { value, type: Number, format: formats[at] || "0" } : { value, type: String };
      }),
    );
    return writeSheet([head, ...body], { sheet: name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31) || "1", stickyRowsCount: 1 }).toBlob();
  },
};

/**
 * @param {unknown} cell
 * @param {string} decimal
 * @returns {string}
 */
function textOf(cell, decimal) {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return String(cell).replace(".", decimal);
  return String(cell).trim();
}

/** @typedef {typeof files} FileReading */

expose(files);
