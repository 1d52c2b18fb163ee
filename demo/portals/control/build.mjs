// Builds the page that the form's weight is compared with, as the portal itself is built.
import { fileURLToPath } from "node:url";
import { build } from "vite";

await build({
  root: fileURLToPath(new URL(".", import.meta.url)),
  configFile: false,
  logLevel: "warn",
  resolve: { conditions: ["source", "browser", "import", "default"] },
  build: {
    outDir: fileURLToPath(new URL("../../dist/portals/control", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
  },
});
