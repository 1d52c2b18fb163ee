// What each further field adds to a page that has a text field already: bytes by gzip, as JSON.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { settings } from "../settings.mjs";

const fields = ["number-field", "money-field", "date-field", "choice-field", "code-field", "words-output"];
const entry = "virtual:fields";

/** The script that a page with these elements loads at once. */
async function weigh(elements) {
  const { output } = await build({
    ...settings,
    root: fileURLToPath(new URL(".", import.meta.url)),
    plugins: [
      ...settings.plugins,
      {
        name: "fields",
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) =>
          id === `\0${entry}` ? elements.map((element) => `import "@fisc/components/${element}/define";`).join("\n") : undefined,
      },
    ],
    build: { ...settings.build, write: false, rolldownOptions: { input: entry } },
  });
  const chunks = new Map(output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set();
  const load = (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const imported of chunks.get(name)?.imports ?? []) load(imported);
  };
  for (const [name, chunk] of chunks) if (chunk.isEntry) load(name);
  return [...loaded].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "", { level: 9 }).length, 0);
}

const first = await weigh(["text-field"]);
const further = {};
for (const field of fields) further[field] = (await weigh(["text-field", field])) - first;
console.log(JSON.stringify(further));
