import type english from "./locales/en.ts";

/** The words of a paper that no procedure brings. */
export type PaperTexts = Readonly<Record<keyof typeof english, string>>;

const locales: Readonly<Record<string, () => Promise<{ readonly default: PaperTexts }>>> = {
  en: () => import("./locales/en.ts"),
  kk: () => import("./locales/kk.ts"),
  "kk-Latn": () => import("./locales/kk-Latn.ts"),
  ru: () => import("./locales/ru.ts"),
  uk: () => import("./locales/uk.ts"),
  vi: () => import("./locales/vi.ts"),
};

/** In the locale, else in its language, else in English. */
export async function paperTexts(locale: string): Promise<PaperTexts> {
  const load = locales[locale] ?? locales[locale.split("-")[0] ?? ""] ?? locales["en"];
  return load === undefined ? Promise.reject(new Error(locale)) : (await load()).default;
}

/** A text with its `{name}` places filled. */
export function filled(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}
