import type { Params } from "../messages.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

/** Texts of the extension's own pages. `{name}` is filled; `{n|one:…|other:…}` chooses by the language's plural rule, `#` is the number. */
export type Messages = Readonly<Record<string, string>>;

export interface Texts {
  readonly locale: string;
  (key: string, params?: Params): string;
}

const TABLES: Readonly<Record<string, Messages>> = { en, vi };

/** English where the language is not one of ours. */
export function textsOf(locale: string): Texts {
  const language = locale.split("-")[0] ?? "";
  const known = Object.hasOwn(TABLES, language) ? language : "en";
  const table = TABLES[known] ?? en;
  const text = (key: string, params: Params = {}): string => fill(table[key] ?? en[key] ?? key, params, known);
  return Object.assign(text, { locale: known });
}

function fill(text: string, params: Params, locale: string): string {
  return text.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (whole, name: string, forms: string | undefined) => {
    const value = params[name];
    if (value === undefined) return whole;
    const written = typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
    if (forms === undefined) return written;
    const category = new Intl.PluralRules(locale).select(Number(value));
    const table = new Map(forms.split("|").map((form) => [form.slice(0, form.indexOf(":")), form.slice(form.indexOf(":") + 1)]));
    return (table.get(category) ?? table.get("other") ?? whole).replaceAll("#", written);
  });
}
