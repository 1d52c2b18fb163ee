import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { BinaryField, type BinaryElement } from "./binary-field.ts";
import { NORMAL_CURVES, POLYNOMIAL_CURVES } from "./curves.ts";
import { dstu4145Domain } from "./domain.ts";

/** The school's way, bit by bit. */
function product(m: number, middle: readonly number[], a: bigint, b: bigint): bigint {
  let sum = 0n;
  for (let i = 0n; b >> i > 0n; i++) if ((b >> i) & 1n) sum ^= a << i;
  const polynomial = [m, ...middle, 0].reduce((all, k) => all | (1n << BigInt(k)), 0n);
  for (let i = BigInt(2 * m); i >= BigInt(m); i--) if ((sum >> i) & 1n) sum ^= polynomial << (i - BigInt(m));
  return sum;
}

const element = (field: BinaryField, value: bigint): BinaryElement =>
  field.fromOctets(Uint8Array.from({ length: Math.ceil(field.m / 8) }, (_, i) => Number((value >> BigInt(8 * i)) & 255n)));
const number = (field: BinaryField, value: BinaryElement): bigint =>
  field.toOctets(value).reduceRight((all, octet) => (all << 8n) | BigInt(octet), 0n);

describe("given the fields of the recommended curves", () => {
  for (const { m, middle } of POLYNOMIAL_CURVES) {
    it(`when elements of GF(2^${m}) are calculated with, then all is as by the school's way`, () => {
      const field = new BinaryField({ m, middle });
      const any = fc.bigInt({ min: 0n, max: (1n << BigInt(m)) - 1n });
      const full = (1n << BigInt(m)) - 1n;
      fc.assert(
        fc.property(any, any, (a, b) => {
          const [x, y, out] = [element(field, a), element(field, b), field.element()];
          const expected = product(m, middle, a, b);
          field.multiply(out, x, y);
          assert.equal(number(field, out), expected);
          field.multiplyPublic(out, x, y);
          assert.equal(number(field, out), expected);
          field.square(out, x);
          assert.equal(number(field, out), product(m, middle, a, a));
          field.root(out, out);
          assert.equal(number(field, out), a);
          field.invert(out, x);
          field.multiply(out, out, x);
          assert.equal(number(field, out), a === 0n ? 0n : 1n);
          // the trace is the sum of all conjugates, and says whether z² + z = a has a solution
          const sum = x.slice();
          const conjugate = x.slice();
          for (let i = 1; i < m; i++) {
            field.square(conjugate, conjugate);
            field.add(sum, sum, conjugate);
          }
          assert.equal(number(field, sum), BigInt(field.trace(x)));
          field.solveQuadratic(out, x);
          field.square(y, out);
          field.add(y, y, out);
          assert.equal(field.equals(y, x), field.trace(x) === 0);
        }),
        {
          numRuns: 15,
          examples: [
            [full, full],
            [0n, full],
            [1n << BigInt(m - 1), 1n << BigInt(m - 1)],
          ],
        },
      );
    });
  }
});

describe("given an optimal normal basis", () => {
  for (const numbers of NORMAL_CURVES) {
    it(`when an element of GF(2^${numbers.m}) goes to the polynomial basis and back, then it is the same, and squaring turned its bits by one`, () => {
      const { basis = assert.fail("no basis"), curve } = dstu4145Domain(numbers);
      const { field } = curve.parameters;
      const bits = BigInt(numbers.m);
      const value = 0x9e3779b97f4a7c15n ** 9n % (1n << bits);
      const polynomial = basis.toPolynomial(element(field, value));
      assert.equal(number(field, basis.fromPolynomial(polynomial)), value);
      field.square(polynomial, polynomial);
      const turned = (value >> 1n) | ((value & 1n) << (bits - 1n));
      assert.equal(number(field, basis.fromPolynomial(polynomial)), turned);
    });
  }
});
