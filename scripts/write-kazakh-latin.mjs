// Writes the texts of Kazakh in Latin letters beside those in Cyrillic: `node scripts/write-kazakh-latin.mjs`, after every change of them.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import { kazakhFiles, latinFile, latinSource } from "./texts/kazakh-files.mjs";

const root = resolve(import.meta.dirname, "..");
const written = [];
for (const file of kazakhFiles(root)) {
  const target = latinFile(file);
  await mkdir(dirname(resolve(root, target)), { recursive: true });
  await writeFile(resolve(root, target), latinSource(await readFile(resolve(root, file), "utf8")));
  written.push(target);
}
execFileSync(resolve(root, "node_modules/.bin/oxfmt"), written, { cwd: root });
console.log(`${written.length} files`);
