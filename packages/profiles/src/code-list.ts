import type { CodeList } from "@fisc/core";

/** One row a code: `[code, …name in each of the locales]`. */
export function codeListIn(
  locales: readonly string[],
  list: Pick<CodeList, "length" | "complete" | "source">,
  rows: readonly (readonly [code: string, ...names: readonly string[]])[],
): CodeList {
  return {
    ...list,
    entries: Object.fromEntries(locales.map((locale, i) => [locale, rows.map(([code, ...names]) => ({ code, name: names[i] ?? "" }))])),
  };
}
