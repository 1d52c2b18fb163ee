/** Options drawn beyond those in sight, on either side. */
const BEYOND = 20;
/** Options drawn at once. */
const DRAWN = 80;
const LEAST_HEIGHT = 44;

/**
 * Which options of a long list are drawn. The room of the others is kept by their average height, so that the scroll bar tells how long
 * the list is; names that take two lines make it a little wrong, and never empty.
 */
export class OptionWindow {
  #count = 0;
  #start = 0;
  #height = LEAST_HEIGHT;

  get start(): number {
    return this.#start;
  }
  /** The first option after those that are drawn. */
  get end(): number {
    return Math.min(this.#start + DRAWN, this.#count);
  }
  /** Pixels. */
  get roomBefore(): number {
    return this.#start * this.#height;
  }
  get roomAfter(): number {
    return (this.#count - this.end) * this.#height;
  }

  reset(count: number): void {
    this.#count = count;
    this.#start = 0;
  }

  /** Gives true where other options are to be drawn. `index` is the option that must be among them. */
  show(index: number): boolean {
    if (index < 0 || (index >= this.#start && index < this.end)) return false;
    return this.#moveTo(index - BEYOND);
  }

  /** The list was scrolled: pixels above what is in sight, and in sight. */
  scrolled(above: number, height: number): boolean {
    const first = Math.floor(above / this.#height);
    const last = Math.ceil((above + height) / this.#height);
    const isDrawn = first >= this.#start && last <= this.end;
    return isDrawn || this.#count <= DRAWN ? false : this.#moveTo(first - BEYOND);
  }

  /** What the drawn options take, pixels. The first that are drawn say how high all are. */
  measured(height: number): void {
    if (this.#start === 0 && this.end > 0 && height > 0) this.#height = Math.max(LEAST_HEIGHT, height / this.end);
  }

  #moveTo(start: number): boolean {
    const before = this.#start;
    this.#start = Math.max(0, Math.min(start, this.#count - DRAWN));
    return this.#start !== before;
  }
}
