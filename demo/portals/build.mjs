// Builds the Vietnamese portal: five plain pages, scripts split so that a page loads only what it shows.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { settings } from "./settings.mjs";

const root = fileURLToPath(new URL("vn", import.meta.url));
const outDir = fileURLToPath(new URL("../dist/portals/vn", import.meta.url));
const pages = ["index", "new", "correct", "dossier", "signing"];

/** What every page needs in one file, what every page with rules needs in another: a file packs the better the more is in it. */
const fileGroups = [
  { name: "portal", test: /[\\/](?:vn[\\/]portal\.ts|money[\\/]index\.ts|directives[\\/](?:repeat|if-defined)\.js)$/ },
  { name: "rules", test: /[\\/](?:form-faults|icons|adopt-styles|text[\\/]typed|rules[\\/](?:reads|paths|evaluate))\.ts$/ },
  {
    name: "engine",
    test: /[\\/](?:rules[\\/](?:engine|form-state|violations|form-rules|submission|rule-violations|cached|row-cache|history|memory|patches)|drafts[\\/](?:indexed-database|draft-store|database|keys|sealed-draft|sealing))\.ts$|directives[\\/]guard\.js$/,
  },
];

await build({
  ...settings,
  root,
  worker: { format: "es" },
  build: {
    ...settings.build,
    outDir,
    manifest: true,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, `${root}/${page}.html`])),
      output: { codeSplitting: { groups: fileGroups } },
    },
  },
});

// What each page needs before its first element is drawn: its entry and all that it imports without waiting.
const manifest = JSON.parse(readFileSync(`${outDir}/.vite/manifest.json`, "utf8"));
const weights = {};
for (const page of pages) {
  const files = new Set();
  const walk = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) walk(imported);
  };
  walk(`${page}.html`);
  preload(`${outDir}/${page}.html`, files);
  weights[page] = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`${outDir}/${file}`)).length, 0);
  console.log(`${page}.html: ${(weights[page] / 1000).toFixed(1)} kB of script (gzip)`);
}
writeFileSync(`${outDir}/weights.json`, JSON.stringify(weights));

/** All of a page's scripts are asked for at once, not one after the other as each names the next. */
function preload(page, files) {
  const links = [...files].map((file) => `<link rel="modulepreload" crossorigin href="/${file}" />`).join("\n    ");
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace("</head>", () => `  ${links}\n  </head>`),
  );
}
