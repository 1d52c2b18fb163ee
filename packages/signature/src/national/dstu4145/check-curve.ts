import { SignatureError } from "../../errors.ts";
import { BinaryField } from "./binary-field.ts";
import type { CurveNumbers } from "./curves.ts";
import { dstu4145Domain } from "./domain.ts";
import type { Dstu4145Domain } from "./signature.ts";

/** Rounds of Miller and Rabin with random bases: a composite number passes with a chance below 2^−80. */
const ROUNDS = 40;
/** n may not divide 2^(m·k) − 1 for these k, as logarithms in the field would be in reach (DSTU 4145 7.2). */
const EMBEDDING_LIMIT = 32n;

/**
 * Domain parameters that a stranger gives (DSTU 4145 section 7): m prime, the polynomial irreducible, n prime and large enough, the point on the curve and of order n. As n is above
 * 4√2^m, the number of points is a multiple of n that Hasse's bounds leave no choice of; it has to be 2n (a = 1) or 4n (a = 0). Throws `key.invalid`.
 */
export function checkCurve(numbers: CurveNumbers): Dstu4145Domain {
  const { m, middle } = numbers;
  const highest = middle[0] ?? 0;
  if (m < 163 || m > 509 || !isPrime(BigInt(m))) throw invalid("field");
  if ((middle.length !== 1 && middle.length !== 3) || highest > m - 32 || middle.some((k, i) => k <= (middle[i + 1] ?? 0)))
    throw invalid("polynomial");
  if (!isIrreducible(new BinaryField(numbers))) throw invalid("polynomial");
  const n = BigInt(`0x${numbers.n}`);
  const size = 1n << BigInt(m);
  const difference = n * (numbers.a === 1 ? 2n : 4n) - size - 1n;
  if (n < 1n << 160n || n * n <= 16n * size || difference * difference > 4n * size || !isPrime(n)) throw invalid("order");
  let power = 1n;
  for (let k = 0n; k < EMBEDDING_LIMIT; k++) {
    power = (power * size) % n;
    if (power === 1n) throw invalid("embedding");
  }
  for (const hex of [numbers.b, numbers.x, numbers.y]) if (BigInt(`0x${hex}`) >= size) throw invalid("length");
  if (BigInt(`0x${numbers.b}`) === 0n) throw invalid("curve");
  const domain = dstu4145Domain(numbers);
  const { curve } = domain;
  if (!curve.isOnCurve(curve.parameters.base)) throw invalid("base");
  if (curve.parameters.field.isZero(curve.parameters.base.x) || !curve.baseHasOrder()) throw invalid("base");
  return domain;
}

/** For a prime degree: x^(2^m) = x says that all factors have degree 1 or m, and neither 0 nor 1 is a root (an odd count of terms, a last term). */
function isIrreducible(field: BinaryField): boolean {
  const x = field.element();
  x[0] = 2;
  const power = field.element();
  field.power2(power, x, field.m);
  return field.equals(power, x);
}

/** Miller and Rabin. */
export function isPrime(n: bigint): boolean {
  if (n < 4n) return n === 2n || n === 3n;
  if (n % 2n === 0n) return false;
  let odd = n - 1n;
  let twos = 0;
  for (; odd % 2n === 0n; odd /= 2n) twos++;
  const octets = new Uint8Array(Math.ceil(n.toString(16).length / 2) + 8);
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.crypto.getRandomValues(octets);
    const base = 2n + (octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n) % (n - 3n));
    let value = power(base, odd, n);
    let left = twos;
    while (left > 1 && value !== 1n && value !== n - 1n) {
      value = (value * value) % n;
      left--;
      if (value === 1n) return false;
    }
    if (value !== n - 1n && !(value === 1n && left === twos)) return false;
  }
  return true;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === "1") result = (result * base) % modulus;
  }
  return result;
}

function invalid(what: string): SignatureError {
  return new SignatureError("key.invalid", { what });
}
