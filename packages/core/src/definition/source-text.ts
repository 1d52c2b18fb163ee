import { findNodeAtLocation, parseTree, type Node, type ParseError } from "jsonc-parser";
import { parsePath } from "../rules/paths.ts";

/** A place in a text, both counted from 1; columns in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** JSON text with the positions of its parts. */
export interface SourceText {
  readonly value: unknown;
  /** Offsets of what is no JSON, and of names that an object has twice. */
  readonly faults: readonly { readonly problem: "syntax" | "duplicate-name"; readonly offset: number; readonly detail: string }[];
  /** The place of a path, or of the nearest thing around it that is there. `within`: an offset in the text that stands at the path. */
  positionOf(path: string, within?: number): Position;
  positionAt(offset: number): Position;
}

const syntax: readonly string[] = [
  "",
  "invalid-symbol",
  "invalid-number",
  "name-expected",
  "value-expected",
  "colon-expected",
  "comma-expected",
  "brace-expected",
  "bracket-expected",
  "end-expected",
  "comment",
  "comment-open",
  "text-open",
  "number-open",
  "unicode-escape",
  "escape",
  "control-character",
];

export function readSource(text: string): SourceText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
  const positionAt = (offset: number): Position => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const faults = errors.map(({ error, offset }) => ({ problem: "syntax" as const, offset, detail: syntax[error] ?? "" }));
  return {
    value: root ? plain(root) : undefined,
    faults: [...faults, ...(root ? duplicates(root) : [])],
    positionAt,
    positionOf: (path, within) => positionAt(root ? offsetOf(root, text, path, within) : 0),
  };
}

function offsetOf(root: Node, text: string, path: string, within: number | undefined): number {
  const segments = segmentsOf(root, path);
  for (let length = segments.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(root, segments.slice(0, length));
    if (!node) continue;
    if (within === undefined || length < segments.length || node.type !== "string") return node.offset;
    return node.offset + 1 + escapedLength(text.slice(node.offset + 1, node.offset + node.length - 1), within);
  }
  return root.offset;
}

/** Names may hold dots (`signaturePolicies.unit.head`): the longest name that is there wins. */
function segmentsOf(root: Node, path: string): (string | number)[] {
  const segments: (string | number)[] = [];
  let rest: (string | number)[] = path === "" ? [] : [...parsePath(path)];
  while (rest.length > 0) {
    let taken = 1;
    for (let length = rest.length; length > 1; length -= 1) {
      const names = rest.slice(0, length);
      if (names.every((name) => typeof name === "string") && findNodeAtLocation(root, [...segments, names.join(".")])) {
        taken = length;
        break;
      }
    }
    segments.push(taken === 1 ? (rest[0] as string | number) : rest.slice(0, taken).join("."));
    rest = rest.slice(taken);
  }
  return segments;
}

/** How much of JSON's text stands for the first `count` characters of a string. */
function escapedLength(raw: string, count: number): number {
  const letter = /\\u[0-9a-fA-F]{4}|\\.|[^\\]/gsy;
  for (let left = count; left > 0 && letter.exec(raw); left -= 1);
  return count === 0 ? 0 : letter.lastIndex;
}

function duplicates(node: Node): SourceText["faults"] {
  const found: { problem: "duplicate-name"; offset: number; detail: string }[] = [];
  const names = new Set<string>();
  for (const child of node.children ?? []) {
    if (node.type === "object") {
      const name = String(child.children?.[0]?.value);
      if (names.has(name)) found.push({ problem: "duplicate-name", offset: child.offset, detail: name });
      names.add(name);
    }
    found.push(...(duplicates(child) as typeof found));
  }
  return found;
}

function plain(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(plain);
  if (node.type !== "object") return node.value as unknown;
  const entries = (node.children ?? []).flatMap(({ children }) => {
    const [name, value] = children ?? [];
    return name && value ? [[String(name.value), plain(value)] as const] : [];
  });
  return Object.fromEntries(entries);
}
