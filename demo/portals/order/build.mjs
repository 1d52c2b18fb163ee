// Builds the pages that take engine and fields without the form element: they are weighed, and tried.
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { settings } from "../settings.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));

// Each by itself: what two pages share must not make either's files smaller.
for (const page of ["order", "field"]) {
  await build({
    ...settings,
    root,
    base: "./",
    build: {
      ...settings.build,
      outDir: fileURLToPath(new URL(`../../dist/portals/order/${page}`, import.meta.url)),
      rolldownOptions: { input: `${root}${page}.html` },
    },
  });
}
