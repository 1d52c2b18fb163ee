// Builds the page on which long tables are measured, as the portal itself is built.
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { settings } from "../settings.mjs";

await build({
  ...settings,
  root: fileURLToPath(new URL(".", import.meta.url)),
  build: { ...settings.build, outDir: fileURLToPath(new URL("../../dist/portals/lines", import.meta.url)) },
});
