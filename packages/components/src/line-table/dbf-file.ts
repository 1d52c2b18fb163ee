/** dBASE III to VFP tables (the layout that dbase.com and Microsoft's "Table File Structure" describe). */

interface DbfField {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  /** Byte in the record where it begins. */
  readonly at: number;
}

export interface DbfOptions {
  /** Empty: by the table's own mark, else `fallback`. */
  readonly encoding: string;
  readonly fallback: string;
  readonly decimal: string;
  /** Rows that are read at most. */
  readonly most: number;
  readonly progress?: (part: number) => void;
}

const versions: readonly number[] = [0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8b, 0xf5];
/** The language driver's byte → encoding. */
const drivers: Readonly<Record<number, string>> = {
  0x03: "windows-1252",
  0x26: "ibm866",
  0x57: "windows-1252",
  0x64: "windows-1250",
  0x65: "ibm866",
  0xc8: "windows-1250",
  0xc9: "windows-1251",
};

/** Cells with the names of the columns as first row; undefined where the bytes are no such table. Deleted records are left out. */
export function readDbf(
  bytes: Uint8Array,
  { encoding, fallback, decimal, most, progress }: DbfOptions,
): { readonly cells: string[][]; readonly encoding: string } | undefined {
  if (bytes.length < 65 || !versions.includes(bytes[0] ?? 0)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  const head = view.getUint16(8, true);
  const length = view.getUint16(10, true);
  if (head < 65 || head > bytes.length || length < 2) return undefined;
  const label = encoding || (drivers[bytes[29] ?? 0] ?? fallback);
  const decoder = new TextDecoder(label);
  const fields = fieldsOf(bytes, head, decoder);
  // What only looks like a table, a text that begins with the same sign, does not add up.
  const { at = 1, length: last = 0 } = fields.at(-1) ?? {};
  if (fields.length === 0 || at + last !== length) return undefined;
  const cells: string[][] = [fields.map(({ name }) => name)];
  const rows = Math.min(count, most, Math.floor((bytes.length - head) / length));
  for (let row = 0; row < rows; row += 1) {
    const start = head + row * length;
    if (row % 1_000 === 0) progress?.(row / rows);
    const deleted = bytes[start] === 0x2a;
    if (!deleted) cells.push(fields.map((field) => cellOf(field, view, start, decoder, decimal)));
  }
  return { cells, encoding: label };
}

function fieldsOf(bytes: Uint8Array, head: number, decoder: TextDecoder): readonly DbfField[] {
  const fields: DbfField[] = [];
  let at = 1;
  for (let start = 32; start + 32 <= head && bytes[start] !== 0x0d; start += 32) {
    const name = bytes.subarray(start, start + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes[start + 11] ?? 0);
    // The decimals' byte is the upper half of the length of long texts.
    const length = (bytes[start + 16] ?? 0) + (type === "C" ? (bytes[start + 17] ?? 0) * 256 : 0);
    fields.push({ name: decoder.decode(end < 0 ? name : name.subarray(0, end)).trim(), type, length, at });
    at += length;
  }
  return fields;
}

function cellOf({ type, length, at }: DbfField, view: DataView, start: number, decoder: TextDecoder, decimal: string): string {
  const from = start + at;
  const text = (): string =>
    decoder
      .decode(new Uint8Array(view.buffer, view.byteOffset + from, length))
      .replaceAll("\0", "")
      .trim();
  switch (type) {
    case "C":
      return text();
    case "N":
    case "F":
      return text().replace(".", decimal);
    case "D":
      return text().replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
    case "I":
      return length === 4 ? String(view.getInt32(from, true)) : "";
    case "Y":
      return length === 8 ? fixed(view.getBigInt64(from, true), decimal) : "";
    case "B":
      return length === 8 ? String(view.getFloat64(from, true)).replace(".", decimal) : "";
    case "L":
      return text();
    // Memo and picture fields hold but the place of what stands in another file.
    default:
      return "";
  }
}

/** Currency: ten-thousandths. */
function fixed(value: bigint, decimal: string): string {
  const digits = (value < 0n ? -value : value).toString().padStart(5, "0");
  const part = digits.slice(-4).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -4)}${part && decimal + part}`;
}
