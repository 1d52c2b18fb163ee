import type { CodeListEntry } from "@fisc/core";

/** Folded for search: no case, no marks (`Lương` is found by `luong`). */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gu, "d").replace(/Đ/gu, "D").toLowerCase();
}

/** A list folded once, piece by piece, so that a list of 50,000 codes costs no long task and each key after the first only comparisons. */
class FoldedList {
  readonly #entries: readonly CodeListEntry[];
  readonly codes: string[] = [];
  readonly names: string[] = [];

  constructor(entries: readonly CodeListEntry[]) {
    this.#entries = entries;
  }

  /** Folds at least the first `count`. */
  foldTo(count: number): void {
    for (let i = this.codes.length; i < Math.min(count, this.#entries.length); i++) {
      const entry = this.#entries[i] as CodeListEntry;
      this.codes.push(fold(entry.code));
      this.names.push(fold(entry.name));
    }
  }

  get isWhole(): boolean {
    return this.codes.length >= this.#entries.length;
  }
}

const folded = new WeakMap<readonly CodeListEntry[], FoldedList>();
const PIECE = 2_000;

function foldedList(entries: readonly CodeListEntry[]): FoldedList {
  let list = folded.get(entries);
  if (!list) folded.set(entries, (list = new FoldedList(entries)));
  return list;
}

/** Folds a list ahead of the first search, in pieces between which the page can answer. */
export function prepareSearch(entries: readonly CodeListEntry[]): void {
  const list = foldedList(entries);
  const next = (): void => {
    list.foldTo(list.codes.length + PIECE);
    if (!list.isWhole) setTimeout(next);
  };
  if (!list.isWhole) setTimeout(next);
}

/** Codes that begin with the text first, then names that have every word of it; the whole list where the text is empty. */
export function searchCodes(entries: readonly CodeListEntry[], text: string): readonly CodeListEntry[] {
  const wanted = fold(text.trim());
  if (wanted === "") return entries;
  const list = foldedList(entries);
  list.foldTo(entries.length);
  const words = wanted.split(/\s+/);
  const byCode: CodeListEntry[] = [];
  const byName: CodeListEntry[] = [];
  entries.forEach((entry, i) => {
    if (list.codes[i]?.startsWith(wanted)) byCode.push(entry);
    else if (words.every((word) => list.names[i]?.includes(word))) byName.push(entry);
  });
  return [...byCode, ...byName];
}
