import type { CodeListEntry } from "@fisc/core";

/** Folded for search: no case, no marks (`Lương` is found by `luong`). */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gu, "d").replace(/Đ/gu, "D").toLowerCase();
}

/** Codes that begin with the text first, then names that have every word of it. At most `limit`. */
export function searchCodes(entries: readonly CodeListEntry[], text: string, limit: number): readonly CodeListEntry[] {
  const wanted = fold(text.trim());
  if (wanted === "") return entries.slice(0, limit);
  const words = wanted.split(/\s+/);
  const byCode: CodeListEntry[] = [];
  const byName: CodeListEntry[] = [];
  for (const entry of entries) {
    if (fold(entry.code).startsWith(wanted)) byCode.push(entry);
    else {
      const name = fold(entry.name);
      if (words.every((word) => name.includes(word))) byName.push(entry);
    }
    if (byCode.length >= limit) break;
  }
  return [...byCode, ...byName].slice(0, limit);
}
