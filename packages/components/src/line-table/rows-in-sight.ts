import { adoptStyles } from "../foundation/adopt-styles.ts";
import { onFirstTouch } from "../foundation/first-touch.ts";
import type { RowWindow, Shown, WindowHost } from "./row-window.ts";

/** Tables of more rows than this scroll in a region of their own, and only the rows in sight are drawn. */
export const longTable = 60;
/** Rows of a long table that are drawn while it is not known how many are in sight. */
const atFirst = 20;
/** Pixels; what a row is taken to be high. */
const guessedRow = 53;

type WindowScript = typeof import("./row-window.ts");
let script: WindowScript | undefined;

/** Loads what long tables need. A page that knows it has one may call it ahead. */
export async function loadRowWindow(): Promise<WindowScript> {
  return (script ??= await import("./row-window.ts"));
}

/**
 * Which rows of a table are drawn. A short table draws all and needs nothing for it; what a long one needs comes with its first long
 * rows, at the latest when somebody touches the table. Without it every row is drawn: slower, but nothing is missing.
 */
export class RowsInSight {
  readonly #host: WindowHost;
  #keys: readonly number[] = [];
  #window: RowWindow | undefined;
  #isMissing = false;

  constructor(host: WindowHost) {
    this.#host = host;
    onFirstTouch(host, () => this.#load());
  }

  get isLong(): boolean {
    return this.#keys.length > longTable && !this.#isMissing;
  }

  /** Count of whole rows that fit into sight. */
  get pageRows(): number {
    return this.#window?.pageRows ?? Math.max(1, Math.floor(innerHeight / guessedRow) - 1);
  }

  /** Rows came, went or moved: their keys in order. */
  follow(keys: readonly number[]): void {
    this.#keys = keys;
    if (keys.length > longTable) this.#load();
    this.#window?.follow(keys);
  }

  /** In the order of the table. `kept` is the row that must be there. */
  shown(kept: number): readonly Shown[] {
    if (this.#window) return this.#window.shown(kept);
    if (!this.isLong) return this.#keys.map((_, row) => ({ row }));
    const rows = Array.from({ length: atFirst }, (_, row) => ({ row }));
    return kept < atFirst ? rows : [...rows, { row: kept }];
  }

  /** Scrolls so that the row is in sight; what is drawn follows with the next update. */
  reveal(row: number): void {
    this.#window?.reveal(row);
  }

  #load(): void {
    if (this.#window) return;
    if (script) this.#take(script);
    else
      loadRowWindow().then(
        (loaded) => this.#take(loaded),
        () => this.#draw(true),
      );
  }

  #take({ RowWindow: Window, longTableStyles }: WindowScript): void {
    if (this.#window) return;
    this.#window = new Window(this.#host);
    this.#window.follow(this.#keys);
    adoptStyles(this.#host, longTableStyles);
    this.#draw(false);
  }

  #draw(isMissing: boolean): void {
    this.#isMissing = isMissing;
    this.#host.requestUpdate();
  }
}
