/** Doubling in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1, on four octets at once. */
export function double(octets: number): number {
  return ((octets << 1) & 0xfefefefe) ^ (((octets >>> 7) & 0x01010101) * 0x1d);
}

/** Tables in two halves: look-ups of one index in both are quicker than pairs side by side. */
export interface ColumnTables {
  /** Octets 0…3 of the column. */
  readonly low: Int32Array;
  /** Octets 4…7. */
  readonly high: Int32Array;
}

/** At `at + x` the tables get one column of an MDS matrix (`low`, `high`) times `substitution[x]`. */
export function writeColumn(tables: ColumnTables, at: number, substitution: Uint8Array, low: number, high: number): void {
  const lows = new Int32Array(256);
  const highs = new Int32Array(256);
  for (let bit = 1; bit < 256; bit <<= 1) {
    for (let x = 0; x < bit; x++) {
      lows[bit + x] = (lows[x] as number) ^ low;
      highs[bit + x] = (highs[x] as number) ^ high;
    }
    low = double(low);
    high = double(high);
  }
  for (let x = 0; x < 256; x++) {
    const y = substitution[x] as number;
    tables.low[at + x] = lows[y] as number;
    tables.high[at + x] = highs[y] as number;
  }
}
