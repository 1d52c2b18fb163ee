import type { Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";

/** Reads Java's data stream: big-endian numbers, counted octets. Everything beyond the end is `store.malformed`. */
export class JksReader {
  readonly #bytes: Bytes;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** 32 bits, unsigned. */
  integer(): number {
    const at = this.#take(4);
    return this.#view.getUint32(at);
  }

  octets(length: number): Bytes {
    const at = this.#take(length);
    return this.#bytes.subarray(at, at + length);
  }

  /** Java's UTF-8, which differs for NUL and for characters beyond 16 bits: those are replaced. */
  text(): string {
    const at = this.#take(2);
    return new TextDecoder().decode(this.octets(this.#view.getUint16(at))).normalize("NFC");
  }

  skip(length: number): void {
    this.#take(length);
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new SignatureError("store.malformed", { what: "JKS" });
  }

  #take(length: number): number {
    const at = this.#at;
    if (length > this.#bytes.length - at) throw new SignatureError("store.malformed", { what: "JKS" });
    this.#at += length;
    return at;
  }
}
