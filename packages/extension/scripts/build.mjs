// Builds dist/chromium and dist/firefox: pages and background as modules, the content script as one file, no code from elsewhere.
import { mkdir, rm, writeFile, cp, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { manifest } from "../src/manifest.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const shared = join(root, "dist", "shared");
const common = {
  configFile: false,
  logLevel: "warn",
  resolve: { conditions: ["source", "module", "browser", "import", "default"] },
  define: { "process.env.NODE_ENV": '"production"' },
};
const output = {
  outDir: shared,
  emptyOutDir: false,
  target: "es2023",
  modulePreload: false,
  assetsInlineLimit: 0,
  reportCompressedSize: false,
};

await rm(join(root, "dist", "shared"), { recursive: true, force: true });
await build({
  ...common,
  root: join(root, "pages"),
  base: "./",
  build: {
    ...output,
    rolldownOptions: {
      input: {
        sign: join(root, "pages/sign.html"),
        options: join(root, "pages/options.html"),
        background: join(root, "src/background/background.ts"),
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js", assetFileNames: "[name][extname]" },
    },
  },
});
await build({
  ...common,
  root,
  build: {
    ...output,
    lib: { entry: join(root, "src/page/content.ts"), formats: ["iife"], name: "fiscContent", fileName: () => "content.js" },
  },
});

const names = {
  en: { name: "Fisc signing", description: "Shows what you sign in a window of its own, and signs it with your key carrier." },
  uk: { name: "Fisc – підпис", description: "Показує у власному вікні те, що ви підписуєте, і підписує вашим носієм ключа." },
  kk: { name: "Fisc – қол қою", description: "Неге қол қоятыныңызды өз терезесінде көрсетіп, кілт тасығышыңызбен қол қояды." },
  ru: { name: "Fisc – подпись", description: "Показывает в своём окне то, что вы подписываете, и подписывает вашим носителем ключа." },
  vi: { name: "Fisc – Ký số", description: "Hiển thị nội dung bạn ký trong cửa sổ riêng, và ký bằng thiết bị ký số của bạn." },
};
for (const browser of ["chromium", "firefox"]) {
  const target = join(root, "dist", browser);
  await rm(target, { recursive: true, force: true });
  await cp(shared, target, { recursive: true });
  for (const [locale, { name, description }] of Object.entries(names)) {
    await mkdir(join(target, "_locales", locale), { recursive: true });
    await writeFile(
      join(target, "_locales", locale, "messages.json"),
      JSON.stringify({ name: { message: name }, description: { message: description } }, null, 2),
    );
  }
  await writeFile(join(target, "manifest.json"), JSON.stringify(manifest(browser), null, 2));
}
const content = await readFile(join(shared, "content.js"));
await rm(shared, { recursive: true });
console.log(`dist/chromium and dist/firefox; content script ${content.length} bytes`);
