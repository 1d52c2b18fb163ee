// Writes the public record of the elements and what is made from it; with --check it writes nothing, and ends with 1 where anything is old.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cssData, htmlData, webTypes } from "./editor-data.mjs";
import { jsxTypes, vueTypes } from "./frameworks.mjs";
import { folder, freshManifest } from "./manifest.mjs";
import { readme, stylingPage } from "./doc-tables.mjs";

const json = (value) => `${JSON.stringify(value, null, 1)}\n`;

const pageAt = (path) => readFileSync(resolve(folder, path), "utf8");

/** Path from the package → text. */
export function records(manifest = freshManifest()) {
  const about = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));
  return new Map([
    ["custom-elements.json", json(manifest)],
    ["src/jsx.ts", jsxTypes(manifest)],
    ["src/vue.ts", vueTypes(manifest)],
    ["editor/html-data.json", json(htmlData(manifest))],
    ["editor/css-data.json", json(cssData(manifest))],
    ["editor/web-types.json", json(webTypes(manifest, about))],
    ["README.md", readme(pageAt("README.md"), manifest)],
    ["../../docs/styling.md", stylingPage(pageAt("../../docs/styling.md"), manifest)],
  ]);
}

const isCurrent = (path, text) => {
  try {
    return readFileSync(resolve(folder, path), "utf8") === text;
  } catch {
    return false;
  }
};

/** Paths of the records that are not what the sources say. */
export const oldRecords = (manifest) => [...records(manifest)].filter(([path, text]) => !isCurrent(path, text)).map(([path]) => path);

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv.includes("--check")) {
    const old = oldRecords();
    for (const path of old) console.error(`${path} is old: pnpm --filter @fisc/components manifest`);
    process.exitCode = old.length > 0 ? 1 : 0;
  } else
    for (const [path, text] of records()) {
      if (isCurrent(path, text)) continue;
      writeFileSync(resolve(folder, path), text);
      console.log(path);
    }
}
