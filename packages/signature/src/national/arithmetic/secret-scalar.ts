import type { PrimeField } from "./prime-field.ts";

/**
 * The odd one of k and n − k, for a secret k below n, little-endian: the base point's multiples by both share their x. Chosen by a mask, so that time does
 * not tell which it was.
 */
export function oddScalar(order: PrimeField, scalar: Uint8Array): Uint8Array<ArrayBuffer> {
  const element = order.fromOctets(scalar);
  const minus = order.element();
  order.scale(minus, element, -1);
  const negated = order.toOctets(minus);
  const keep = -((scalar[0] as number) & 1);
  const odd = negated.map((octet, i) => (octet & ~keep) | ((scalar[i] as number) & keep));
  for (const secret of [element, minus, negated]) secret.fill(0);
  return odd;
}
