import { compare, concat, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { DerFields, malformed, TAG, type DerNode } from "./read.ts";
import { encode } from "./write.ts";

/** Levels of indefinite lengths or of pieces of a string inside each other. Real signatures have four or five. */
const DEPTH = 16;
/** Elements that finding one end may pass: strings in pieces of a thousand bytes stay far below. */
const ELEMENTS = 100_000;

const CONSTRUCTED = 0x20;

/**
 * One element in BER (X.690 8.1): lengths may be longer than needed or indefinite. As in DER, `raw` and `content` are views into what
 * was parsed; `content` is without the end-of-contents octets. For the shell of a CMS only: certificates, lists and everything that this package
 * writes are DER.
 */
function readAt(bytes: Bytes, at: number, what: string, depth: number, work: { left: number }): { node: DerNode; end: number } {
  if (work.left-- === 0) throw new SignatureError("input.too-large", { what });
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || tag === 0) throw malformed(what);
  if (first === 0x80) return readIndefinite(bytes, at, tag, what, depth, work);
  let start = at + 2;
  let length = first;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 8) throw malformed(what);
    length = 0;
    for (let i = 0; i < count; i++) {
      const byte = bytes[start + i];
      if (byte === undefined) throw malformed(what);
      length = length * 256 + byte;
    }
    start += count;
  }
  const end = start + length;
  if (end > bytes.length) throw malformed(what);
  return { node: { tag, raw: bytes.subarray(at, end), content: bytes.subarray(start, end) }, end };
}

function readIndefinite(
  bytes: Bytes,
  at: number,
  tag: number,
  what: string,
  depth: number,
  work: { left: number },
): { node: DerNode; end: number } {
  if ((tag & CONSTRUCTED) === 0) throw malformed(what);
  if (depth === DEPTH) throw new SignatureError("input.too-large", { what });
  let next = at + 2;
  while (!(bytes[next] === 0 && bytes[next + 1] === 0)) next = readAt(bytes, next, what, depth + 1, work).end;
  return { node: { tag, raw: bytes.subarray(at, next + 2), content: bytes.subarray(at + 2, next) }, end: next + 2 };
}

/** The one element that `bytes` hold; bytes after it are refused. Throws `SignatureError` `der.malformed` or `input.too-large`. */
export function readBer(bytes: Bytes, tag: number, what: string): DerNode {
  const { node, end } = readAt(bytes, 0, what, 0, { left: ELEMENTS });
  if (end !== bytes.length || node.tag !== tag) throw malformed(what);
  return node;
}

/** The elements inside a constructed one. */
export function berChildren(node: DerNode, what: string, limit = 100_000): DerNode[] {
  if ((node.tag & CONSTRUCTED) === 0) throw malformed(what);
  const found: DerNode[] = [];
  const work = { left: ELEMENTS };
  let at = 0;
  while (at < node.content.length) {
    if (found.length === limit) throw new SignatureError("input.too-large", { what });
    const { node: child, end } = readAt(node.content, at, what, 0, work);
    found.push(child);
    at = end;
  }
  return found;
}

/** Walks the fields of a SEQUENCE in BER. */
export class BerFields extends DerFields {
  constructor(node: DerNode, what: string) {
    super(node, what, berChildren);
  }
}

/** The element inside an EXPLICIT tag. */
export function berExplicit(node: DerNode, tag: number, what: string): DerNode {
  return readBer(node.content, tag, what);
}

/** Content of an OCTET STRING, whether it comes whole or in pieces (X.690 8.7). */
export function berOctets(node: DerNode, what: string): Bytes {
  if (node.tag === TAG.octetString) return node.content;
  const pieces: Bytes[] = [];
  collect(node, what, 0, pieces);
  return concat(...pieces);
}

function collect(node: DerNode, what: string, depth: number, pieces: Bytes[]): void {
  if (node.tag === TAG.octetString) {
    pieces.push(node.content);
    return;
  }
  if (node.tag !== (TAG.octetString | CONSTRUCTED)) throw malformed(what);
  if (depth === DEPTH) throw new SignatureError("input.too-large", { what });
  for (const piece of berChildren(node, what)) collect(piece, what, depth + 1, pieces);
}

/**
 * The same value with definite, shortest lengths and whole octet strings, for comparing and for strict reading. The order of sets stays.
 * What a signature covers is never taken from here but as it came, except where its own header cannot have been signed (see `signer-info.ts`).
 */
export function toDer(node: DerNode, what: string, depth = 0): Bytes {
  if (depth > 2 * DEPTH) throw new SignatureError("input.too-large", { what });
  if (node.tag === (TAG.octetString | CONSTRUCTED)) return encode(TAG.octetString, berOctets(node, what));
  if ((node.tag & CONSTRUCTED) === 0) return encode(node.tag, node.content);
  return encode(node.tag, ...berChildren(node, what).map((child) => toDer(child, what, depth + 1)));
}

/** As `toDer`, with the elements of this one set in DER order. */
export function toDerSet(node: DerNode, what: string): Bytes {
  const items = berChildren(node, what).map((child) => toDer(child, what));
  return encode(TAG.set, ...items.toSorted(compare));
}

/** Whether elements stand in the order that DER asks of a `SET OF`. */
export function isSorted(items: readonly Uint8Array[]): boolean {
  return items.every((item, index) => index === 0 || compare(items[index - 1] ?? item, item) <= 0);
}
