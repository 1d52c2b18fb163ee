import type { Params } from "../messages.ts";
import { en } from "./en.ts";
import { kkLatn } from "./kk-Latn.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import { vi } from "./vi.ts";
import { figuresOf } from "@fisc/core/text/script";

/** Texts of the extension's own pages. `{name}` is filled; `{n|one:…|other:…}` chooses by the language's plural rule, `#` is the number. */
export type Messages = Readonly<Record<string, string>>;

export interface Texts {
  readonly locale: string;
  (key: string, params?: Params): string;
}

/** All at hand: the window that signs waits for nothing that it can have with it. */
const TABLES: Readonly<Record<string, Messages>> = { en, vi, uk, kk, "kk-Latn": kkLatn, ru };

/** The longest tag that there are texts for (`kk-Latn-KZ`: `kk-Latn`); English where the language is not one of ours. */
export function textsOf(locale: string): Texts {
  const parts = locale.split("-");
  const known = parts.map((_, end) => parts.slice(0, parts.length - end).join("-")).find((tag) => Object.hasOwn(TABLES, tag)) ?? "en";
  const table = TABLES[known] ?? en;
  const text = (key: string, params: Params = {}): string => fill(table[key] ?? en[key] ?? key, params, known);
  return Object.assign(text, { locale: known });
}

function fill(text: string, params: Params, locale: string): string {
  return text.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (whole, name: string, forms: string | undefined) => {
    const value = params[name];
    if (value === undefined) return whole;
    const written = typeof value === "number" ? new Intl.NumberFormat(figuresOf(locale)).format(value) : value;
    if (forms === undefined) return written;
    const category = new Intl.PluralRules(locale).select(Number(value));
    const table = new Map(forms.split("|").map((form) => [form.slice(0, form.indexOf(":")), form.slice(form.indexOf(":") + 1)]));
    return (table.get(category) ?? table.get("other") ?? whole).replaceAll("#", written);
  });
}
