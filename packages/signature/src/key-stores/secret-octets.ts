import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";

/**
 * Octets of a private key. They stand in a private field: neither `JSON.stringify` nor a console nor `structuredClone` sees them, and no error carries
 * them. Overwritten by `destroy`; copies that an engine's garbage collector makes are beyond a program's reach.
 */
export class SecretOctets {
  #octets: Bytes | undefined;

  /** Takes the octets over: they are not copied, and are overwritten at the end. */
  constructor(octets: Bytes) {
    this.#octets = octets;
  }

  /** Hands them to `work` for as long as it runs. Throws `store.closed` after `destroy`. */
  use<T>(work: (octets: Bytes) => T): T {
    if (!this.#octets) throw new SignatureError("store.closed");
    return work(this.#octets);
  }

  get destroyed(): boolean {
    return this.#octets === undefined;
  }

  destroy(): void {
    this.#octets?.fill(0);
    this.#octets = undefined;
  }
}
