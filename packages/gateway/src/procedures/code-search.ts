import type { CodeListEntry, Profile } from "@fisc/core";

/** Entries of a code list: first those whose code begins with the text, then those whose name holds it. Marks and case do not count. */
export function searchCodes(
  profile: Profile,
  list: string,
  { locale, text = "", limit = 50 }: { readonly locale: string; readonly text?: string; readonly limit?: number },
): readonly CodeListEntry[] {
  const { entries = {} } = profile.codeLists[list] ?? {};
  const names = new Map((entries[locale] ?? []).map(({ code, name }) => [code, name]));
  const all = (entries[profile.defaultLocale] ?? []).map(({ code, name }) => ({ code, name: names.get(code) ?? name }));
  const wanted = plain(text);
  if (wanted === "") return all.slice(0, limit);
  const byCode = all.filter(({ code }) => plain(code).startsWith(wanted));
  const byName = all.filter(({ code, name }) => !plain(code).startsWith(wanted) && plain(name).includes(wanted));
  return [...byCode, ...byName].slice(0, limit);
}

/** Lower case without marks: who types without them finds the code too. `đ` is a letter of its own in Unicode. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").trim();
}
