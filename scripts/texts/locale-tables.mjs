// The tables of texts of every room, by locale, and what must hold between them.
import { existsSync, globSync } from "node:fs";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const place = /^(?<base>.*[\\/](?:locales|labels))[\\/](?<locale>[a-z]{2}(?:-[A-Z][a-z]{3})?)(?<rest>[\\/].*)?\.ts$/;

/**
 * A table: the texts that one room has for one locale in one file; of a locale with an `index.ts`, those of the whole folder.
 * @returns {Promise<readonly { room: string, part: string, locale: string, file: string, texts: Readonly<Record<string, string>> }[]>}
 *   `room` and `file` from `root`; `part` is the file within the locale, so that the tables of two locales can be told to belong together
 */
export async function localeTables(root) {
  const files = globSync("packages/*/src/**/{locales,labels}/**/*.ts", { cwd: root, exclude: (name) => name === "node_modules" });
  const tables = [];
  for (const file of files.sort()) {
    const found = place.exec(file)?.groups;
    if (!found || file.endsWith(".test.ts")) continue;
    const folder = resolve(root, found.base, found.locale);
    const isWhole = existsSync(resolve(folder, "index.ts"));
    if (isWhole && resolve(root, file) !== resolve(folder, "index.ts")) continue;
    const part = found.rest ? relative(folder, resolve(root, file)).replaceAll("\\", "/") : "";
    const texts = await textsOf(resolve(root, file));
    // beside parts of its own, `vi.ts` only gathers some of them
    const gathers = part === "" && existsSync(folder);
    if (texts && !gathers) tables.push({ room: found.base, part, locale: found.locale, file, texts });
  }
  return tables;
}

async function textsOf(path) {
  const module = await import(pathToFileURL(path).href);
  const exported = module.default ?? Object.values(module)[0];
  const isTable = typeof exported === "object" && exported !== null && Object.values(exported).every((text) => typeof text === "string");
  return isTable ? exported : undefined;
}

/** Places of a text: `{name}` and `{name|one:…|other:…}`. */
export function placesOf(text) {
  return [...text.matchAll(/\{(\w+)(?:\|([^}]*))?\}/g)].map(([, name, forms]) => ({
    name,
    forms: forms === undefined ? [] : forms.split("|").map((form) => form.slice(0, form.indexOf(":"))),
  }));
}

/**
 * The same parts, keys and places in every locale of a room; every plural form that the locale has.
 * @param {Readonly<Record<string, readonly string[]>>} wanted room → locales that it must have; other rooms have those that they have
 */
export function compareTables(tables, wanted = {}) {
  const problems = [];
  for (const [room, ofRoom] of Map.groupBy(tables, (table) => table.room)) {
    const locales = new Set([...ofRoom.map(({ locale }) => locale), ...(wanted[room.replaceAll("\\", "/")] ?? [])]);
    for (const [part, same] of Map.groupBy(ofRoom, (table) => table.part)) {
      for (const locale of locales)
        if (!same.some((table) => table.locale === locale)) problems.push(`${room}: ${part || "the table"} is missing in ${locale}`);
      const keys = new Set(same.flatMap(({ texts }) => Object.keys(texts)));
      for (const key of keys) problems.push(...compareKey(key, same));
    }
  }
  return problems;
}

function compareKey(key, tables) {
  const names = (table) => [...new Set(placesOf(table.texts[key] ?? "").map(({ name }) => name))].sort().join(", ");
  const having = tables.filter(({ texts }) => Object.hasOwn(texts, key));
  const problems = tables.filter((table) => !having.includes(table)).map(({ file }) => `${file}: "${key}" is missing`);
  const [first] = having;
  for (const table of having) {
    if (names(table) !== names(first))
      problems.push(`${table.file}: "${key}" has the places {${names(table)}}, ${first.file} has {${names(first)}}`);
    problems.push(...spelling(table, key));
    for (const { name, forms } of placesOf(table.texts[key])) {
      const wanted = new Intl.PluralRules(table.locale).resolvedOptions().pluralCategories;
      const absent = forms.length === 0 ? [] : wanted.filter((form) => !forms.includes(form));
      if (absent.length > 0) problems.push(`${table.file}: "${key}" lacks the form ${absent.join(", ")} of {${name}}`);
    }
  }
  return problems;
}

/** Tone on the second vowel of an open oa, oe, uy: `khoá`, `huỷ`. Not `quý`, where the u belongs to the q. */
const newToneMark = /(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])(?!\p{L})/iu;

function spelling({ file, locale, texts }, key) {
  const text = texts[key];
  const faults = [];
  if (text.trim() === "") faults.push("is empty");
  if (text !== text.normalize("NFC")) faults.push("is not NFC");
  if (/ {2}|^\s|[ \t]$/.test(text)) faults.push("has a space too many");
  if (text.includes("’")) faults.push("has a curly apostrophe");
  if (locale === "vi" && newToneMark.test(text))
    faults.push(`has its tone mark in another place than the rest: ${newToneMark.exec(text)[0]}`);
  return faults.map((fault) => `${file}: "${key}" ${fault}`);
}

const failure = /^(?:error|problem|violation|rule)\./;

/** How a language tells somebody politely to do something: a text that says what to do has such a word. */
const tells = {
  vi: /(?<!\p{L})hãy(?!\p{L})/iu,
  uk: /(?:іть|іться|[бвджзлмнршчь]те|йте|теся)(?!\p{L})/u,
  ru: /(?:ите|йте|ьте|итесь|йтесь|ьтесь)(?!\p{L})/u,
  kk: /(?:ңыз|ңіз)(?=\s*(?:[.;,:)]|немесе|де,|не\s))/u,
  "kk-Latn": /(?:ñyz|ñız)(?=\s*(?:[.;,:)]|nemese|de,|ne\s))/u,
};

/** What a failure says must include what to do. */
export function checkRemedies(tables) {
  return tables.flatMap(({ file, locale, texts }) =>
    Object.entries(texts)
      .filter(([key, text]) => failure.test(key) && !saysWhatToDo(locale, text))
      .map(([key, text]) => `${file}: "${key}" does not say what to do: ${text}`),
  );
}

function saysWhatToDo(locale, text) {
  const sentence = text.replaceAll(/\{(\w+)[^}]*\}/g, "$1");
  if (tells[locale]) return tells[locale].test(sentence);
  return /[.!?;:,]\s.+\.$/u.test(sentence) || /^(?:Fill in|Choose|Attach|Enter|Say|Name)\s/.test(sentence);
}
