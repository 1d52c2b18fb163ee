// Builds the page on which every element can be seen, one example at a time: it is looked at and measured, not shown to visitors.
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { settings } from "../settings.mjs";

await build({
  ...settings,
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  build: { ...settings.build, outDir: fileURLToPath(new URL("../../dist/portals/elements", import.meta.url)) },
});
