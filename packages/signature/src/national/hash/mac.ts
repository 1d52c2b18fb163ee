import type { Bytes } from "../../bytes.ts";

/** A message authentication code under way. */
export interface Mac {
  update(data: Uint8Array): Mac;
  /** Ends it. Throws `input.invalid` when it has ended. */
  digest(): Bytes;
}

/** Compares in a time that does not depend on where the two differ. False for different lengths. */
export function sameTag(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}
