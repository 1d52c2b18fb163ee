import type { Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";

/**
 * A hash under way: `update` any number of times, then `digest` once. The shape is that of `@noble/hashes`, so that its HMAC and
 * PBKDF2 run over these hashes too.
 */
export interface Hash {
  /** Octets of a block, as HMAC counts them. */
  readonly blockLen: number;
  /** Octets of the digest. */
  readonly outputLen: number;
  readonly canXOF: boolean;
  update(data: Uint8Array): this;
  /** Ends the hash. Throws `input.invalid` (`what: "hash"`) when it has ended. */
  digest(): Bytes;
  /** The same into the first `outputLen` octets of `out`. */
  digestInto(out: Uint8Array): void;
  /** An independent hash in the same state. */
  clone(): this;
  _cloneInto(to?: this): this;
  /** Overwrites what it holds of the message; ends it. */
  destroy(): void;
}

/** A hash algorithm: call it with the whole message, or `create` one to feed. */
export interface HashFunction {
  (data: Uint8Array): Bytes;
  create(): Hash;
  readonly blockLen: number;
  readonly outputLen: number;
  readonly canXOF: boolean;
}

export function hashFunction(sizes: { readonly blockLen: number; readonly outputLen: number }, create: () => Hash): HashFunction {
  return Object.freeze(Object.assign((data: Uint8Array): Bytes => create().update(data).digest(), { ...sizes, canXOF: false, create }));
}

/** Cuts the message into blocks and keeps its length; what a block does is the algorithm's own. */
export abstract class BlockHash implements Hash {
  readonly blockLen: number;
  readonly outputLen: number;
  readonly canXOF: boolean = false;
  /** Octets taken so far. */
  protected octets = 0;
  protected filled = 0;
  protected readonly tail: Uint8Array;
  #ended = false;

  constructor(blockLen: number, outputLen: number) {
    this.blockLen = blockLen;
    this.outputLen = outputLen;
    this.tail = new Uint8Array(blockLen);
  }

  /** Takes the whole block that starts at `at`. */
  protected abstract compress(data: Uint8Array, at: number): void;
  /** Takes `tail` up to `filled`, pads, and writes `outputLen` octets. */
  protected abstract finish(out: Uint8Array): void;
  protected abstract fresh(): this;
  protected abstract copyState(to: this): void;
  protected abstract wipe(): void;

  update(data: Uint8Array): this {
    if (this.#ended) throw new SignatureError("input.invalid", { what: "hash" });
    this.octets += data.length;
    let at = 0;
    if (this.filled > 0) {
      at = Math.min(this.blockLen - this.filled, data.length);
      this.tail.set(data.subarray(0, at), this.filled);
      this.filled += at;
      if (this.filled < this.blockLen) return this;
      this.compress(this.tail, 0);
      this.filled = 0;
    }
    for (; at + this.blockLen <= data.length; at += this.blockLen) this.compress(data, at);
    this.tail.set(data.subarray(at));
    this.filled = data.length - at;
    return this;
  }

  digest(): Bytes {
    const out = new Uint8Array(this.outputLen);
    this.digestInto(out);
    return out;
  }

  digestInto(out: Uint8Array): void {
    if (this.#ended || out.length < this.outputLen) throw new SignatureError("input.invalid", { what: "hash" });
    this.finish(out);
    this.destroy();
  }

  clone(): this {
    return this._cloneInto();
  }

  _cloneInto(to: this = this.fresh()): this {
    to.octets = this.octets;
    to.filled = this.filled;
    to.tail.set(this.tail);
    to.#ended = this.#ended;
    this.copyState(to);
    return to;
  }

  destroy(): void {
    this.#ended = true;
    this.tail.fill(0);
    this.wipe();
  }
}

/** `words[i]` gets the 32 bits, little endian, that start `4 i` octets after `at`. */
export function readWords(data: Uint8Array, at: number, words: Int32Array, count: number = words.length): void {
  for (let i = 0, p = at; i < count; i++, p += 4) {
    words[i] = (data[p] as number) | ((data[p + 1] as number) << 8) | ((data[p + 2] as number) << 16) | ((data[p + 3] as number) << 24);
  }
}

/** The first `length` octets of `words`, little endian, from octet `from` on. */
export function writeWords(words: Int32Array, out: Uint8Array, length: number, from = 0): void {
  for (let i = 0; i < length; i++) {
    const octet = from + i;
    out[i] = (words[octet >> 2] as number) >>> (8 * (octet & 3));
  }
}
