import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";

/**
 * A secret below 2^`bits`, little-endian in `octets`, drawn anew until `take` finds it in range: for a prime order of that length, twice on average. What is
 * thrown away tells nothing of what is kept.
 */
export function drawSecret<T>(
  size: { readonly bits: number; readonly octets: number },
  random: (octets: Bytes) => void,
  take: (secret: Bytes) => T,
): { readonly secret: Bytes; readonly taken: T } {
  const secret = new Uint8Array(size.octets);
  for (;;) {
    random(secret);
    const top = (size.bits - 1) >> 3;
    secret.fill(0, top + 1);
    secret[top] = (secret[top] as number) & (2 ** (((size.bits - 1) & 7) + 1) - 1);
    try {
      return { secret, taken: take(secret) };
    } catch (error) {
      if (!(error instanceof SignatureError) || error.params["what"] !== "range") throw error;
    }
  }
}
