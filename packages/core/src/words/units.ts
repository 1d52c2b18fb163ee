import { FiscError } from "../model/errors.ts";
import type { CurrencyNames, Gender, LanguageWords, UnitName } from "./language.ts";

/** @throws FiscError `words.unknown-currency` */
export function namesOf(words: LanguageWords, currency: string): CurrencyNames {
  const names = Object.hasOwn(words.currencies, currency) ? words.currencies[currency] : undefined;
  if (!names) throw new FiscError("words.unknown-currency", { currency, locale: words.language });
  return names;
}

export function genderOf(name: UnitName): Gender {
  return (typeof name === "string" ? undefined : name.gender) ?? "masculine";
}

/** Whole and remainder without a division that could round. */
export function unitsOf(amount: number, currency: string): { readonly major: number; readonly minor: number; readonly decimals: number } {
  const decimals = decimalsOf(currency);
  const minor = amount % 10 ** decimals;
  return { major: (amount - minor) / 10 ** decimals, minor, decimals };
}

export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;
}
