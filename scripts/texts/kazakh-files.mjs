// Which files have Kazakh texts, and what becomes of them in Latin letters.
import { globSync } from "node:fs";
import { kkInLatin } from "../../packages/core/src/text/kk-latin.ts";

/** From `root`: `…/locales/kk.ts`, `…/locales/kk/form.ts`. A profile's labels are put into Latin letters where they are read. */
export function kazakhFiles(root) {
  return globSync(["packages/*/src/**/locales/kk.ts", "packages/*/src/**/locales/kk/*.ts"], {
    cwd: root,
    exclude: (name) => name === "node_modules",
  }).sort();
}

export function latinFile(file) {
  return file.replace(/([\\/])kk(?=\.ts$|[\\/])/, "$1kk-Latn");
}

/** The source with its letters in Latin; what names the locale (`kk`, `./kk/form.ts`) names the other one. */
export function latinSource(source) {
  const notice = "// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.\n";
  return (
    notice +
    kkInLatin(source)
      .replaceAll("./kk/", "./kk-Latn/")
      .replaceAll(/(?<=export const )kk(?=[:\s])/g, "kkLatn")
  );
}

/**
 * Every Kazakh text has its like in Latin letters, made by the present rules of letters.
 * @param tables of `localeTables`
 */
export function checkKazakhLatin(tables) {
  return tables
    .filter(({ locale, room }) => locale === "kk" && room.endsWith("locales"))
    .flatMap((cyrillic) => {
      const latin = tables.find(({ room, part, locale }) => locale === "kk-Latn" && room === cyrillic.room && part === cyrillic.part);
      const isStale =
        !latin ||
        Object.keys(latin.texts).length !== Object.keys(cyrillic.texts).length ||
        Object.entries(cyrillic.texts).some(([key, text]) => latin.texts[key] !== kkInLatin(text));
      return isStale ? [`${latinFile(cyrillic.file)}: is not what ${cyrillic.file} says: run node scripts/write-kazakh-latin.mjs`] : [];
    });
}
