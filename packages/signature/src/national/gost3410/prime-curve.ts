import { PrimeField, type PrimeElement } from "../arithmetic/prime-field.ts";
import { equalMask, negativeMask, ODD_MULTIPLES, oddDigits, publicDigits, tablePlace, WINDOW, windowCount } from "../arithmetic/windows.ts";

/** y² = x³ + ax + b over GF(p), and a point of prime order n. */
export interface PrimeCurveParameters {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly n: bigint;
  /** Points of the curve over n. */
  readonly cofactor: 1 | 4;
  readonly x: bigint;
  readonly y: bigint;
}

export interface AffinePoint {
  readonly x: PrimeElement;
  readonly y: PrimeElement;
}

/** Jacobian coordinates: (x/z², y/z³); infinity where z is 0. */
export interface JacobianPoint {
  readonly x: PrimeElement;
  readonly y: PrimeElement;
  readonly z: PrimeElement;
}

/** Digits of public scalars: width for the base point, whose table is kept, and for any other point. */
const BASE_WIDTH = 7;
const POINT_WIDTH = 5;
/** Every how many windows of the secret scalar have a table of their own; the others come to it by doubling the sum. */
const SPACING = 4;

/**
 * Points of a curve in short Weierstrass form.
 *
 * Constant time: `multiplyBase` only. It adds one entry of a table for each window of the scalar and reads all entries of the window to take one; its digits
 * are never zero, so that no sum is special. The rest is for public keys and signatures.
 */
export class PrimeCurve {
  readonly field: PrimeField;
  readonly parameters: PrimeCurveParameters;
  readonly base: AffinePoint;
  readonly #a: PrimeElement;
  readonly #aIsMinusThree: boolean;
  readonly #orderBits: number;
  readonly #t: readonly PrimeElement[];
  /** Multiples 1, 3, … 15 of 16^(4i) · P: x and y, digit by digit. */
  #windows: Float64Array | undefined;
  /** Odd multiples of P. */
  #odd: readonly AffinePoint[] | undefined;

  constructor(parameters: PrimeCurveParameters) {
    this.parameters = parameters;
    const field = new PrimeField(parameters.p);
    this.field = field;
    this.#a = field.fromNumber(parameters.a);
    this.#aIsMinusThree = (parameters.a + 3n) % parameters.p === 0n;
    this.#orderBits = parameters.n.toString(2).length;
    this.base = { x: field.fromNumber(parameters.x), y: field.fromNumber(parameters.y) };
    this.#t = Array.from({ length: 8 }, () => field.element());
  }

  isOnCurve({ x, y }: AffinePoint): boolean {
    const { field } = this;
    const left = field.element();
    const right = field.element();
    field.square(right, x);
    field.add(right, right, this.#a);
    field.multiply(right, right, x);
    field.add(right, right, field.fromNumber(this.parameters.b));
    field.square(left, y);
    field.subtract(left, left, right);
    return field.isZero(left);
  }

  /** Whether n times the point is infinity; follows from being on the curve where the cofactor is 1. */
  hasOrder(point: AffinePoint): boolean {
    if (this.parameters.cofactor === 1) return true;
    return this.field.isZero(this.multiplyPublic(0n, point, this.parameters.n).z);
  }

  infinity(): JacobianPoint {
    return { x: this.field.fromNumber(1n), y: this.field.fromNumber(1n), z: this.field.element() };
  }

  #double(point: JacobianPoint): void {
    const { field } = this;
    const [alpha, beta, gamma, delta, u] = this.#t as readonly [PrimeElement, PrimeElement, PrimeElement, PrimeElement, PrimeElement];
    const { x, y, z } = point;
    field.square(delta, z);
    field.square(gamma, y);
    field.multiply(beta, x, gamma);
    if (this.#aIsMinusThree) {
      field.subtract(u, x, delta);
      field.add(alpha, x, delta);
      field.multiply(alpha, alpha, u);
      field.scale(alpha, alpha, 3);
    } else {
      field.square(alpha, x);
      field.scale(alpha, alpha, 3);
      field.square(u, delta);
      field.multiply(u, u, this.#a);
      field.add(alpha, alpha, u);
      field.carry(alpha);
    }
    field.multiply(z, z, y);
    field.scale(z, z, 2);
    field.carry(z);
    field.square(x, alpha);
    field.scale(beta, beta, 4);
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - 2 * (beta[i] as number);
    field.carry(x);
    field.subtract(beta, beta, x);
    field.multiply(y, alpha, beta);
    field.square(gamma, gamma);
    for (let i = 0; i < y.length; i++) y[i] = (y[i] as number) - 8 * (gamma[i] as number);
    field.carry(y);
  }

  /**
   * Adds an affine point. `point` is neither infinity nor one of ±(x2, y2).
   */
  #addAffine({ x, y, z }: JacobianPoint, x2: PrimeElement, y2: PrimeElement): void {
    const { field } = this;
    const [zz, h, r, hh, v] = this.#t as readonly [PrimeElement, PrimeElement, PrimeElement, PrimeElement, PrimeElement];
    field.square(zz, z);
    field.multiply(h, x2, zz);
    field.subtract(h, h, x);
    field.multiply(zz, zz, z);
    field.multiply(r, y2, zz);
    field.subtract(r, r, y);
    field.multiply(z, z, h);
    this.#finishAddition(x, y, x, y, h, r, hh, v);
  }

