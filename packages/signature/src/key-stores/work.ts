import { SignatureError } from "../errors.ts";

/** What opening a file may cost, so that a stranger's file costs no more than that. */
export interface StoreLimits {
  /** Octets of the file. Default 1 MiB. */
  readonly octets?: number;
  /**
   * Steps for making keys of the password, over the whole file: one of the platform's PBKDF2 counts 1, one of a hash in JavaScript 5 to 20. Default
   * 10,000,000, some seconds; stores of the field take 2,000 to 600,000.
   */
  readonly steps?: number;
}

export const STORE_LIMITS: Required<StoreLimits> = { octets: 1024 * 1024, steps: 10_000_000 };

/** Keys, certificates and other things that one store may hold. */
export const MOST_ENTRIES = 256;

/** Counts down while a store is opened. */
export class OpeningWork {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Before a key is made: throws `input.too-large` (`what: "iterations"`). Iterations below 1 are `store.malformed`. */
  spend(iterations: number, cost: number): void {
    if (!Number.isSafeInteger(iterations) || iterations < 1) throw new SignatureError("store.malformed", { what: "iterations" });
    this.#left -= iterations * cost;
    if (this.#left < 0) throw new SignatureError("input.too-large", { what: "iterations", iterations });
  }
}
