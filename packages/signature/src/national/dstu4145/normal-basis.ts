import type { BinaryElement, BinaryField } from "./binary-field.ts";

/**
 * An optimal normal basis (type II) of GF(2^m): θ, θ², θ⁴, …, with θ given in the polynomial basis. Bit m − 1 − j of an element stands for θ^(2^j).
 * For public values: signatures, keys, hashes.
 */
export class NormalBasis {
  readonly #field: BinaryField;
  readonly #powers: readonly BinaryElement[];

  constructor(field: BinaryField, root: BinaryElement) {
    this.#field = field;
    const powers = [root];
    while (powers.length < field.m) {
      const next = field.element();
      field.square(next, powers.at(-1) as BinaryElement);
      powers.push(next);
    }
    this.#powers = powers;
  }

  toPolynomial(element: BinaryElement): BinaryElement {
    const sum = this.#field.element();
    for (const [j, power] of this.#powers.entries()) {
      const bit = this.#field.m - 1 - j;
      if (((element[bit >> 5] as number) >>> (bit & 31)) & 1) this.#field.add(sum, sum, power);
    }
    return sum;
  }

  /** The basis is its own dual, so the coefficient of a power is the trace of the product with it. */
  fromPolynomial(element: BinaryElement): BinaryElement {
    const result = this.#field.element();
    const product = this.#field.element();
    for (const [j, power] of this.#powers.entries()) {
      const bit = this.#field.m - 1 - j;
      this.#field.multiplyPublic(product, element, power);
      result[bit >> 5] = (result[bit >> 5] as number) | (this.#field.trace(product) << (bit & 31));
    }
    return result;
  }
}