  /** x3 and y3 from H, r and the first point brought to the common denominator (`ux`, `uy`). */
  #finishAddition(
    x: PrimeElement,
    y: PrimeElement,
    ux: PrimeElement,
    uy: PrimeElement,
    h: PrimeElement,
    r: PrimeElement,
    hh: PrimeElement,
    v: PrimeElement,
  ): void {
    const { field } = this;
    field.square(hh, h);
    field.multiply(v, ux, hh);
    field.multiply(hh, hh, h);
    field.multiply(y, uy, hh);
    field.square(x, r);
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - (hh[i] as number) - 2 * (v[i] as number);
    field.carry(x);
    field.subtract(v, v, x);
    field.multiply(hh, r, v);
    field.subtract(y, hh, y);
    field.carry(y);
  }

  /** For public points: sees to sums that are special. `sign` is 1 or −1. */
  #addPublic(point: JacobianPoint, other: AffinePoint | JacobianPoint, sign: number): void {
    const { field } = this;
    const z2 = "z" in other ? other.z : undefined;
    if (z2 && field.isZero(z2)) return;
    const [zz, h, r, hh, v, y2, ux, uy] = this.#t as readonly [
      PrimeElement,
      PrimeElement,
      PrimeElement,
      PrimeElement,
      PrimeElement,
      PrimeElement,
      PrimeElement,
      PrimeElement,
    ];
    const { x, y, z } = point;
    field.scale(y2, other.y, sign);
    if (field.isZero(z)) {
      x.set(other.x);
      y.set(y2);
      z.set(z2 ?? field.fromNumber(1n));
      return;
    }
    field.square(zz, z);
    field.multiply(h, other.x, zz);
    field.multiply(zz, zz, z);
    field.multiply(r, y2, zz);
    ux.set(x);
    uy.set(y);
    if (z2) {
      field.square(zz, z2);
      field.multiply(ux, x, zz);
      field.multiply(zz, zz, z2);
      field.multiply(uy, y, zz);
    }
    field.subtract(h, h, ux);
    field.subtract(r, r, uy);
    if (field.isZero(h)) {
      if (field.isZero(r)) this.#double(point);
      else z.fill(0);
      return;
    }
    field.multiply(z, z, h);
    if (z2) field.multiply(z, z, z2);
    this.#finishAddition(x, y, ux, uy, h, r, hh, v);
  }

  /** u·P + v·Q for public u, v and Q, both scalars in one pass (Straus, with non-adjacent forms). */
  multiplyPublic(u: bigint, point: AffinePoint, v: bigint): JacobianPoint {
    const ofBase = publicDigits(u, BASE_WIDTH);
    const ofPoint = publicDigits(v, POINT_WIDTH);
    const baseTable = (this.#odd ??= this.#affine(this.#oddMultiples(this.base, 2 ** (BASE_WIDTH - 2))));
    const pointTable = this.#oddMultiples(point, 2 ** (POINT_WIDTH - 2));
    const sum = this.infinity();
    for (let i = Math.max(ofBase.length, ofPoint.length) - 1; i >= 0; i--) {
      this.#double(sum);
      const forBase = ofBase[i] ?? 0;
      const forPoint = ofPoint[i] ?? 0;
      if (forBase !== 0) this.#addPublic(sum, baseTable[Math.abs(forBase) >> 1] as AffinePoint, Math.sign(forBase));
      if (forPoint !== 0) this.#addPublic(sum, pointTable[Math.abs(forPoint) >> 1] as JacobianPoint, Math.sign(forPoint));
    }
    return sum;
  }

  #oddMultiples({ x, y }: AffinePoint, count: number): JacobianPoint[] {
    const first = { x: x.slice(), y: y.slice(), z: this.field.fromNumber(1n) };
    const twice = copyOf(first);
    this.#double(twice);
    const multiples = [first];
    while (multiples.length < count) {
      const next = copyOf(multiples.at(-1) as JacobianPoint);
      this.#addPublic(next, twice, 1);
      multiples.push(next);
    }
    return multiples;
  }

  /** With one inversion for all. None may be infinity. */
  #affine(points: readonly JacobianPoint[]): AffinePoint[] {
    const { field } = this;
    const products = [field.fromNumber(1n)];
    for (const { z } of points) {
      const product = field.element();
      field.multiply(product, products.at(-1) as PrimeElement, z);
      products.push(product);
    }
    const inverse = field.element();
    field.invert(inverse, products.at(-1) as PrimeElement);
    const affine: AffinePoint[] = [];
    for (let i = points.length - 1; i >= 0; i--) {
      const { x, y, z } = points[i] as JacobianPoint;
      const own = field.element();
      field.multiply(own, inverse, products[i] as PrimeElement);
      field.multiply(inverse, inverse, z);
      const square = field.element();
      field.square(square, own);
      field.multiply(own, own, square);
      const point = { x: field.element(), y: field.element() };
      field.multiply(point.x, x, square);
      field.multiply(point.y, y, own);
      affine.push(point);
    }
    return affine.reverse();
  }

  #baseWindows(): Float64Array {
    const { digits } = this.field;
    const starts: JacobianPoint[] = [];
    const moving = { x: this.base.x.slice(), y: this.base.y.slice(), z: this.field.fromNumber(1n) };
    for (let i = 0; i < windowCount(this.#orderBits); i += SPACING) {
      starts.push(copyOf(moving));
      for (let j = 0; j < WINDOW * SPACING; j++) this.#double(moving);
    }
    const points = this.#affine(starts).flatMap((start) => this.#oddMultiples(start, ODD_MULTIPLES));
    const table = new Float64Array(points.length * 2 * digits);
    for (const [i, { x, y }] of this.#affine(points).entries()) {
      table.set(x, 2 * digits * i);
      table.set(y, 2 * digits * i + digits);
    }
    return table;
  }

  /** x of k·P, k odd, secret, 0 < k < n; little-endian octets both. In constant time. */
  multiplyBase(scalar: Uint8Array): Uint8Array<ArrayBuffer> {
    return this.multiplyBasePoint(scalar, 1).subarray(0, this.field.octets);
  }

  /** x‖y of k·P, or of −k·P where `keep` is 0. Otherwise as `multiplyBase`. */
  multiplyBasePoint(scalar: Uint8Array, keep: number): Uint8Array<ArrayBuffer> {
    const { field } = this;
    const { digits } = field;
    const windows = (this.#windows ??= this.#baseWindows());
    const chosen = oddDigits(scalar, windowCount(this.#orderBits));
    const x = field.element();
    const y = field.element();
    const sum: JacobianPoint = { x: field.element(), y: field.element(), z: field.fromNumber(1n) };
    let started = false;
    for (let offset = SPACING - 1; offset >= 0; offset--) {
      if (started) for (let j = 0; j < WINDOW; j++) this.#double(sum);
      for (let i = offset; i < chosen.length; i += SPACING) {
        take(x, y, windows, 2 * digits * ODD_MULTIPLES * Math.floor(i / SPACING), chosen[i] as number);
        if (started) this.#addAffine(sum, x, y);
        else {
          sum.x.set(x);
          sum.y.set(y);
          started = true;
        }
      }
    }
    field.invert(y, sum.z);
    field.square(x, y);
    field.multiply(y, y, x);
    field.multiply(x, x, sum.x);
    field.multiply(y, y, sum.y);
    field.scale(y, y, 2 * keep - 1);
    const octets = new Uint8Array(2 * field.octets);
    octets.set(field.toOctets(x));
    octets.set(field.toOctets(y), field.octets);
    for (const secret of [x, y, sum.x, sum.y, sum.z, chosen, ...this.#t]) secret.fill(0);
    return octets;
  }
}

function copyOf({ x, y, z }: JacobianPoint): JacobianPoint {
  return { x: x.slice(), y: y.slice(), z: z.slice() };
}

/** The table's entry for a window of the secret, with its sign: every entry is read, times 1 or 0. */
function take(x: PrimeElement, y: PrimeElement, table: Float64Array, start: number, window: number): void {
  const digits = x.length;
  const place = tablePlace(window);
  x.fill(0);
  y.fill(0);
  for (let entry = 0; entry < ODD_MULTIPLES; entry++) {
    const wanted = -equalMask(entry, place);
    const at = start + 2 * digits * entry;
    for (let i = 0; i < digits; i++) {
      x[i] = (x[i] as number) + (table[at + i] as number) * wanted;
      y[i] = (y[i] as number) + (table[at + digits + i] as number) * wanted;
    }
  }
  const sign = 1 + 2 * negativeMask(window);
  for (let i = 0; i < digits; i++) y[i] = (y[i] as number) * sign;
}
