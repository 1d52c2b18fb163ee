import { bigEndian, littleEndianNumber, nonces } from "../arithmetic/nonce.ts";
import type { PrimeField } from "../arithmetic/prime-field.ts";
import { oddScalar } from "../arithmetic/secret-scalar.ts";
import type { HashFunction } from "../hash/hash.ts";
import { SignatureError } from "../../errors.ts";
import type { BinaryCurve, BinaryPoint } from "./binary-curve.ts";
import type { BinaryElement } from "./binary-field.ts";
import type { NormalBasis } from "./normal-basis.ts";

/** Little-endian, each as long as the order. */
export interface Dstu4145Value {
  readonly r: Uint8Array<ArrayBuffer>;
  readonly s: Uint8Array<ArrayBuffer>;
}

/** A curve with its order's arithmetic. Tables come with the first use. */
export interface Dstu4145Domain {
  readonly curve: BinaryCurve;
  readonly order: PrimeField;
  /** Where elements are written in an optimal normal basis; calculations are in the polynomial one. */
  readonly basis?: NormalBasis | undefined;
}

/** What elements are read by. */
export type Dstu4145Field = Pick<Dstu4145Domain, "curve" | "basis">;

/** An element as octets mean it: little-endian, in the domain's basis. Bits beyond the field are dropped. */
export function readElement({ curve, basis }: Dstu4145Field, octets: Uint8Array): BinaryElement {
  const element = curve.parameters.field.fromOctets(octets);
  return basis ? basis.toPolynomial(element) : element;
}

export function writeElement({ curve, basis }: Dstu4145Field, element: BinaryElement): Uint8Array<ArrayBuffer> {
  return curve.parameters.field.toOctets(basis ? basis.fromPolynomial(element) : element);
}

/** DSTU 4145 5.9: the hash as an element, its first octet lowest; zero becomes one. */
function messageElement(domain: Dstu4145Domain, digest: Uint8Array): BinaryElement {
  const element = readElement(domain, digest);
  return domain.curve.parameters.field.isZero(element) ? domain.curve.parameters.field.one() : element;
}

/** DSTU 4145 5.8: an element as a number of one bit less than the order. */
function elementNumber(domain: Dstu4145Domain, element: BinaryElement): Uint8Array<ArrayBuffer> {
  const { bits, octets } = domain.order;
  const number = new Uint8Array(octets);
  number.set(writeElement(domain, element).subarray(0, octets));
  const top = (bits - 1) >> 3;
  number[top] = (number[top] as number) & ((1 << ((bits - 1) & 7)) - 1);
  number.fill(0, top + 1);
  return number;
}

/**
 * DSTU 4145 section 13. `digest` as the hash function gives it. False for every value out of range. `key` has been checked where it was read.
 */
export function verifyDstu4145(domain: Dstu4145Domain, key: BinaryPoint, digest: Uint8Array, value: Dstu4145Value): boolean {
  const { curve, order } = domain;
  if (value.r.length !== order.octets || value.s.length !== order.octets) return false;
  const r = littleEndianNumber(value.r);
  const s = littleEndianNumber(value.s);
  if (r === 0n || r >= order.modulus || s === 0n || s >= order.modulus) return false;
  const x = curve.multiplyPublic(s, key, r);
  if (!x) return false;
  curve.parameters.field.multiplyPublic(x, x, messageElement(domain, digest));
  return littleEndianNumber(elementNumber(domain, x)) === r;
}

export interface Dstu4145SigningInput {
  /** Little-endian, as long as the order. */
  readonly privateKey: Uint8Array;
  readonly digest: Uint8Array;
  /** Draws the nonce; the message's own hash function does. */
  readonly hash: HashFunction;
  readonly entropy?: Uint8Array;
}

/**
 * DSTU 4145 section 12, with a nonce by RFC 6979. Constant time in key and nonce: numbers are digits of `PrimeField`, the base point is multiplied as `BinaryCurve` says; what
 * becomes r is public. Throws `key.invalid` for a key that is 0 or not below n.
 */
export function signDstu4145(domain: Dstu4145Domain, { privateKey, digest, hash, entropy }: Dstu4145SigningInput): Dstu4145Value {
  assertPrivateKey(domain, privateKey);
  const ordered = new Uint8Array(privateKey).reverse();
  try {
    for (const nonce of nonces({ hash, order: domain.order.modulus, privateKey: ordered, digest, entropy })) {
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
export function signWithNonce(domain: Dstu4145Domain, privateKey: Uint8Array, digest: Uint8Array, nonce: Uint8Array): Dstu4145Value | null {
  const { curve, order } = domain;
  const scalar = oddScalar(order, nonce);
  const { x } = curve.multiplyBase(scalar);
  curve.parameters.field.multiply(x, x, messageElement(domain, digest));
  const rOctets = elementNumber(domain, x);
  const r = order.fromOctets(rOctets);
  const d = order.fromOctets(privateKey);
  const e = order.fromOctets(nonce);
  const s = order.element();
  order.multiply(s, r, d);
  order.add(s, s, e);
  const none = order.isZero(r) || order.isZero(s);
  const value = { r: rOctets, s: order.toOctets(s) };
  for (const secret of [scalar, d, e]) secret.fill(0);
  return none ? null : value;
}

/** Little-endian private key: 0 < d < n. Compared without a branch on its octets. */
function assertPrivateKey({ order }: Dstu4145Domain, key: Uint8Array): void {
  if (key.length !== order.octets) throw new SignatureError("key.invalid", { what: "length" });
  const limit = bigEndian(order.modulus, order.octets).reverse();
  let borrow = 0;
  let any = 0;
  for (let i = 0; i < key.length; i++) {
    borrow = ((key[i] as number) - (limit[i] as number) + borrow) >> 8;
    any |= key[i] as number;
  }
  if (borrow === 0 || any === 0) throw new SignatureError("key.invalid", { what: "range" });
}

/** Q = −d·P (DSTU 4145 section 10). In constant time. */
export function dstu4145PublicKey(domain: Dstu4145Domain, privateKey: Uint8Array): BinaryPoint {
  assertPrivateKey(domain, privateKey);
  const { curve, order } = domain;
  const scalar = oddScalar(order, privateKey);
  const point = curve.multiplyBase(scalar);
  // d is the odd one: negate; else n − d was multiplied, which is the negative already
  const mask = -((privateKey[0] as number) & 1);
  for (let i = 0; i < point.y.length; i++) point.y[i] = (point.y[i] as number) ^ ((point.x[i] as number) & mask);
  scalar.fill(0);
  return point;
}
