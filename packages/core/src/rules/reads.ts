import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";

/**
 * What an expression reads, as dotted patterns: `data.don.ten`, `data.dong.[].soTien` (that column of every row),
 * `data.dong.#` (only how many rows there are), `row.soTien`, `index`, `input.loai`, `context.today`.
 * A shorter pattern covers all below it.
 */
export type Reads = ReadonlySet<string>;

const macros = new Set(["all", "exists", "exists_one", "map", "filter"]);

export function readsOf(...nodes: readonly (ExpressionNode | undefined)[]): Reads {
  const reads = new Set<string>();
  for (const node of nodes) if (node) note(chain(node, new Map(), reads), reads);
  return reads;
}

type Bound = ReadonlyMap<string, string | null>;

function note(pattern: string | null, reads: Set<string>): void {
  if (pattern !== null) reads.add(pattern);
}

/** The pattern that a node stands for, if it is a plain path; what else it reads goes to `reads`. */
function chain(node: ExpressionNode, bound: Bound, reads: Set<string>): string | null {
  const [operator, a, b, c] = Array.isArray(node) ? (node as ExpressionNode) : ["value"];
  if (operator === "value") return null;
  if (operator === "id") return bound.has(a as string) ? (bound.get(a as string) ?? null) : (a as string);
  if (operator === ".") {
    const on = chain(a as unknown as ExpressionNode, bound, reads);
    return on === null ? null : `${on}.${b as string}`;
  }
  if (operator === "[]") return indexed(a as unknown as ExpressionNode, b as unknown as ExpressionNode, bound, reads);
  if (operator === "call" && a === "size") return count((b as unknown as ExpressionNode[])[0], bound, reads);
  if (operator === "rcall" && a === "size") return count(b as unknown as ExpressionNode, bound, reads);
  if (operator === "rcall" && macros.has(a as string)) {
    return macro(a as string, b as unknown as ExpressionNode, c as unknown as ExpressionNode[], bound, reads);
  }
  for (const child of children(node)) note(chain(child, bound, reads), reads);
  return null;
}

function indexed(on: ExpressionNode, key: ExpressionNode, bound: Bound, reads: Set<string>): string | null {
  const pattern = chain(on, bound, reads);
  if (key[0] === "value" && typeof key[1] === "string") return pattern === null ? null : `${pattern}.${key[1]}`;
  note(chain(key, bound, reads), reads);
  if (pattern === null) return null;
  if (key[0] === "value") return `${pattern}.[]`;
  reads.add(pattern);
  return null;
}

function count(on: ExpressionNode | undefined, bound: Bound, reads: Set<string>): null {
  const pattern = on ? chain(on, bound, reads) : null;
  if (pattern !== null) reads.add(`${pattern}.#`);
  return null;
}

function macro(name: string, on: ExpressionNode, nodes: readonly ExpressionNode[], bound: Bound, reads: Set<string>): string | null {
  const list = chain(on, bound, reads);
  const inner = new Map(bound).set(String(nodes[0]?.[1]), list === null ? null : `${list}.[]`);
  if (list !== null) reads.add(`${list}.#`);
  for (const node of nodes.slice(1)) note(chain(node, inner, reads), reads);
  // What a filter lets through are items of the same list.
  return name === "filter" ? list : null;
}

function children(node: ExpressionNode): readonly ExpressionNode[] {
  const [operator, a, b, c] = node as readonly [string, Json, Json, Json];
  if (operator === "call" && !Array.isArray(b)) return [];
  if (operator === "list") return a as unknown as ExpressionNode[];
  if (operator === "map") return (a as unknown as ExpressionNode[][]).flat() as ExpressionNode[];
  if (operator === "call") return b as unknown as ExpressionNode[];
  if (operator === "rcall") return [b as unknown as ExpressionNode, ...(c as unknown as ExpressionNode[])];
  return node.slice(1) as unknown as ExpressionNode[];
}

/** True if a change of `changed` may change what `read` gives: one covers the other. */
export function touches(read: string, changed: string): boolean {
  if (read.length <= changed.length) return changed.startsWith(read) && (changed.length === read.length || changed[read.length] === ".");
  return read.startsWith(changed) && read[changed.length] === ".";
}

/** The patterns that differ between two values: `data.dong.[].soTien`; a list of another length as a whole. Shared parts cost nothing. */
export function changedPatterns(before: Json | undefined, after: Json | undefined, at: string, into: Set<string> = new Set()): Set<string> {
  if (before === after) return into;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (let i = 0; i < after.length; i += 1) changedPatterns(before[i], after[i], `${at}.[]`, into);
    return into;
  }
  if (isPlain(before) && isPlain(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      changedPatterns(before[key], after[key], `${at}.${key}`, into);
    return into;
  }
  return into.add(at);
}

function isPlain(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
