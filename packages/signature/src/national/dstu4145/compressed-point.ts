import { SignatureError } from "../../errors.ts";
import type { BinaryPoint } from "./binary-curve.ts";
import { readElement, writeElement, type Dstu4145Field } from "./signature.ts";

/**
 * DSTU 4145 6.10: x, little-endian, its lowest bit replaced by the trace of y/x; the trace of x, which is a for points of order n, gives the bit back.
 * Throws `key.invalid`: wrong length, bits beyond the field, no such point, not of order n.
 */
export function readPoint(domain: Dstu4145Field, octets: Uint8Array): BinaryPoint {
  const { field, a, b } = domain.curve.parameters;
  const length = Math.ceil(field.m / 8);
  if (octets.length !== length || (octets.at(-1) as number) >> (((field.m - 1) & 7) + 1) !== 0) throw invalid("length");
  const bit = (octets[0] as number) & 1;
  const cleared = Uint8Array.from(octets);
  cleared[0] = (octets[0] as number) & 0xfe;
  let x = readElement(domain, cleared);
  if (field.trace(x) !== a) {
    cleared[0] = (octets[0] as number) | 1;
    x = readElement(domain, cleared);
  }
  if (field.isZero(x)) throw invalid("order");
  // z = y/x solves z² + z = x + a + b/x²
  const right = field.element();
  field.square(right, x);
  field.invert(right, right);
  field.multiplyPublic(right, right, b);
  field.add(right, right, x);
  right[0] = (right[0] as number) ^ a;
  const z = field.element();
  field.solveQuadratic(z, right);
  if (field.trace(z) !== bit) z[0] = (z[0] as number) ^ 1;
  const y = field.element();
  field.multiplyPublic(y, z, x);
  const point = { x, y };
  if (!domain.curve.isOnCurve(point)) throw invalid("curve");
  if (!domain.curve.hasOrder(point)) throw invalid("order");
  return point;
}

/** DSTU 4145 6.9. */
export function writePoint(domain: Dstu4145Field, { x, y }: BinaryPoint): Uint8Array<ArrayBuffer> {
  const { field } = domain.curve.parameters;
  const z = field.element();
  field.invert(z, x);
  field.multiplyPublic(z, z, y);
  const octets = writeElement(domain, x);
  octets[0] = ((octets[0] as number) & 0xfe) | field.trace(z);
  return octets;
}

function invalid(what: string): SignatureError {
  return new SignatureError("key.invalid", { what });
}
