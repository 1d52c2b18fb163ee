import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { emptyDataFolder, makeDataFolder, needDataFolder } from "./data-folder.ts";
import { DemoStop } from "./stop.ts";

describe("the demo's folder", () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "fisc-data-"))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("given a folder that is not there, one that is empty, and one of an earlier start, then each will do", async () => {
    await needDataFolder(join(folder, "new"));
    await needDataFolder(folder);
    await makeDataFolder(folder);
    await writeFile(join(folder, "gateway.log"), "");
    await needDataFolder(folder);
  });
  it("given the folder of a demo from before there was a mark, then it will do", async () => {
    await writeFile(join(folder, "postgres.password"), "");
    await needDataFolder(folder);
  });
  it("given somebody's home, then it refuses, and has left nothing there", async () => {
    await mkdir(join(folder, "mail"));
    await assert.rejects(needDataFolder(folder), DemoStop);
    assert.deepEqual(await readdir(folder), ["mail"]);
  });
  it("given a file, then it says that it is one", async () => {
    await writeFile(join(folder, "data"), "");
    await assert.rejects(needDataFolder(join(folder, "data")), /is a file/);
  });
  it("given a letter that somebody laid into it, when it is emptied, then the letter stays", async () => {
    await makeDataFolder(folder);
    await mkdir(join(folder, "mail"));
    await writeFile(join(folder, "mail", "1.eml"), "");
    await writeFile(join(folder, "letter.txt"), "");
    await emptyDataFolder(folder);
    assert.deepEqual((await readdir(folder)).sort(), ["fisc-demo.txt", "letter.txt"]);
  });
});
