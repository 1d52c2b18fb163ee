import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { POLYNOMIAL_CURVES } from "../dstu4145/curves.ts";
import { GOST_CURVES } from "../gost3410/curves.ts";
import { littleEndianNumber } from "./nonce.ts";
import { invertPublic, PrimeField } from "./prime-field.ts";
import { equalMask, negativeMask, oddDigits, publicDigits, tablePlace, windowCount } from "./windows.ts";

const MODULI = new Set([...GOST_CURVES.flatMap(({ p, n }) => [p, n]), ...POLYNOMIAL_CURVES.map(({ n }) => BigInt(`0x${n}`))]);

describe("given the primes of the curves", () => {
  for (const p of MODULI) {
    it(`when numbers modulo ${p.toString(16).slice(0, 8)}… of ${p.toString(2).length} bits are calculated with, then all is as with big integers`, () => {
      const field = new PrimeField(p);
      const any = fc.bigInt({ min: 0n, max: p - 1n });
      fc.assert(
        fc.property(any, any, (a, b) => {
          const [x, y, out, wide] = [field.fromNumber(a), field.fromNumber(b), field.element(), field.element()];
          const value = (): bigint => littleEndianNumber(field.toOctets(out));
          field.multiply(out, x, y);
          assert.equal(value(), (a * b) % p);
          field.square(out, x);
          assert.equal(value(), (a * a) % p);
          // the largest sums that a product takes: 4 · 2^22 and 5 · 2^22
          field.scale(out, x, -4);
          field.scale(wide, y, 5);
          field.multiply(out, out, wide);
          assert.equal(value(), (((-20n * a * b) % p) + p) % p);
          field.scale(out, x, 4);
          field.square(out, out);
          assert.equal(value(), (16n * a * a) % p);
          field.subtract(out, x, y);
          assert.equal(value(), (a - b + p) % p);
          assert.equal(field.isZero(out), a === b);
          assert.equal(littleEndianNumber(field.toOctets(field.fromOctets(field.toOctets(x)))), a);
        }),
        {
          numRuns: 40,
          examples: [
            [p - 1n, p - 1n],
            [0n, 0n],
            [(p - 1n) / 2n, (p + 1n) / 2n],
          ],
        },
      );
      const inverse = field.element();
      field.invert(inverse, field.fromNumber(3n));
      assert.equal(littleEndianNumber(field.toOctets(inverse)), invertPublic(3n, p));
    });
  }
  it("when a thousand operations follow one another, then no error grows", () => {
    const p = 2n ** 512n - 569n;
    const field = new PrimeField(p);
    const [a, b] = [field.fromNumber(7n ** 150n), field.fromNumber(5n ** 200n)];
    let expected = 7n ** 150n % p;
    for (let i = 0; i < 1000; i++) {
      field.multiply(a, a, b);
      field.subtract(a, a, b);
      field.carry(a);
      expected = (((expected * 5n ** 200n - 5n ** 200n) % p) + p) % p;
    }
    assert.equal(littleEndianNumber(field.toOctets(a)), expected);
  });
  it("when a number is none, then it does not pass for zero", () => {
    const field = new PrimeField(2n ** 256n - 617n);
    const broken = field.element();
    broken[3] = Number.NaN;
    assert.equal(field.isZero(broken), false);
  });
});

describe("given the digits of a scalar", () => {
  it("when a secret scalar is odd, then its digits are odd, never zero, and sum up to it", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 255n - 1n }), (half) => {
        const scalar = 2n * half + 1n;
        const octets = Uint8Array.from({ length: 32 }, (_, i) => Number((scalar >> BigInt(8 * i)) & 255n));
        let sum = 0n;
        for (const [i, window] of oddDigits(octets, windowCount(256)).entries()) {
          const size = 2 * tablePlace(window) + 1;
          sum += BigInt(negativeMask(window) === 0 ? size : -size) << BigInt(4 * i);
        }
        assert.equal(sum, scalar);
      }),
    );
  });
  it("when a public scalar is written in non-adjacent form, then it sums up, and no two digits stand close", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 300n }), fc.integer({ min: 2, max: 7 }), (scalar, width) => {
        const digits = publicDigits(scalar, width);
        assert.equal(
          digits.reduceRight((sum, digit) => 2n * sum + BigInt(digit), 0n),
          scalar,
        );
        for (const [i, digit] of digits.entries()) {
          if (digit === 0) continue;
          assert.equal(Math.abs(digit % 2), 1);
          assert.ok(Math.abs(digit) < 2 ** (width - 1));
          assert.ok(digits.subarray(i + 1, i + width).every((next) => next === 0));
        }
      }),
    );
  });
  it("when places are compared by masks, then only equal ones give ones", () => {
    for (let a = 0; a < 16; a++) for (let b = 0; b < 16; b++) assert.equal(equalMask(a, b), a === b ? -1 : 0);
  });
});
