import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DemoStop } from "./stop.ts";

/** Says whose folder this is: the demo writes into none that holds something else, and `--reset` empties no other. */
const mark = "fisc-demo.txt";
const markText = "The data of Fisc's demo. `npm run demo -- --reset` removes it and begins anew.\n";

/** All that the demo ever puts into its folder. What else lies there belongs to somebody, and stays. */
const ours = [
  "attachments",
  "browser",
  "browsers",
  "demo.pid",
  "gateway.log",
  "gateway.pid",
  "mail",
  "people",
  "postgres",
  "postgres.left",
  "postgres.password",
  "walkthrough",
];

/** Throws one line where the folder holds what is not the demo's: a mistyped `--data` must cost nobody their files. Changes nothing. */
export async function needDataFolder(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new DemoStop(`${folder} is a file. Choose a folder: npm run demo -- --data <dir>`);
    throw error;
  });
  // Earlier demos left no mark, but a database with its password.
  if (entries.length === 0 || entries.includes(mark) || entries.includes("postgres.password")) return;
  throw new DemoStop(`${folder} holds files that are not the demo's. Choose an empty or a new folder: npm run demo -- --data <dir>`);
}

/** Makes the folder, where it is not there yet, and marks it. */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, mark), markText);
}

/** Removes what the demo kept in it. */
export async function emptyDataFolder(folder: string): Promise<void> {
  for (const name of ours) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
}
