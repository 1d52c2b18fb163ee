// Texts for people: in locale files only, the same in every locale, in the words of docs/glossary.md; and every failure that a person
// can meet has a text that says what to do.
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkKazakhLatin } from "./texts/kazakh-files.mjs";
import { failureCodes } from "./texts/failure-codes.mjs";
import { findForbidden, forbiddenTerms } from "./texts/glossary.mjs";
import { checkRemedies, compareTables, localeTables } from "./texts/locale-tables.mjs";
import { pageTexts } from "./texts/portal-pages.mjs";
import { wordsInTemplates } from "./texts/template-texts.mjs";

const root = resolve(import.meta.dirname, "..");
const read = (file) => readFileSync(resolve(root, file), "utf8");
const sources = (...patterns) =>
  globSync(patterns, { cwd: root, exclude: (name) => name === "node_modules" || name === "dist" })
    .filter((file) => !/\.(?:test|e2e)\.ts$|[\\/]testing[\\/]/.test(file))
    .sort();

/** Where a failure that came over a wire or out of a store is made a FiscError again: its code was read where it was thrown first. */
const fromElsewhere = new Set([
  "packages/components/src/dossier-form/draw-notices.ts",
  "packages/components/src/sign-in-state/sign-in-state.ts",
  "packages/core/src/api/problem.ts",
  "packages/core/src/signing/client.ts",
]);
/** An element stops its own work: nobody is told. */
const neverShown = new Set(["aborted"]);

/** What elements and extension say is there for every person whom a profile or a portal may have. */
const everyLocale = ["vi", "en", "uk", "kk", "kk-Latn", "ru"];
const wanted = { "packages/components/src/locales": everyLocale, "packages/extension/src/locales": everyLocale };

const tables = await localeTables(root);
const pages = pageTexts(read, globSync("demo/portals/*/*.html", { cwd: root }).sort());
const problems = [
  ...compareTables(tables, wanted),
  ...checkKazakhLatin(tables),
  ...checkRemedies(tables),
  ...pages.problems,
  ...forbidden(),
  ...templates(),
  ...failures("packages/components/src/locales"),
];

for (const problem of problems) console.error(problem);
const count = tables.reduce((sum, { texts }) => sum + Object.keys(texts).length, 0);
console.log(problems.length === 0 ? `${count} texts hold` : `${problems.length} faults in texts`);
process.exitCode = problems.length === 0 ? 0 : 1;

function forbidden() {
  const texts = tables.flatMap(({ file, locale, texts: all }) =>
    Object.entries(all).map(([key, text]) => ({ where: `${file}: "${key}"`, locale, text })),
  );
  return findForbidden(forbiddenTerms(read("docs/glossary.md")), [...texts, ...pages.texts]);
}

/** The library of words in figures and codes' searches hold letters of a language as data. */
function templates() {
  return sources("packages/{components,extension,gateway,core}/src/**/*.ts")
    .filter((file) => !/[\\/](?:locales|words)[\\/]/.test(file))
    .flatMap((file) => wordsInTemplates(read(file)).map(({ line, text }) => `${file}:${line}: words outside the locale files: ${text}`));
}

/**
 * What a gateway may answer, a network may do and an element may refuse has its text `error.<code>`, or that of its family
 * (`error.signature`), or, beside a field, `problem.<code>`, or a text of its very name. A code without an HTTP status is the gateway's own fault: `error.unexpected`
 * names it.
 */
function failures(room) {
  const found = [];
  const ofRoom = tables.filter((table) => table.room === room.replaceAll("/", table.room.includes("\\") ? "\\" : "/"));
  const answered = [...read("packages/gateway/src/http/problem.ts").matchAll(/^ {2}"?([a-z][\w.-]*)"?: \d{3},$/gm)].map(([, code]) => code);
  if (answered.length === 0) found.push("packages/gateway/src/http/problem.ts: its codes were not found");
  const codes = new Map(answered.map((code) => [code, "packages/gateway/src/http/problem.ts"]));
  for (const file of sources("packages/{core,gateway,components}/src/**/*.ts")) {
    const { codes: here, unread } = failureCodes(read(file));
    if (!fromElsewhere.has(file.replaceAll("\\", "/")))
      for (const from of unread) found.push(`${file}: the code of a FiscError is no literal: ${from}`);
    const isMet = /packages[\\/](?:components[\\/]src|core[\\/]src[\\/]api)[\\/]/.test(file);
    for (const code of here) if (isMet || answered.some((known) => code === known || code.startsWith(`${known}.`))) codes.set(code, file);
  }
  for (const locale of new Set(ofRoom.map((table) => table.locale))) {
    const texts = Object.assign({}, ...ofRoom.filter((table) => table.locale === locale).map((table) => table.texts));
    for (const [code, file] of codes) {
      const keys = [`error.${code}`, `error.${code.split(".")[0]}`, `problem.${code}`, code];
      if (!neverShown.has(code) && !keys.some((key) => texts[key])) found.push(`${file}: "${code}" has no text in ${room}, ${locale}`);
    }
  }
  return found;
}
