import { FiscError } from "../model/errors.ts";

/**
 * The alphabet of 31 letters of the Baitursynuly Institute of Linguistics, which the national commission took on 28 January 2021, with ñ
 * as put right in April 2021. It is not in force: official documents are in Cyrillic, and so are amounts in words. Letters of loan words
 * (ё ц ч щ ъ ь э ю я) have none there; how they are spelt with its letters is ours, since no source settles it.
 */
const pairs =
  "а a ә ä б b в v г g ғ ğ д d е e ж j з z и i й i к k қ q л l м m н n ң ñ о o ө ö п p р r с s т t у u ұ ū ү ü ф f х h һ h ш ş ы y і ı " +
  "ё io ц ts ч tş щ ştş э e ю iu я ia";
const letters = new Map([...pairs.matchAll(/(\S+) (\S+)/g)].map(([, from = "", to = ""]) => [from, to])).set("ъ", "").set("ь", "");

/** The capital of и and й keeps its dot, that of і has none. */
const capitals: Readonly<Record<string, string>> = { и: "İ", й: "İ", і: "I" };

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

/**
 * Text of `kk` in Latin letters (`kk-Latn`), from Cyrillic; the case is kept, and whatever is no Cyrillic letter.
 * @throws FiscError `text.other-script`: a Cyrillic letter that the language does not have
 */
export function kkInLatin(text: string): string {
  return text.replaceAll(/\p{Script=Cyrillic}/gu, (letter, at: number) => {
    const small = letter.toLowerCase();
    const latin = letters.get(small);
    if (latin === undefined) throw new FiscError("text.other-script", { letter, text });
    if (!isCapital(letter)) return latin;
    const rest = isCapital(text.charAt(at + 1)) ? latin.slice(1).toUpperCase() : latin.slice(1);
    return (capitals[small] ?? latin.charAt(0).toUpperCase()) + rest;
  });
}
