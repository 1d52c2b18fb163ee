/*
 * Products and squares of polynomials over GF(2), before they are reduced. The same instructions over the same addresses for all values: two 16-bit halves are
 * multiplied as whole numbers whose bits stand three apart, so that carries never reach the next bit that counts.
 */

/** Spreads 16 bits over the even bits of a word. */
export function spread(half: number): number {
  let bits = half;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Karatsuba's way down: low half, high half and their sum, level by level. */
export function split(stages: readonly Int32Array[], a: Int32Array, core: number, levels: number): void {
  const first = stages[0] as Int32Array;
  const given = Math.min(core, a.length);
  for (let i = 0; i < given; i++) first[i] = a[i] as number;
  for (let level = 0; level < levels; level++) {
    const from = stages[level] as Int32Array;
    const to = stages[level + 1] as Int32Array;
    const half = core >> (level + 1);
    let at = 0;
    for (let start = 0; start < from.length; start += 2 * half) {
      for (let i = 0; i < half; i++) {
        const low = from[start + i] as number;
        const high = from[start + half + i] as number;
        to[at + i] = low;
        to[at + half + i] = high;
        to[at + 2 * half + i] = low ^ high;
      }
      at += 3 * half;
    }
  }
}

/** Karatsuba's way up: three products of `size` words make one of twice as many. */
export function merge(to: Int32Array, from: Int32Array, size: number, count: number): void {
  const width = 2 * size;
  for (let block = 0; block < count; block++) {
    const source = 3 * width * block;
    const target = 2 * width * block;
    for (let i = 0; i < size; i++) {
      const low = from[source + i] as number;
      const lowTop = from[source + size + i] as number;
      const high = from[source + width + i] as number;
      const highTop = from[source + width + size + i] as number;
      const inner = lowTop ^ high;
      to[target + i] = low;
      to[target + size + i] = inner ^ low ^ (from[source + 2 * width + i] as number);
      to[target + width + i] = inner ^ highTop ^ (from[source + 2 * width + size + i] as number);
      to[target + width + size + i] = highTop;
    }
  }
}

/** 16 × 16 bits without carries: bits three apart never meet, as at most six products fall on one place. */
function multiplyHalves(a: number, b: number): number {
  const a0 = a & 0x9249;
  const a1 = a & 0x2492;
  const a2 = a & 0x4924;
  const b0 = b & 0x9249;
  const b1 = b & 0x2492;
  const b2 = b & 0x4924;
  const c0 = Math.imul(a0, b0) ^ Math.imul(a1, b2) ^ Math.imul(a2, b1);
  const c1 = Math.imul(a0, b1) ^ Math.imul(a1, b0) ^ Math.imul(a2, b2);
  const c2 = Math.imul(a0, b2) ^ Math.imul(a1, b1) ^ Math.imul(a2, b0);
  return (c0 & 0x49249249) | (c1 & 0x92492492) | (c2 & 0x24924924);
}

/** Word by word: `to[2i], to[2i + 1]` is the product of `a[i]` and `b[i]`. */
export function multiplyWords(to: Int32Array, a: Int32Array, b: Int32Array): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    const xh = x >>> 16;
    const yh = y >>> 16;
    const low = multiplyHalves(x & 0xffff, y & 0xffff);
    const high = multiplyHalves(xh, yh);
    const middle = multiplyHalves((x ^ xh) & 0xffff, (y ^ yh) & 0xffff) ^ low ^ high;
    to[2 * i] = low ^ (middle << 16);
    to[2 * i + 1] = high ^ (middle >>> 16);
  }
}

/** The same by the school method for blocks of `size` words. */
export function multiplyBlocks(to: Int32Array, a: Int32Array, b: Int32Array, size: number): void {
  to.fill(0);
  for (let start = 0; start < a.length; start += size) {
    for (let i = 0; i < size; i++) {
      const x = a[start + i] as number;
      const xh = x >>> 16;
      for (let j = 0; j < size; j++) {
        const y = b[start + j] as number;
        const yh = y >>> 16;
        const low = multiplyHalves(x & 0xffff, y & 0xffff);
        const high = multiplyHalves(xh, yh);
        const middle = multiplyHalves((x ^ xh) & 0xffff, (y ^ yh) & 0xffff) ^ low ^ high;
        to[2 * start + i + j] = (to[2 * start + i + j] as number) ^ (low ^ (middle << 16));
        to[2 * start + i + j + 1] = (to[2 * start + i + j + 1] as number) ^ (high ^ (middle >>> 16));
      }
    }
  }
}
