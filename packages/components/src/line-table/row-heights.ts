/** Where rows of unlike heights stand above each other, in pixels. Rows that were never seen are taken to be as high as the average of those that were. */
export class RowHeights {
  /** By the row's key, so that a height stays with its row while rows come and go. */
  readonly #sizes = new Map<number, number>();
  #sum = 0;
  #estimate: number;
  #keys: readonly number[] = [];
  /** `#ends[i]` is where row `i` ends; right for the first `#known` rows. */
  #ends = new Float64Array(0);
  #known = 0;

  constructor(estimate: number) {
    this.#estimate = estimate;
  }

  get count(): number {
    return this.#keys.length;
  }
  get total(): number {
    return this.offset(this.count);
  }

  /** Rows came, went or moved. The list is kept: it must not be changed afterwards. */
  follow(keys: readonly number[]): void {
    this.#keys = keys;
    if (this.#ends.length < keys.length) this.#ends = new Float64Array(Math.ceil(keys.length * 1.25));
    this.#known = 0;
  }

  /** Takes a row's height. Gives by how much it differs from what was taken for it so far. */
  set(index: number, height: number): number {
    const key = this.#keys[index];
    if (key === undefined) return 0;
    const before = this.#size(key);
    if (before === height && this.#sizes.has(key)) return 0;
    this.#sum += height - (this.#sizes.get(key) ?? 0);
    this.#sizes.set(key, height);
    this.#known = Math.min(this.#known, index);
    return height - before;
  }

  /** The width changed: every height may be another now. What was seen is the guess for what comes. */
  forget(): void {
    this.settle();
    this.#sizes.clear();
    this.#sum = 0;
    this.#known = 0;
  }

  /** Takes the average of what was seen for what was not. */
  settle(): void {
    if (this.#sizes.size === 0) return;
    this.#estimate = this.#sum / this.#sizes.size;
    this.#known = 0;
  }

  /** Where a row begins. */
  offset(index: number): number {
    const end = Math.min(index, this.count);
    for (; this.#known < end; this.#known += 1)
      this.#ends[this.#known] = (this.#ends[this.#known - 1] ?? 0) + this.#size(this.#keys[this.#known] as number);
    return end > 0 ? (this.#ends[end - 1] as number) : 0;
  }

  /** The row at a height; the last one below all. */
  indexAt(y: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    this.offset(this.count);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] as number) > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #size(key: number): number {
    return this.#sizes.get(key) ?? this.#estimate;
  }
}
