import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";

/** Universal tags as they stand in the identifier octet (constructed bit set for SEQUENCE and SET). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[n]` of the context class; `constructed` for EXPLICIT tags and for IMPLICIT ones over SEQUENCE and SET. */
export function contextTag(n: number, constructed: boolean): number {
  return 0x80 | (constructed ? 0x20 : 0) | n;
}

/** One element. `raw` and `content` are views into the parsed bytes, so signed parts are hashed exactly as they came. */
export interface DerNode {
  readonly tag: number;
  readonly raw: Bytes;
  readonly content: Bytes;
}

export function malformed(what: string): SignatureError {
  return new SignatureError("der.malformed", { what });
}

/** Reads one element at `at`. DER only (X.690 10.1): definite, shortest lengths; tags above 30 do not occur in X.509 and CMS. */
function readAt(bytes: Bytes, at: number, what: string): { node: DerNode; end: number } {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw malformed(what);
  let start = at + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw malformed(what);
    length = 0;
    for (let i = 0; i < count; i++) {
      const byte = bytes[start + i];
      if (byte === undefined || (i === 0 && byte === 0)) throw malformed(what);
      length = length * 256 + byte;
    }
    if (length < 0x80) throw malformed(what);
    start += count;
  }
  const end = start + length;
  if (end > bytes.length) throw malformed(what);
  return { node: { tag, raw: bytes.subarray(at, end), content: bytes.subarray(start, end) }, end };
}

/** The one element that `bytes` hold; bytes after it are refused. Throws `SignatureError` `der.malformed`. */
export function readDer(bytes: Bytes, tag: number, what: string): DerNode {
  const { node, end } = readAt(bytes, 0, what);
  if (end !== bytes.length || node.tag !== tag) throw malformed(what);
  return node;
}

/** The elements inside a constructed one. */
export function children(node: DerNode, what: string, limit = 100_000): DerNode[] {
  if ((node.tag & 0x20) === 0) throw malformed(what);
  const found: DerNode[] = [];
  let at = 0;
  while (at < node.content.length) {
    if (found.length === limit) throw new SignatureError("input.too-large", { what });
    const { node: child, end } = readAt(node.content, at, what);
    found.push(child);
    at = end;
  }
  return found;
}

/** Walks the fields of a SEQUENCE in the order of its definition. */
export class DerFields {
  readonly #nodes: readonly DerNode[];
  readonly #what: string;
  #at = 0;

  /** `read`: how the elements are read; BER has a reader of its own. */
  constructor(node: DerNode, what: string, read: (node: DerNode, what: string) => DerNode[] = children) {
    if (node.tag !== TAG.sequence) throw malformed(what);
    this.#nodes = read(node, what);
    this.#what = what;
  }

  /** The next field, whatever its tag. */
  any(): DerNode {
    const node = this.#nodes[this.#at++];
    if (!node) throw malformed(this.#what);
    return node;
  }

  next(...tags: readonly number[]): DerNode {
    const node = this.any();
    if (!tags.includes(node.tag)) throw malformed(this.#what);
    return node;
  }

  optional(...tags: readonly number[]): DerNode | undefined {
    const node = this.#nodes[this.#at];
    if (!node || !tags.includes(node.tag)) return undefined;
    this.#at++;
    return node;
  }

  end(): void {
    if (this.#at !== this.#nodes.length) throw malformed(this.#what);
  }
}

/** The element inside an EXPLICIT tag. */
export function explicit(node: DerNode, tag: number, what: string): DerNode {
  return readDer(node.content, tag, what);
}
