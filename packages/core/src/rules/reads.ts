import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { childrenOf, isMacro, partsOf } from "./comprehensions.ts";

/**
 * What an expression reads, as dotted patterns: `data.don.ten`, `data.dong.[].soTien` (that column of every row),
 * `data.dong.#` (only how many rows there are), `row.soTien`, `index`, `input.loai`, `context.today`.
 * A shorter pattern covers all below it.
 */
export type Reads = ReadonlySet<string>;

export function readsOf(...nodes: readonly (ExpressionNode | undefined)[]): Reads {
  const reads = new Set<string>();
  for (const node of nodes) if (node) note(chain(node, new Map(), reads), reads);
  return reads;
}

/** Takes notice of a macro that asks an index: gives what it asks by. `true` for one that is kept as a whole, `false` for any other. */
export type Watch = (macro: ExpressionNode) => readonly ExpressionNode[] | boolean;

/** What is to be watched for one item of a list (`variable`: `row`, or that of a macro): reads as above, but for what `watch` takes over. */
export function watchedReads(nodes: readonly ExpressionNode[], variable: string, watch: Watch): Reads {
  const reads = new Set<string>();
  for (const node of nodes) note(chain(node, new Map([[variable, variable]]), reads, watch), reads);
  return reads;
}

type Bound = ReadonlyMap<string, string | null>;

function note(pattern: string | null, reads: Set<string>): void {
  if (pattern !== null) reads.add(pattern);
}

/** The pattern that a node stands for, if it is a plain path; what else it reads goes to `reads`. */
function chain(node: ExpressionNode, bound: Bound, reads: Set<string>, watch?: Watch): string | null {
  const [operator, a, b] = Array.isArray(node) ? (node as ExpressionNode) : ["value"];
  if (operator === "value") return null;
  if (operator === "id") return bound.has(a as string) ? (bound.get(a as string) ?? null) : (a as string);
  if (operator === ".") {
    const on = chain(a as unknown as ExpressionNode, bound, reads, watch);
    return on === null ? null : `${on}.${b as string}`;
  }
  if (operator === "[]") return indexed(a as unknown as ExpressionNode, b as unknown as ExpressionNode, bound, reads, watch);
  if (operator === "call" && a === "size") return count((b as unknown as ExpressionNode[])[0], bound, reads, watch);
  if (operator === "rcall" && a === "size") return count(b as unknown as ExpressionNode, bound, reads, watch);
  if (isMacro(node)) return macro(node, bound, reads, watch);
  for (const child of childrenOf(node)) note(chain(child, bound, reads, watch), reads);
  return null;
}

function indexed(on: ExpressionNode, key: ExpressionNode, bound: Bound, reads: Set<string>, watch: Watch | undefined): string | null {
  const pattern = chain(on, bound, reads, watch);
  if (key[0] === "value" && typeof key[1] === "string") return pattern === null ? null : `${pattern}.${key[1]}`;
  note(chain(key, bound, reads, watch), reads);
  if (pattern === null) return null;
  if (key[0] === "value") return `${pattern}.[]`;
  reads.add(pattern);
  return null;
}

function count(on: ExpressionNode | undefined, bound: Bound, reads: Set<string>, watch: Watch | undefined): null {
  const pattern = on ? chain(on, bound, reads, watch) : null;
  if (pattern !== null) reads.add(`${pattern}.#`);
  return null;
}

function macro(node: ExpressionNode, bound: Bound, reads: Set<string>, watch: Watch | undefined): string | null {
  const [receiver, variable, bodies] = partsOf(node);
  const watched = watch?.(node);
  if (typeof watched === "object") {
    for (const asked of watched) note(chain(asked, bound, reads, watch), reads);
    return null;
  }
  // What is kept for the form as a whole changes with all that it reads.
  const within = watched ? undefined : watch;
  const list = chain(receiver, bound, reads, within);
  const inner = new Map(bound).set(variable, list === null ? null : `${list}.[]`);
  if (list !== null) reads.add(`${list}.#`);
  for (const body of bodies) note(chain(body, inner, reads, within), reads);
  // What a filter lets through are items of the same list.
  return node[1] === "filter" ? list : null;
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
    const items = `${at}.[]`;
    const known = new Set<string>();
    for (let i = 0; i < after.length; i += 1) if (before[i] !== after[i]) changedInRow(before[i], after[i], items, known, into);
    return into;
  }
  if (isPlain(before) && isPlain(after)) {
    for (const key of Object.keys(before)) if (before[key] !== after[key]) changedPatterns(before[key], after[key], `${at}.${key}`, into);
    for (const key of Object.keys(after)) if (!Object.hasOwn(before, key)) into.add(`${at}.${key}`);
    return into;
  }
  return into.add(at);
}

/** Many rows change in the same columns: each column is named once. */
function changedInRow(before: Json | undefined, after: Json | undefined, at: string, known: Set<string>, into: Set<string>): void {
  if (!isPlain(before) || !isPlain(after)) return void changedPatterns(before, after, at, into);
  const note = (key: string): void => {
    const [old, now] = [before[key], after[key]];
    if (old === now || known.has(key)) return;
    if (typeof old !== "object" && typeof now !== "object") known.add(key);
    changedPatterns(old, now, `${at}.${key}`, into);
  };
  for (const key of Object.keys(before)) note(key);
  for (const key of Object.keys(after)) note(key);
}

function isPlain(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
