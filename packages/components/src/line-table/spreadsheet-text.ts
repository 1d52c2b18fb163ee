/** The grammar of a cell and of what ends it (RFC 4180, with any separator). */
const grammar: Readonly<Record<string, RegExp>> = {
  "\t": /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy,
  ";": /("(?:[^"]|"")*"(?=[;\r\n]|$)|[^;\r\n]*)(;|\r\n|\n|\r|$)/gy,
  ",": /("(?:[^"]|"")*"(?=[,\r\n]|$)|[^,\r\n]*)(,|\r\n|\n|\r|$)/gy,
};

/** What stands between the cells of a text: the sign that the first line has most of, outside of quotes. */
export function separatorOf(text: string): string {
  const [line = ""] = text.replace(/"(?:[^"]|"")*"/g, "").split(/[\r\n]/, 1);
  const counts = Object.keys(grammar).map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** Cells of text copied from a spreadsheet or of a CSV file: line ends between rows, quotes around cells that hold a separator or a line end. */
export function readCells(text: string, separator = "\t"): string[][] {
  const rows: string[][] = [];
  const cell = new RegExp(grammar[separator] ?? /$/y);
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) break;
    const raw = match[1] ?? "";
    row.push(
      raw.startsWith('"') && raw.endsWith('"') && raw.length > 1
        ? raw
            .slice(1, -1)
            .replaceAll('""', '"')
            .replace(/\s*[\r\n]+\s*/g, " ")
        : raw,
    );
    if (match[2] !== separator) {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows.filter((cells) => cells.some((text) => text.trim() !== ""));
}
