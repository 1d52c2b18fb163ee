import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { makeHouse, oneLine } from "./testing/house.mjs";

let house;
beforeEach(() => (house = makeHouse()));
afterEach(() => house.remove());

describe("what breaks on the way", () => {
  const failingInstall = (text) => house.program("pnpm", `case "$1" in --version) echo 12.21.0 ;; *) echo "${text}" >&2; exit 1 ;; esac`);

  for (const [what, text, said] of [
    ["the disk is full", "ENOSPC: no space left on device, write", /disk is full/],
    ["no network answers", "ERR_PNPM_META_FETCH_FAIL getaddrinfo EAI_AGAIN registry.example", /network did not answer.*proxy/],
    ["a library asks for a compiler", "gyp ERR! stack Error: not found: make", /build-essential/],
    [
      "the package store belongs to somebody else",
      "EACCES: permission denied, mkdir '/srv/store/v10'",
      /\/srv\/store\/v10 may not be written/,
    ],
  ]) {
    it(`given an install during which ${what}, then one line says it, with the log's place`, async () => {
      failingInstall(text);
      const result = await house.start(["demo"]);
      assert.equal(result.code, 1);
      const line = oneLine(result);
      assert.match(line, said);
      assert.match(line, /\.cache\/start\.log/);
      assert.ok(house.read(".cache/start.log").includes(text));
    });
  }
  it("given an install that was broken off, when it is started again, then it installs again", async () => {
    await house.start(["demo"]);
    house.write("pnpm-lock.yaml", "changed");
    failingInstall("ENOSPC");
    await house.start(["demo"]);
    house.write("pnpm-lock.yaml", "");
    house.pnpm("12.21.0");
    house.calls();
    assert.equal((await house.start(["demo"])).code, 0);
    assert.ok(house.calls().some((call) => call.startsWith("pnpm install")));
  });
  it("given an older Node or no pnpm, then npx brings both once", async () => {
    house.pnpm("9.0.0");
    assert.equal((await house.start(["demo"])).code, 0);
    assert.equal(house.calls().filter((call) => call.startsWith("npx")).length, 1);
    assert.equal((await house.start(["demo"])).code, 0);
    assert.equal(house.calls().filter((call) => call.startsWith("npx")).length, 0);
  });
});

describe("the second start", () => {
  it("given nothing has changed, then it neither installs nor builds", async () => {
    await house.start(["demo"]);
    assert.deepEqual(
      house
        .calls()
        .filter((call) => !call.startsWith("sh "))
        .map((call) => call.replace(/ .*\//, " ")),
      ["pnpm --version", "pnpm install --frozen-lockfile --reporter=append-only", "build manifest.json", "build index.html"],
    );
    await house.start(["demo"]);
    assert.deepEqual(
      house.calls().filter((call) => /^build|install/.test(call)),
      [],
    );
  });
  it("given a changed source, then it builds only what is made of it", async () => {
    await house.start(["demo"]);
    house.calls();
    house.write("demo/portals/vn/new.html", "changed");
    await house.start(["demo"]);
    assert.deepEqual(
      house.calls().filter((call) => /^build|install/.test(call)),
      ["build demo/dist/portals/vn/index.html"],
    );
  });
});

describe("the end", { timeout: 60_000 }, () => {
  const waiting = `process.on("SIGTERM", () => { console.log("asked to end"); process.exit(0); });
process.on("SIGINT", () => { console.log("interrupted"); process.exit(130); });
setTimeout(() => process.exit(1), 60_000); console.log("up");`;
  const until = (child, text) =>
    new Promise((done) => {
      let seen = "";
      child.stdout.on("data", (chunk) => (seen += chunk).includes(text) && done(seen));
    });
  const ended = (child) => new Promise((done) => child.on("close", (code) => done(code)));

  for (const [signal, said, code] of [
    ["SIGTERM", "asked to end", 0],
    ["SIGINT", "interrupted", 130],
  ]) {
    it(`given a running command, when the start gets ${signal}, then the command gets it, and its exit code is the start's`, async () => {
      house.write("inner.mjs", waiting);
      const child = house.spawn(["demo"]);
      const [told, end] = [until(child, said), ended(child)];
      await until(child, "up");
      child.kill(signal);
      await told;
      assert.equal(await end, code);
    });
  }
  it("given a command that the system killed, then the exit code tells it as a shell does", async () => {
    house.write("inner.mjs", "process.kill(process.pid, 'SIGKILL')");
    assert.equal((await house.start(["demo"])).code, 137);
  });
  it("given a running command under npm, when npm is ended and says nothing, then the command ends too", async () => {
    house.write("inner.mjs", waiting);
    house.write(
      "npm.mjs",
      `import { spawn } from "node:child_process"; spawn(process.execPath, process.argv.slice(2), { stdio: "inherit" });`,
    );
    const child = house.spawn(["demo"], { environment: { npm_lifecycle_event: "demo" }, through: "npm.mjs" });
    const [told, end] = [until(child, "asked to end"), ended(child)];
    await until(child, "up");
    child.kill("SIGKILL");
    await Promise.all([told, end]);
  });
});
