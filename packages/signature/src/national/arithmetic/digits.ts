/** Bits of a digit. */
export const BITS = 23;
export const RADIX = 2 ** BITS;
export const INVERSE_RADIX = 2 ** -BITS;
/** Added and taken away again, it rounds a double to a multiple of 2^23. */
export const ROUND = 1.5 * 2 ** (52 + BITS);

/** Two rounds of carries, all digits at once: digits up to 2^52 come down to 2^22 and a little. The last digit keeps what goes beyond. */
export function carry(a: Float64Array): void {
  const last = a.length - 1;
  a[last] = (a[last] as number) + carryRange(a, 0, last);
}

/** The same for some digits; what goes beyond them is returned. */
export function carryRange(a: Float64Array, from: number, to: number): number {
  let first = 0;
  let second = 0;
  for (let i = from; i < to; i++) {
    const digit = a[i] as number;
    const over = digit + ROUND - ROUND;
    const rest = digit - over + first;
    first = over * INVERSE_RADIX;
    const overRest = rest + ROUND - ROUND;
    a[i] = rest - overRest + second;
    second = overRest * INVERSE_RADIX;
  }
  return first + second;
}

export function unsignedDigits(value: bigint, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Number((value >> BigInt(BITS * i)) & BigInt(RADIX - 1)));
}

/** Digits from −2^22 to 2^22. */
export function signedDigits(value: bigint, count: number): number[] {
  const digits = unsignedDigits(value, count);
  for (let i = 0; i + 1 < count; i++) {
    if ((digits[i] as number) <= RADIX / 2) continue;
    digits[i] = (digits[i] as number) - RADIX;
    digits[i + 1] = (digits[i + 1] as number) + 1;
  }
  return digits;
}
