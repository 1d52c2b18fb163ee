import { equalMask, negativeMask, ODD_MULTIPLES, oddDigits, publicDigits, tablePlace, WINDOW, windowCount } from "../arithmetic/windows.ts";
import type { BinaryElement, BinaryField } from "./binary-field.ts";

export interface BinaryPoint {
  readonly x: BinaryElement;
  readonly y: BinaryElement;
}

/** Coordinates of López and Dahab: (x/z, y/z²); infinity where z is 0. */
interface ProjectivePoint extends BinaryPoint {
  readonly z: BinaryElement;
}

/** y² + xy = x³ + ax² + b, with a of 0 or 1, and a point of prime order. */
export interface BinaryCurveParameters {
  readonly field: BinaryField;
  readonly a: 0 | 1;
  readonly b: BinaryElement;
  readonly n: bigint;
  readonly base: BinaryPoint;
}

/** Of a point, and of the point times 2^half once that is needed. */
class OddMultiples {
  readonly low: readonly BinaryPoint[];
  high: readonly BinaryPoint[] | undefined;

  constructor(low: readonly BinaryPoint[]) {
    this.low = low;
  }
}

type Product = (out: BinaryElement, a: BinaryElement, b: BinaryElement) => void;

/** Digits of public scalars: width for the base point, whose table is kept, and for any other point. */
const BASE_WIDTH = 9;
const POINT_WIDTH = 5;
/** Every how many windows of the secret scalar have a table of their own; the others come to it by doubling the sum. */
const SPACING = 4;

/**
 * Points of a curve over GF(2^m).
 *
 * Constant time: `multiplyBase` only. It adds one entry of a table for each window of the scalar and reads all entries of the window to take one; its digits
 * are never zero, so that no sum is special. The rest is for public keys and signatures.
 */
export class BinaryCurve {
  readonly parameters: BinaryCurveParameters;
  readonly #t: readonly BinaryElement[];
  readonly #secretly: Product;
  readonly #publicly: Product;
  readonly #multiplyByB: (out: BinaryElement, a: BinaryElement) => void;
  /** Multiples 1, 3, … 15 of 16^(4i) · P: x and y, word by word. */
  #windows: Int32Array | undefined;
  #base: OddMultiples | undefined;
  readonly #keys = new WeakMap<BinaryPoint, OddMultiples>();

  constructor(parameters: BinaryCurveParameters) {
    this.parameters = parameters;
    const { field } = parameters;
    this.#t = Array.from({ length: 7 }, () => field.element());
    this.#secretly = (out, a, b) => field.multiply(out, a, b);
    this.#publicly = (out, a, b) => field.multiplyPublic(out, a, b);
    this.#multiplyByB = field.multiplierPublic(parameters.b);
  }

  isOnCurve({ x, y }: BinaryPoint): boolean {
    const { field, a, b } = this.parameters;
    const left = field.element();
    const right = field.element();
    field.add(left, y, x);
    field.multiplyPublic(left, left, y);
    right.set(x);
    right[0] = (right[0] as number) ^ a;
    const square = field.element();
    field.square(square, x);
    field.multiplyPublic(right, right, square);
    field.add(right, right, b);
    return field.equals(left, right);
  }

  /**
   * Whether a point of the curve is in the group of order n, where the curve has 2n points (a = 1) or 4n (a = 0). It is, when it can be halved as often: once
   * where the trace of x is a; twice where the same holds for a half (Knudsen 1999, section 3).
   */
  hasOrder({ x, y }: BinaryPoint): boolean {
    const { field, a } = this.parameters;
    if (field.isZero(x) || field.trace(x) !== a) return false;
    if (a === 1) return true;
    // λ² + λ = x; the half's x, squared, is y + (λ + 1)x, and has the same trace as its root
    const half = field.element();
    field.solveQuadratic(half, x);
    half[0] = (half[0] as number) ^ 1;
    field.multiplyPublic(half, half, x);
    field.add(half, half, y);
    return field.trace(half) === 0;
  }

  #double({ x, y, z }: ProjectivePoint, multiply: Product): void {
    const { field, a, b } = this.parameters;
    const [zz, bz] = this.#t as readonly [BinaryElement, BinaryElement];
    field.square(zz, z);
    field.square(x, x);
    multiply(z, x, zz);
    field.square(zz, zz);
    if (multiply === this.#publicly) this.#multiplyByB(bz, zz);
    else multiply(bz, b, zz);
    field.square(x, x);
    field.add(x, x, bz);
    field.square(y, y);
    field.add(y, y, bz);
    if (a === 1) field.add(y, y, z);
    multiply(y, y, x);
    multiply(bz, bz, z);
    field.add(y, y, bz);
  }

