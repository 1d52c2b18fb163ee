import { PrimeField } from "../arithmetic/prime-field.ts";
import { BinaryCurve } from "./binary-curve.ts";
import { BinaryField } from "./binary-field.ts";
import type { CurveNumbers, NormalCurveNumbers } from "./curves.ts";
import { NormalBasis } from "./normal-basis.ts";
import type { Dstu4145Domain } from "./signature.ts";

const kept = new WeakMap<CurveNumbers, Dstu4145Domain>();

/** The domain of a curve, made once. The numbers are believed: `checkCurve` is for those of strangers. */
export function dstu4145Domain(numbers: CurveNumbers | NormalCurveNumbers): Dstu4145Domain {
  const known = kept.get(numbers);
  if (known) return known;
  const field = new BinaryField(numbers);
  const element = (hex: string) => field.fromOctets(hexOctets(hex));
  const basis = "root" in numbers ? new NormalBasis(field, element(numbers.root)) : undefined;
  const own = (hex: string) => (basis ? basis.toPolynomial(element(hex)) : element(hex));
  const n = BigInt(`0x${numbers.n}`);
  const base = { x: own(numbers.x), y: own(numbers.y) };
  const curve = new BinaryCurve({ field, a: numbers.a, b: own(numbers.b), n, base });
  const domain: Dstu4145Domain = { curve, order: new PrimeField(n), basis };
  kept.set(numbers, domain);
  return domain;
}

/** Little-endian. */
function hexOctets(hex: string): Uint8Array {
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Uint8Array.from({ length: even.length / 2 }, (_, i) =>
    Number.parseInt(even.slice(even.length - 2 * i - 2, even.length - 2 * i), 16),
  );
}
