import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { createTestPki } from "@fisc/signature/testing";
import { startTestDatabase } from "./testing/database.ts";
import type { TestDatabase } from "./testing/database.ts";

let database: TestDatabase;
let folder: string;
let environment: Readonly<Record<string, string>>;

before(async () => {
  database = await startTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "fisc-main-"));
  const pki = await createTestPki({ name: "Test", algorithm: "P-256", now: new Date() });
  const trust = join(folder, "trust.pem");
  await writeFile(trust, pki.root.pem);
  environment = {
    DATABASE_URL: await database.create(),
    FISC_PORT: "0",
    FISC_PORTAL_ORIGINS: "http://portal.example, http://other.example",
    FISC_PROFILE: "vn",
    FISC_STORE: join(folder, "store"),
    FISC_TRUST: trust,
  };
});
after(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

function run(changes: Readonly<Record<string, string>> = {}) {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=source", main], {
    env: { PATH: process.env["PATH"], ...environment, ...changes },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const complaint = text(child.stderr);
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, complaint, ended };
}

test("given a whole environment, when the gateway is started and told to end, then it serves, and ends cleanly", async () => {
  const { child, ended, complaint } = run();
  let url: string | undefined;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    url = /listening (http:\S+)/u.exec(chunk.toString())?.[1];
    if (url !== undefined) break;
  }
  assert.ok(url);
  assert.equal((await fetch(`${url}/health`)).status, 200);
  child.kill("SIGTERM");
  assert.equal(await ended, 0);
  assert.equal(await complaint, "");
});

test("given a clock that is shifted for a test, when the gateway is started, then it says so loudly and tells that time", async () => {
  const { child, ended, complaint } = run({ FISC_CLOCK_OFFSET: "-31536000" });
  let out = "";
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    out += chunk.toString();
    if (out.includes("fisc-gateway: listening")) break;
  }
  child.kill("SIGTERM");
  assert.equal(await ended, 0);
  const said = /TEST CLOCK, now (\S+Z)/u.exec(await complaint)?.[1] ?? "";
  const behind = Date.now() - Date.parse(said);
  assert.ok(behind >= 31_536_000_000 && behind < 31_536_000_000 + 60_000, said);
});

test("given something that lacks or is in use, when the gateway is started, then it ends with one line that names it", async () => {
  const busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
  const address = busy.address();
  const port = String(typeof address === "object" && address !== null ? address.port : 0);
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ FISC_PORT: port }, new RegExp(`gateway\\.port-in-use port=${port}`, "u")],
    [{ DATABASE_URL: "postgres://fisc:fisc@127.0.0.1:1/none" }, /gateway\.database-unreachable reason=ECONNREFUSED/u],
    [{ FISC_STORE: "" }, /configuration\.missing name=FISC_STORE/u],
    [{ FISC_PROFILE: "atlantis" }, /configuration\.invalid name=FISC_PROFILE/u],
    [{ FISC_CLOCK_OFFSET: "tomorrow" }, /configuration\.invalid name=FISC_CLOCK_OFFSET/u],
    [{ FISC_CLOCK_OFFSET: "60", NODE_ENV: "production" }, /configuration\.test-only name=FISC_CLOCK_OFFSET/u],
    [{ FISC_CLOCK_OFFSET: "60", FISC_PUBLIC_URL: "https://api.treasury.example" }, /configuration\.test-only name=FISC_CLOCK_OFFSET/u],
    [{ FISC_TRUST: "/nowhere.pem" }, /configuration\.invalid name=FISC_TRUST/u],
  ];
  for (const [changes, expected] of cases) {
    const { complaint, ended } = run(changes);
    assert.equal(await ended, 1);
    const line = await complaint;
    assert.match(line, expected);
    assert.equal(line.trim().split("\n").length, 1, line);
  }
  await new Promise((resolve) => busy.close(resolve));
});