  /**
   * Adds an affine point. `point` is neither infinity nor one of ±(x2, y2).
   */
  #add({ x, y, z }: ProjectivePoint, x2: BinaryElement, y2: BinaryElement, multiply: Product): void {
    const { field, a } = this.parameters;
    const [s, t, c, u] = this.#t as readonly [BinaryElement, BinaryElement, BinaryElement, BinaryElement];
    field.square(s, z);
    multiply(s, s, y2);
    field.add(y, y, s);
    multiply(t, z, x2);
    field.add(t, t, x);
    multiply(c, t, z);
    field.square(z, c);
    // x3 = A² + C(A + B² + aC), with A in y, B in t
    field.square(t, t);
    field.add(t, t, y);
    if (a === 1) field.add(t, t, c);
    multiply(t, t, c);
    field.square(x, y);
    field.add(x, x, t);
    // y3 = (x2 z3 + x3)(AC + z3) + (x2 + y2) z3²
    multiply(y, y, c);
    field.add(y, y, z);
    multiply(u, x2, z);
    field.add(u, u, x);
    multiply(y, y, u);
    field.square(s, z);
    field.add(u, x2, y2);
    multiply(s, s, u);
    field.add(y, y, s);
  }

  /** For public points: sees to sums that are special. */
  #addPublic(point: ProjectivePoint, { x: x2, y: y2 }: BinaryPoint): void {
    const { field } = this.parameters;
    if (field.isZero(point.z)) {
      point.x.set(x2);
      point.y.set(y2);
      point.z.set(field.one());
      return;
    }
    const [before, y] = [this.#t[5], this.#t[6]] as [BinaryElement, BinaryElement];
    before.set(point.z);
    y.set(point.y);
    this.#add(point, x2, y2, this.#publicly);
    // z of a sum is zero exactly where both have the same x
    if (!field.isZero(point.z)) return;
    field.square(point.x, before);
    field.multiplyPublic(point.x, point.x, y2);
    if (!field.equals(point.x, y)) return;
    field.multiplyPublic(point.x, before, x2);
    point.y.set(y);
    point.z.set(before);
    this.#double(point, this.#publicly);
  }

  /**
   * x of u·P + v·Q for public u, v and Q of order n, in one pass (Straus, with non-adjacent forms); `null` for infinity. A key that is used again (the same object) is given
   * the multiple by 2^half too, so that its scalars are of half the length.
   */
  multiplyPublic(u: bigint, point: BinaryPoint, v: bigint): BinaryElement | null {
    const { field, base, n } = this.parameters;
    const half = BigInt((n.toString(2).length + 1) >> 1);
    const known = this.#keys.get(point);
    const ofBase = (this.#base ??= new OddMultiples(this.#oddMultiples(base, 2 ** (BASE_WIDTH - 2))));
    const ofPoint = known ?? new OddMultiples(v === 0n ? [] : this.#oddMultiples(point, 2 ** (POINT_WIDTH - 2)));
    if (v !== 0n) this.#keys.set(point, ofPoint);
    const terms: { digits: Int16Array; table: readonly BinaryPoint[] }[] = [];
    for (const [multiples, start, scalar, width] of [
      [ofBase, base, u, BASE_WIDTH],
      [ofPoint, point, v, POINT_WIDTH],
    ] as const) {
      if (!known) {
        terms.push({ digits: publicDigits(scalar, width), table: multiples.low });
        continue;
      }
      multiples.high ??= this.#oddMultiples(this.#raised(start, Number(half)), 2 ** (width - 2));
      terms.push({ digits: publicDigits(scalar & ((1n << half) - 1n), width), table: multiples.low });
      terms.push({ digits: publicDigits(scalar >> half, width), table: multiples.high });
    }
    const sum = { x: field.one(), y: field.element(), z: field.element() };
    for (let i = Math.max(...terms.map(({ digits }) => digits.length)) - 1; i >= 0; i--) {
      this.#double(sum, this.#publicly);
      for (const { digits, table } of terms) {
        const digit = digits[i] ?? 0;
        if (digit !== 0) this.#addPublic(sum, this.#signed(table[Math.abs(digit) >> 1] as BinaryPoint, digit));
      }
    }
    if (field.isZero(sum.z)) return null;
    field.invert(sum.z, sum.z);
    field.multiplyPublic(sum.x, sum.x, sum.z);
    return sum.x;
  }

  /** Whether n times the base point is infinity. Without tables: those are made as if it were. */
  baseHasOrder(): boolean {
    const { field, base, n } = this.parameters;
    const sum = { x: field.one(), y: field.element(), z: field.element() };
    for (const bit of n.toString(2)) {
      this.#double(sum, this.#publicly);
      if (bit === "1") this.#addPublic(sum, base);
    }
    return field.isZero(sum.z);
  }

  /** 2^times · point. */
  #raised({ x, y }: BinaryPoint, times: number): BinaryPoint {
    const point = { x: x.slice(), y: y.slice(), z: this.parameters.field.one() };
    for (let i = 0; i < times; i++) this.#double(point, this.#publicly);
    return this.#affine([point])[0] as BinaryPoint;
  }

  #signed(point: BinaryPoint, digit: number): BinaryPoint {
    if (digit > 0) return point;
    const y = this.#t[4] as BinaryElement;
    this.parameters.field.add(y, point.x, point.y);
    return { x: point.x, y };
  }

  #oddMultiples(point: BinaryPoint, count: number): BinaryPoint[] {
    const { field } = this.parameters;
    const twice = { x: point.x.slice(), y: point.y.slice(), z: field.one() };
    this.#double(twice, this.#publicly);
    const [step] = this.#affine([twice]) as [BinaryPoint];
    const multiples: ProjectivePoint[] = [{ ...point, z: field.one() }];
    while (multiples.length < count) {
      const { x, y, z } = multiples.at(-1) as ProjectivePoint;
      const next = { x: x.slice(), y: y.slice(), z: z.slice() };
      this.#addPublic(next, step);
      multiples.push(next);
    }
    return this.#affine(multiples);
  }

  /** With one inversion for all. None may be infinity. */
  #affine(points: readonly ProjectivePoint[]): BinaryPoint[] {
    const { field } = this.parameters;
    const products = [field.one()];
    for (const { z } of points) {
      const product = field.element();
      field.multiplyPublic(product, products.at(-1) as BinaryElement, z);
      products.push(product);
    }
    const inverse = field.element();
    field.invert(inverse, products.at(-1) as BinaryElement);
    const affine: BinaryPoint[] = [];
    for (let i = points.length - 1; i >= 0; i--) {
      const { x, y, z } = points[i] as ProjectivePoint;
      const own = field.element();
      field.multiplyPublic(own, inverse, products[i] as BinaryElement);
      field.multiplyPublic(inverse, inverse, z);
      const point = { x: field.element(), y: field.element() };
      field.multiplyPublic(point.x, x, own);
      field.square(own, own);
      field.multiplyPublic(point.y, y, own);
      affine.push(point);
    }
    return affine.reverse();
  }

  #baseWindows(): Int32Array {
    const { field, base, n } = this.parameters;
    const { words } = field;
    const starts: ProjectivePoint[] = [];
    const moving = { x: base.x.slice(), y: base.y.slice(), z: field.one() };
    for (let i = 0; i < windowCount(n.toString(2).length); i += SPACING) {
      starts.push({ x: moving.x.slice(), y: moving.y.slice(), z: moving.z.slice() });
      for (let j = 0; j < WINDOW * SPACING; j++) this.#double(moving, this.#publicly);
    }
    const points = this.#affine(starts).flatMap((start) => this.#oddMultiples(start, ODD_MULTIPLES));
    const table = new Int32Array(points.length * 2 * words);
    for (const [i, { x, y }] of points.entries()) {
      table.set(x, 2 * words * i);
      table.set(y, 2 * words * i + words);
    }
    return table;
  }

  /** k·P for an odd secret k, 0 < k < n, little-endian octets. In constant time. */
  multiplyBase(scalar: Uint8Array): BinaryPoint {
    const { field, n } = this.parameters;
    const { words } = field;
    const table = (this.#windows ??= this.#baseWindows());
    const windows = oddDigits(scalar, windowCount(n.toString(2).length));
    const entry = { x: field.element(), y: field.element() };
    const sum = { x: field.element(), y: field.element(), z: field.one() };
    let started = false;
    for (let offset = SPACING - 1; offset >= 0; offset--) {
      if (started) for (let j = 0; j < WINDOW; j++) this.#double(sum, this.#secretly);
      for (let i = offset; i < windows.length; i += SPACING) {
        take(entry, table, 2 * words * ODD_MULTIPLES * Math.floor(i / SPACING), windows[i] as number);
        if (started) this.#add(sum, entry.x, entry.y, this.#secretly);
        else {
          sum.x.set(entry.x);
          sum.y.set(entry.y);
          started = true;
        }
      }
    }
    field.invert(entry.x, sum.z);
    const point = { x: field.element(), y: field.element() };
    field.multiply(point.x, sum.x, entry.x);
    field.square(entry.x, entry.x);
    field.multiply(point.y, sum.y, entry.x);
    for (const secret of [entry.x, entry.y, sum.x, sum.y, sum.z, windows, ...this.#t]) secret.fill(0);
    return point;
  }
}

/** The table's entry for a window of the secret, with its sign (−(x, y) is (x, x + y)): every entry is read, under a mask. */
function take({ x, y }: BinaryPoint, table: Int32Array, start: number, window: number): void {
  const words = x.length;
  const place = tablePlace(window);
  x.fill(0);
  y.fill(0);
  for (let entry = 0; entry < ODD_MULTIPLES; entry++) {
    const mask = equalMask(entry, place);
    const at = start + 2 * words * entry;
    for (let i = 0; i < words; i++) {
      x[i] = (x[i] as number) ^ ((table[at + i] as number) & mask);
      y[i] = (y[i] as number) ^ ((table[at + words + i] as number) & mask);
    }
  }
  const negative = negativeMask(window);
  for (let i = 0; i < words; i++) y[i] = (y[i] as number) ^ ((x[i] as number) & negative);
}
