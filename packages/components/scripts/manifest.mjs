// The public record of the elements: a custom-elements manifest, from the sources as they stand.
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { create, ts } from "@custom-elements-manifest/analyzer";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";
import { definePlugin, docPlugin, publicOnlyPlugin, roomsPlugin, typeParametersPlugin } from "./manifest-plugins.mjs";
import { tokensReadBy } from "./tokens-of-elements.mjs";

export const folder = resolve(import.meta.dirname, "..");

/** The sources of the rooms: path from the package, and text. */
export function sources() {
  return globSync("src/**/*.ts", { cwd: folder })
    .filter((path) => !/\.test\.ts$|^src\/(testing|locales)\/|^src\/(all|index|jsx|vue)\.ts$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(resolve(folder, path), "utf8") }));
}

export function freshManifest() {
  const read = sources();
  const manifest = create({
    modules: read.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)),
    plugins: [...litPlugin(), definePlugin, docPlugin, typeParametersPlugin(), publicOnlyPlugin, roomsPlugin],
    context: { dev: false, thirdPartyCEMs: [] },
  });
  for (const { declaration, path } of elementsOf(manifest)) declaration.cssProperties = tokensReadBy(path);
  return manifest;
}

/** Every registered element: its declaration, and the path of the module that has its class. */
export function elementsOf(manifest) {
  return manifest.modules
    .flatMap(({ path, declarations }) => declarations.map((declaration) => ({ path, declaration })))
    .filter(({ declaration }) => declaration.tagName)
    .sort((one, other) => (one.declaration.tagName < other.declaration.tagName ? -1 : 1));
}

/** The public fields that a page may set: name, type as written, attribute where there is one. */
export function propertiesOf(declaration) {
  return (declaration.members ?? []).filter(({ kind, readonly }) => kind === "field" && !readonly);
}
