/** Bits of a window of a secret scalar. */
export const WINDOW = 4;
/** Multiples of a window's point that a table holds: 1, 3, … 15. */
export const ODD_MULTIPLES = 8;

/** Windows that a scalar below `bits` bits takes. */
export function windowCount(bits: number): number {
  return Math.ceil(bits / WINDOW);
}

/**
 * Signed odd digits of an odd secret scalar k: k = Σ d_i · 16^i, d_i ∈ {±1, ±3, … ±15}. No digit is zero, so a sum of multiples never stands still and
 * never meets the point at infinity. Window i of (k >> 1) + 2^(4·count − 1) is (d_i + 15) / 2: the digits are its bits, nothing is computed.
 * `scalar`: little-endian octets. Gives the windows, 0 to 15.
 */
export function oddDigits(scalar: Uint8Array, count: number): Uint8Array {
  const windows = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const bit = WINDOW * i + 1;
    const at = bit >> 3;
    windows[i] = ((((scalar[at] ?? 0) | ((scalar[at + 1] ?? 0) << 8)) >>> (bit & 7)) & 15) | (i === count - 1 ? 8 : 0);
  }
  return windows;
}

/** All ones where the digit of this window is negative, else 0. */
export function negativeMask(window: number): number {
  return (window >> 3) - 1;
}

/** Place of the digit's magnitude in a table of 1, 3, … 15. */
export function tablePlace(window: number): number {
  return (window ^ negativeMask(window)) & 7;
}

/** All ones where `a` equals `b` (0 to 255), else 0; without a branch. */
export function equalMask(a: number, b: number): number {
  return ((a ^ b) - 1) >> 31;
}

/**
 * Width-`width` non-adjacent form of a public scalar, least digit first: digits are 0 or odd, below 2^(width−1) in size, and at most one of `width` in a row
 * is not 0.
 */
export function publicDigits(scalar: bigint, width: number): Int16Array {
  const bits = scalar.toString(2);
  const digits = new Int16Array(bits.length + 1);
  const bit = (i: number): number => (i < bits.length && bits.charCodeAt(bits.length - 1 - i) === 49 ? 1 : 0);
  let carry = 0;
  for (let i = 0; i < digits.length;) {
    if (((bit(i) + carry) & 1) === 0) {
      i++;
      continue;
    }
    let value = carry;
    for (let j = 0; j < width; j++) value += bit(i + j) << j;
    carry = value >> (width - 1) === 0 ? 0 : 1;
    digits[i] = carry === 1 ? value - (1 << width) : value;
    i += width;
  }
  return digits;
}
