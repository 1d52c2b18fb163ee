/** Cells of text copied from a spreadsheet: tabs between cells, line ends between rows, quotes around cells that hold either. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
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
    if (match[2] !== "\t") {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows.filter((cells) => cells.some((text) => text.trim() !== ""));
}
