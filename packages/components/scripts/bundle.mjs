// All elements in one file, for pages without a builder: dist/bundle/fisc.js. Locales, late parts and libraries are inside; the two workers
// stand beside it, because a strict content policy starts a worker from an address only, and they come with the first file.
import { fileURLToPath } from "node:url";
import { build } from "vite";

const folder = fileURLToPath(new URL("..", import.meta.url));

await build({
  configFile: false,
  logLevel: "warn",
  root: folder,
  resolve: { conditions: ["source", "browser", "import", "default"] },
  oxc: {
    decorator: { legacy: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  // An address of a worker is resolved from where the bundle stands, on whatever server that is.
  base: "./",
  worker: { format: "es", rolldownOptions: { output: { entryFileNames: "[name].js", codeSplitting: false } } },
  build: {
    target: "es2023",
    outDir: `${folder}dist/bundle`,
    emptyOutDir: true,
    modulePreload: false,
    lib: { entry: `${folder}src/bundle.ts`, formats: ["es"], fileName: () => "fisc.js" },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
