import type { Json } from "../model/json.ts";
import { alignmentOf } from "./alignment.ts";
import { work, type Frame } from "./frame.ts";

/** What an item is found by: a key; undefined where it can never match; null where that cannot be said. */
export type Key = string | undefined | null;

/** Items of a list by what rules seek them by. */
export class KeyIndex {
  readonly #id: string;
  readonly #list: (frame: Frame) => readonly Json[];
  readonly #keyOf: (frame: Frame, item: Json) => Key;
  /** Answers are the items themselves, not only how many there are. */
  readonly #givesItems: boolean;
  #keys: Key[] = [];
  #groups: Map<string, number[]> | undefined;
  readonly #picked = new Map<string, readonly Json[]>();
  #epoch = -1;
  items: readonly Json[] = [];
  /** Raised when an answer changes. */
  version = 0;
  /** What to look up again since the version before; null: everything. */
  changed: ReadonlySet<string> | null = null;
  /** Items that have no key: they must be asked one by one. */
  faulty: readonly number[] = [];

  constructor(id: string, list: (frame: Frame) => readonly Json[], keyOf: (frame: Frame, item: Json) => Key, givesItems: boolean) {
    this.#id = id;
    this.#list = list;
    this.#keyOf = keyOf;
    this.#givesItems = givesItems;
  }

  follow(frame: Frame): void {
    const epoch = frame.memory?.epoch ?? 0;
    if (epoch === this.#epoch) return;
    const items = this.#list(frame);
    this.#epoch = epoch;
    if (items === this.items && this.version > 0) return;
    this.#picked.clear();
    const changed = this.#align(items, frame);
    const doubted = this.faulty.length > 0;
    this.faulty = this.#keys.includes(null) ? this.#keys.flatMap((key, i) => (key === null ? [i] : [])) : [];
    if (changed?.size === 0 && !doubted && this.faulty.length === 0) return;
    this.changed = doubted || this.faulty.length > 0 ? null : changed;
    this.version += 1;
  }

  /** Where the items with this key stand. */
  find(key: string): readonly number[] {
    if (!this.#groups) {
      this.#groups = new Map();
      for (const [i, own] of this.#keys.entries()) {
        if (typeof own !== "string") continue;
        const group = this.#groups.get(own);
        if (group) group.push(i);
        else this.#groups.set(own, [i]);
      }
    }
    return this.#groups.get(key) ?? [];
  }

  /** One item has another key. */
  #regroup(i: number, old: Key, now: Key): void {
    const groups = this.#groups;
    if (!groups) return;
    const left = typeof old === "string" ? groups.get(old) : undefined;
    if (left) left.splice(placeIn(left, i), 1);
    if (typeof now !== "string") return;
    const joined = groups.get(now);
    if (joined) joined.splice(placeIn(joined, i), 0, i);
    else groups.set(now, [i]);
  }

  /** The items with this key: one list for all who ask, until an item changes. */
  pick(key: string, frame: Frame): readonly Json[] {
    let picked = this.#picked.get(key);
    if (!picked) {
      const found = this.find(key);
      work(frame, found.length);
      picked = found.map((i) => this.items[i] ?? null);
      this.#picked.set(key, picked);
    }
    return picked;
  }

  /** How `asked` and `changed` name a key of this index; without one: all of it. */
  token(key?: string): string {
    return key === undefined ? this.#id : `${this.#id} ${key}`;
  }

  #align(items: readonly Json[], frame: Frame): Set<string> | null {
    const { items: before, version } = this;
    this.items = items;
    const keys = this.#keys;
    if (version === 0) {
      this.#keys = items.map((item) => this.#keyOf(frame, item));
      return null;
    }
    const tokens = new Set<string>();
    const note = (key: Key): void => {
      if (typeof key === "string") tokens.add(this.token(key));
    };
    const { changed, from } = alignmentOf(before, items);
    if (changed) {
      for (const i of changed) {
        const [old, now] = [keys[i], this.#keyOf(frame, items[i] ?? null)];
        if (old !== now || this.#givesItems) [old, now].forEach(note);
        if (old !== now) this.#regroup(i, old, now);
        keys[i] = now;
      }
    } else {
      const gone = new Set(keys.keys());
      this.#keys = Array.from(from, (old, i) => {
        gone.delete(old);
        const key = old < 0 ? this.#keyOf(frame, items[i] ?? null) : keys[old];
        if (old < 0) note(key);
        return key;
      });
      for (const old of gone) note(keys[old]);
      // Places have moved, so groups are to be made anew; who asked is told only of keys that came, went or changed their order.
      this.#groups = undefined;
      if (this.#givesItems) for (const i of displaced(from)) note(this.#keys[i]);
    }
    if (tokens.size > 0) tokens.add(this.token());
    return tokens;
  }
}

/** Where a number stands in an ascending list, or would. */
function placeIn(list: readonly number[], wanted: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows without which the others keep their order. */
function displaced(from: Int32Array): readonly number[] {
  const late: number[] = [];
  const early: number[] = [];
  let last = -1;
  for (const [i, old] of from.entries()) {
    if (old >= 0 && old < last) late.push(i);
    last = Math.max(last, old);
  }
  let next = Infinity;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    const old = from[i] ?? -1;
    if (old > next) early.push(i);
    if (old >= 0) next = Math.min(next, old);
  }
  return late.length < early.length ? late : early;
}
