import type { ReactiveController, ReactiveControllerHost } from "lit";
import { RowHeights } from "./row-heights.ts";
import { longTable } from "./rows-in-sight.ts";

export { longTableStyles } from "./long-table.styles.ts";

const beyond = 6;
/** Pixels; until the first rows are seen. */
const guessedRow = 53;
const guessedView = 600;

/** What is drawn of the rows: one of them, or the room of those between. */
export type Shown = { readonly row: number } | { readonly gap: number; readonly before: number };

export interface WindowHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Which rows of a long table are drawn: those in sight, some around them, and the one with the focus, wherever it is, so that neither the
 * focus nor what an input method holds is lost by scrolling.
 */
export class RowWindow implements ReactiveController {
  readonly #host: WindowHost;
  readonly #heights = new RowHeights(guessedRow);
  readonly #seen = new Set<Element>();
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries));
  #region: HTMLElement | null = null;
  #top = 0;
  #view = guessedView;
  #width = 0;
  #settled = false;
  #printing = false;
  #first = 0;
  #end = 0;
  /** Known until their sizes change: reading them makes the browser lay out the page. */
  #edges: readonly [head: number, foot: number] | undefined;

  constructor(host: WindowHost) {
    this.#host = host;
    host.addController(this);
  }

  get isLong(): boolean {
    return this.#heights.count > longTable;
  }
  /** Count of whole rows that fit into sight. */
  get pageRows(): number {
    const region = this.#region;
    const seen = this.isLong && region ? region.clientHeight - this.#edgesOf(region).reduce((sum, edge) => sum + edge, 0) : innerHeight;
    return Math.max(1, Math.floor(seen / Math.max(1, this.#heights.total / Math.max(1, this.#heights.count))) - 1);
  }

  follow(keys: readonly number[]): void {
    this.#heights.follow(keys);
  }

  /** In the order of the table. `kept` is the row that must be there. */
  shown(kept: number): readonly Shown[] {
    const { count } = this.#heights;
    const all = this.#printing || !this.isLong;
    this.#first = all ? 0 : Math.max(0, this.#heights.indexAt(this.#top) - beyond);
    this.#end = all ? count : Math.min(count, this.#heights.indexAt(this.#top + this.#view) + 1 + beyond);
    const rows = Array.from({ length: this.#end - this.#first }, (_, index) => this.#first + index);
    if (kept >= 0 && kept < this.#first) rows.unshift(kept);
    else if (kept >= this.#end && kept < count) rows.push(kept);
    const shown: Shown[] = [];
    let next = 0;
    for (const row of rows) {
      if (row > next) shown.push(this.#gap(next, row));
      shown.push({ row });
      next = row + 1;
    }
    if (next < count) shown.push(this.#gap(next, count));
    return shown;
  }

  /** Scrolls so that the row is in sight; what is drawn follows with the next update. */
  reveal(row: number): void {
    const region = this.#region;
    if (!region || !this.isLong) return;
    const [head, foot] = this.#edgesOf(region);
    const from = this.#heights.offset(row);
    const to = this.#heights.offset(row + 1);
    const view = region.clientHeight - head - foot;
    if (from < region.scrollTop) region.scrollTop = from;
    else if (to > region.scrollTop + view) region.scrollTop = to - view;
    this.#top = region.scrollTop;
  }

  hostConnected(): void {
    window.addEventListener("beforeprint", this.#print);
    window.addEventListener("afterprint", this.#print);
  }

  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.#print);
    window.removeEventListener("afterprint", this.#print);
    this.#resize.disconnect();
    this.#seen.clear();
    this.#region?.removeEventListener("scroll", this.#scrolled);
    this.#region = null;
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    // Set here and not in the template: a strict style policy allows the CSSOM, not the attribute.
    for (const gap of root.querySelectorAll<HTMLElement>("tr.gap")) gap.style.height = `${gap.dataset["height"]}px`;
    if (!this.#region) {
      this.#region = root.querySelector<HTMLElement>(".scroll");
      if (this.#region) this.#resize.observe(this.#region);
      this.#region?.addEventListener("scroll", this.#scrolled, { passive: true });
    }
    const parts = new Set<Element>(this.isLong ? root.querySelectorAll(".long > table > :is(thead, tfoot), tr[data-index]") : []);
    for (const part of this.#seen) {
      if (parts.has(part)) continue;
      this.#resize.unobserve(part);
      this.#seen.delete(part);
    }
    for (const part of parts) {
      if (this.#seen.has(part)) continue;
      this.#resize.observe(part);
      this.#seen.add(part);
    }
  }

  /** Heights of what stays in sight at the top and at the bottom. */
  #edgesOf(region: HTMLElement): readonly [head: number, foot: number] {
    if (!this.#edges) {
      const [head = 0, foot = 0] = ["thead", "tfoot"].map((name) => {
        const part = region.querySelector<HTMLElement>(name);
        return part && getComputedStyle(part).position === "sticky" ? part.offsetHeight : 0;
      });
      this.#edges = [head, foot];
      region.style.scrollPaddingBlock = `${head}px ${foot}px`;
    }
    return this.#edges;
  }

  #gap(from: number, to: number): Shown {
    return { gap: Math.round(this.#heights.offset(to) - this.#heights.offset(from)), before: to };
  }

  readonly #scrolled = (): void => {
    if (!this.#region || !this.isLong) return;
    this.#top = this.#region.scrollTop;
    const first = this.#heights.indexAt(this.#top);
    const last = this.#heights.indexAt(this.#top + this.#view);
    if ((first < this.#first + 2 && this.#first > 0) || (last > this.#end - 3 && this.#end < this.#heights.count))
      this.#host.requestUpdate();
  };

  #measured(entries: readonly ResizeObserverEntry[]): void {
    const region = this.#region;
    if (!region) return;
    let moved = 0;
    let changed = false;
    const before = this.#heights.indexAt(this.#top);
    const into = this.#top - this.#heights.offset(before);
    for (const { target, contentRect } of entries) {
      if (target === region) {
        changed ||= this.#view !== region.clientHeight;
        this.#view = region.clientHeight || guessedView;
        if (this.#width !== 0 && this.#width !== contentRect.width) {
          this.#heights.forget();
          this.#settled = false;
          for (const row of this.#seen) if (isRow(row)) this.#heights.set(indexOf(row), row.offsetHeight);
        }
        this.#width = contentRect.width;
        continue;
      }
      if (!isRow(target) || target.offsetHeight === 0) continue;
      const index = indexOf(target);
      const grown = this.#heights.set(index, target.offsetHeight);
      changed ||= grown !== 0;
      if (index < before) moved += grown;
    }
    if (this.isLong && entries.some(({ target }) => !isRow(target))) {
      this.#edges = undefined;
      this.#edgesOf(region);
    }
    if (!this.#settled && [...this.#seen].some(isRow)) {
      this.#settled = true;
      this.#heights.settle();
      moved = this.#heights.offset(before) + into - this.#top;
    }
    // What is in sight stays where it is while rows above it turn out higher or lower than they were taken to be.
    if (moved !== 0 && this.#top > 0) {
      region.scrollTop += moved;
      this.#top = region.scrollTop;
    }
    if (changed) this.#host.requestUpdate();
  }

  /** Paper has no region to scroll: every row is drawn for it. */
  readonly #print = ({ type }: Event): void => {
    this.#printing = type === "beforeprint";
    this.#host.requestUpdate();
  };
}

function isRow(part: Element): part is HTMLElement {
  return part.localName === "tr";
}

function indexOf(row: HTMLElement): number {
  return Number(row.dataset["index"]);
}
