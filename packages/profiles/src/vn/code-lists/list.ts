import type { CodeList } from "@fisc/core";

/** `code, Vietnamese name, English name`, one row a code. */
export function codeList(
  list: Pick<CodeList, "length" | "complete" | "source">,
  rows: readonly (readonly [code: string, vi: string, en: string])[],
): CodeList {
  return {
    ...list,
    entries: {
      vi: rows.map(([code, name]) => ({ code, name })),
      en: rows.map(([code, , name]) => ({ code, name })),
    },
  };
}
