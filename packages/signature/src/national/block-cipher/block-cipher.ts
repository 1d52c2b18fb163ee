import { SignatureError } from "../../errors.ts";

/** A cipher under one key. Blocks are changed in place. */
export interface BlockCipher {
  /** Octets. */
  readonly blockLen: number;
  encrypt(block: Uint8Array): void;
  decrypt(block: Uint8Array): void;
  /** Overwrites the key; the cipher is of no use after it. */
  destroy(): void;
}

/** Throws `input.invalid` where `octets` has not the length, or none of the lengths. */
export function checkLength(octets: Uint8Array, what: string, ...lengths: readonly number[]): void {
  if (!lengths.includes(octets.length)) throw new SignatureError("input.invalid", { what, octets: octets.length });
}
