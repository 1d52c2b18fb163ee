import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { copy, toHex } from "../bytes.ts";

/** Something is known to have been there at a moment. */
export interface ProofOfExistence {
  /** SHA-256 of its octets, hex. */
  readonly sha256: string;
  readonly at: Date;
}

/**
 * Since when objects (certificates, lists, responses: DER) are proven to be there (EN 319 102-1 5.6.2.3). What nothing is known of exists since the
 * verifier looks at it.
 */
export class ProofsOfExistence {
  readonly now: Date;
  readonly #since = new Map<string, Date>();
  readonly #option: CryptoOption;

  constructor(now: Date, option: CryptoOption, known: readonly ProofOfExistence[] = []) {
    this.now = now;
    this.#option = option;
    for (const { sha256, at } of known) this.#keep(sha256.toLowerCase(), at);
  }

  async add(objects: readonly Uint8Array[], at: Date): Promise<void> {
    for (const object of objects) this.#keep(await this.#nameOf(object), at);
  }

  async since(object: Uint8Array): Promise<Date> {
    // nothing to look up, nothing to hash
    return (this.#since.size > 0 && this.#since.get(await this.#nameOf(object))) || this.now;
  }

  #keep(name: string, at: Date): void {
    const before = this.#since.get(name) ?? this.now;
    if (at < before) this.#since.set(name, at);
  }

  async #nameOf(object: Uint8Array): Promise<string> {
    return toHex(await digest("SHA-256", copy(object), this.#option));
  }
}
