// Dependency directions of docs/architecture/house.md: an import that runs against an arrow, reaches past a package's
// `exports`, or names a country where none may be known, ends the check.
import { globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** Room → rooms it may import. */
const arrows = {
  "packages/core": [],
  "packages/signature": [],
  "packages/profiles": ["core"],
  "packages/components": ["core"],
  "packages/carrier-host": ["core"],
  "packages/extension": ["core", "signature", "carrier-host"],
  "packages/gateway": ["core", "profiles", "signature"],
  demo: ["core", "profiles", "signature", "components", "extension", "carrier-host", "gateway"],
  test: ["core", "profiles", "signature", "components", "extension", "carrier-host", "gateway", "demo"],
};

/** What a room's tests may use beyond its arrows: real profiles and a test PKI prove more than invented ones. */
const testArrows = ["profiles", "signature", "core", "gateway"];

/** Rooms that know no country: neither a profile's name nor its words. */
const countryFree = [
  "packages/core",
  "packages/signature",
  "packages/components",
  "packages/extension",
  "packages/carrier-host",
  "packages/gateway",
];
const countryWords = /\b(viet ?nam(?:ese)?|ukrain\w*|kazakh\w*|kbnn|tabmis|kho bạc|payment\.regular|c2-02\w?|ma(?:ndkt|chuong|dvqhns))\b/i;
const languageFolders = /[\\/](locales|words)[\\/]/;

const problems = [];

for (const [room, allowed] of Object.entries(arrows)) {
  for (const file of globSync(`${room}/{src,scripts,portals,test}/**/*.{ts,mjs,js}`, { cwd: root })) {
    if (file.includes("node_modules") || file.includes(`${sep}dist${sep}`)) continue;
    const text = readFileSync(resolve(root, file), "utf8");
    const isTest = /\.(test|e2e)\.ts$|[\\/]testing[\\/]|[\\/]test[\\/]/.test(file) || room === "test";
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
      if (specifier.startsWith(".")) {
        const target = relative(resolve(root, room), resolve(dirname(resolve(root, file)), specifier));
        if (target.startsWith("..")) problems.push(`${file}: reaches out of its package by "${specifier}"`);
        continue;
      }
      const [, other] = /^@fisc\/([\w-]+)/.exec(specifier) ?? [];
      if (!other || `packages/${other}` === room || other === room) continue;
      if (!allowed.includes(other) && !(isTest && testArrows.includes(other)))
        problems.push(`${file}: ${room} may not import @fisc/${other}`);
    }
    if (countryFree.includes(room) && !isTest && !languageFolders.test(file)) {
      text.split("\n").forEach((line, index) => {
        const found = countryWords.exec(line);
        if (found) problems.push(`${file}:${index + 1}: names a country ("${found[0]}")`);
      });
    }
  }
}

for (const problem of problems) console.error(problem);
console.log(`${problems.length === 0 ? "arrows hold" : `${problems.length} against the arrows`}`);
process.exitCode = problems.length === 0 ? 0 : 1;
