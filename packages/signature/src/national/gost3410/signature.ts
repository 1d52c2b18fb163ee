import { bigEndian, littleEndianNumber, nonces } from "../arithmetic/nonce.ts";
import { invertPublic, PrimeField } from "../arithmetic/prime-field.ts";
import { oddScalar } from "../arithmetic/secret-scalar.ts";
import type { HashFunction } from "../hash/hash.ts";
import { SignatureError } from "../../errors.ts";
import { PrimeCurve, type AffinePoint, type PrimeCurveParameters } from "./prime-curve.ts";

/** Little-endian, each as long as the curve's field: 32 or 64 octets. */
export interface Gost3410Value {
  readonly r: Uint8Array<ArrayBuffer>;
  readonly s: Uint8Array<ArrayBuffer>;
}

/** A curve with its order's arithmetic. Tables come with the first use. */
export interface Gost3410Domain {
  readonly curve: PrimeCurve;
  readonly order: PrimeField;
  /** Of a coordinate, of r and of s. */
  readonly octets: number;
}

export function gost3410Domain(parameters: PrimeCurveParameters): Gost3410Domain {
  const curve = new PrimeCurve(parameters);
  return { curve, order: new PrimeField(parameters.n), octets: curve.field.octets };
}

/** Reads x‖y, little-endian. Throws `key.invalid`: wrong length, a coordinate that is not below p, off the curve, not of order n. */
export function readGost3410Point({ curve, octets }: Gost3410Domain, key: Uint8Array): AffinePoint {
  if (key.length !== 2 * octets) throw new SignatureError("key.invalid", { what: "length" });
  const [x, y] = [key.subarray(0, octets), key.subarray(octets)].map(littleEndianNumber) as [bigint, bigint];
  if (x >= curve.parameters.p || y >= curve.parameters.p) throw new SignatureError("key.invalid", { what: "range" });
  const point = { x: curve.field.fromNumber(x), y: curve.field.fromNumber(y) };
  if (!curve.isOnCurve(point)) throw new SignatureError("key.invalid", { what: "curve" });
  if (!curve.hasOrder(point)) throw new SignatureError("key.invalid", { what: "order" });
  return point;
}

/** GOST R 34.10-2012 6.2 (RFC 7091 6.2). `digest` as the hash function gives it: read as a little-endian number. False for every value out of range. */
export function verifyGost3410({ curve, octets }: Gost3410Domain, key: AffinePoint, digest: Uint8Array, value: Gost3410Value): boolean {
  const { n, p } = curve.parameters;
  if (value.r.length !== octets || value.s.length !== octets) return false;
  const r = littleEndianNumber(value.r);
  const s = littleEndianNumber(value.s);
  if (r === 0n || r >= n || s === 0n || s >= n) return false;
  const v = invertPublic(messageNumber(digest, n), n);
  const sum = curve.multiplyPublic((s * v) % n, key, ((n - r) * v) % n);
  const { field } = curve;
  if (field.isZero(sum.z)) return false;
  // x = X / Z²; instead of dividing, every x that leaves r is tried
  const square = field.element();
  field.square(square, sum.z);
  for (let x = r; x < p; x += n) {
    const product = field.element();
    field.multiply(product, field.fromNumber(x), square);
    field.subtract(product, product, sum.x);
    if (field.isZero(product)) return true;
  }
  return false;
}

function messageNumber(digest: Uint8Array, n: bigint): bigint {
  return littleEndianNumber(digest) % n || 1n;
}

export interface Gost3410SigningInput {
  /** Little-endian, as long as the curve's field. */
  readonly privateKey: Uint8Array;
  readonly digest: Uint8Array;
  /** Draws the nonce; the message's own hash function does. */
  readonly hash: HashFunction;
  readonly entropy?: Uint8Array;
}

/**
 * GOST R 34.10-2012 6.1, with a nonce by RFC 6979. Constant time in key and nonce: numbers are digits of `PrimeField`, the base point is multiplied as `PrimeCurve` says.
 * Throws `key.invalid` for a key that is 0 or not below n.
 */
export function signGost3410(domain: Gost3410Domain, { privateKey, digest, hash, entropy }: Gost3410SigningInput): Gost3410Value {
  assertPrivateKey(domain, privateKey);
  const { n } = domain.curve.parameters;
  const length = domain.order.octets;
  const ordered = new Uint8Array(privateKey.subarray(0, length)).reverse();
  try {
    for (const nonce of nonces({ hash, order: n, privateKey: ordered, digest, entropy })) {
      const value = signWithNonce(domain, privateKey, digest, nonce);
      nonce.fill(0);
      if (value) return value;
    }
  } finally {
    ordered.fill(0);
  }
  throw new SignatureError("key.invalid", { what: "nonce" });
}

/** `null` where r or s is 0 and another nonce is needed. */
export function signWithNonce(domain: Gost3410Domain, privateKey: Uint8Array, digest: Uint8Array, nonce: Uint8Array): Gost3410Value | null {
  const { curve, order, octets } = domain;
  const scalar = oddScalar(order, nonce);
  const r = order.fromOctets(curve.multiplyBase(scalar));
  const d = order.fromOctets(privateKey);
  const k = order.fromOctets(scalar);
  const s = order.element();
  order.multiply(s, r, d);
  order.multiply(k, k, order.fromNumber(messageNumber(digest, curve.parameters.n)));
  order.add(s, s, k);
  const none = order.isZero(r) || order.isZero(s);
  const value = { r: widen(order.toOctets(r), octets), s: widen(order.toOctets(s), octets) };
  for (const secret of [scalar, d, k]) secret.fill(0);
  return none ? null : value;
}

function widen(octets: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const wide = new Uint8Array(length);
  wide.set(octets);
  return wide;
}

/** Little-endian private key: 0 < d < n. Compared without a branch on its octets. */
function assertPrivateKey({ curve, octets }: Gost3410Domain, key: Uint8Array): void {
  if (key.length !== octets) throw new SignatureError("key.invalid", { what: "length" });
  const limit = bigEndian(curve.parameters.n, octets).reverse();
  let borrow = 0;
  let any = 0;
  for (let i = 0; i < octets; i++) {
    borrow = ((key[i] as number) - (limit[i] as number) + borrow) >> 8;
    any |= key[i] as number;
  }
  if (borrow === 0 || any === 0) throw new SignatureError("key.invalid", { what: "range" });
}

/** The public key x‖y, little-endian, of a private one. Constant time but for which half of the scalars it is in. */
export function gost3410PublicKey(domain: Gost3410Domain, privateKey: Uint8Array): Uint8Array<ArrayBuffer> {
  assertPrivateKey(domain, privateKey);
  return domain.curve.multiplyBasePoint(oddScalar(domain.order, privateKey), (privateKey[0] as number) & 1);
}
