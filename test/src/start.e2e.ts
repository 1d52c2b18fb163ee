import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { addressesFrom, freePortBase, needFreePorts, type Addresses } from "@fisc/demo/addresses";
import { startDemo } from "@fisc/demo/start";
import { sampleForToday } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import { chromium } from "playwright";
import { processesBelow, startDemoProcess, stillRunning, type DemoProcess } from "./demo-process.ts";
import { clientOf } from "./person.ts";
import { until } from "./stage.ts";

const root = resolve(import.meta.dirname, "../..");

describe("the demo's command", () => {
  let folder: string;
  let data: string;
  let base: number;
  let addresses: Addresses;
  let running: DemoProcess | undefined;
  /** The dossier that every later start must find. */
  let dossier: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fisc start "));
    await chmod(folder, 0o755); // the database's account must get in
    data = join(folder, "data");
    base = await freePortBase();
    addresses = addressesFrom(base);
  });
  after(async () => {
    if (running?.child.exitCode === null) running.child.kill("SIGTERM");
    await running?.end;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const startAndWait = async (): Promise<DemoProcess> => {
    running = startDemoProcess(["--data", data, "--port-base", String(base)]);
    await running.up;
    return running;
  };
  const dossiersSeen = async (): Promise<readonly string[]> => {
    const { api } = await clientOf(addresses, subjects.schoolPreparer);
    return (await api.dossiers()).map(({ id }) => id);
  };
  const changedAt = async (...files: readonly string[]): Promise<readonly number[]> =>
    Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));

  it("given nothing yet, when it is started, then what it prints is where everything answers", async () => {
    const demo = await startAndWait();
    for (const address of [addresses.portal, addresses.gateway, addresses.issuer, addresses.inbox, addresses.tabmis])
      assert.ok(demo.output().includes(address), address);
    assert.equal((await fetch(`${addresses.portal}/new.html`)).status, 200);
    assert.equal((await fetch(`${addresses.gateway}/openapi.json`)).status, 200);
    assert.match(demo.output(), /Trần Thị Mẫu +PIN \d{6}/);
    const { data: form, papers } = await sampleForToday("D-1");
    const preparer = await clientOf(addresses, subjects.schoolPreparer);
    dossier = (await preparer.create(form, papers)).id;
  });

  it("given it runs, when a second one is started on the same data, then one line says which process has it", async () => {
    const second = startDemoProcess(["--data", data, "--port-base", String(base)]);
    assert.equal(await second.end, 1);
    const lines = second.errors().split("\n").filter(Boolean);
    assert.equal(lines.length, 1, second.errors());
    assert.match(lines[0] ?? "", new RegExp(`\\(process ${running?.child.pid}\\).*--data <dir> --port-base`));
  });

  it("given it runs, when it is interrupted, then it ends by itself, and neither a process nor a port is left", async () => {
    const demo = running;
    assert.ok(demo);
    const parts = processesBelow(demo.child.pid ?? 0);
    assert.ok(parts.length >= 5, `database, its workers and gateway, not only ${parts.join(", ")}`);
    demo.child.kill("SIGINT");
    assert.equal(await demo.end, 0);
    assert.deepEqual(stillRunning(parts), []);
    await needFreePorts(addresses);
  });

  it("given it was stopped, when it is started again, then the dossier is there, and nothing was made or built anew", async () => {
    const made = [
      join(data, "people/certificates.json"),
      join(data, "people/trust.pem"),
      join(data, "postgres/PG_VERSION"),
      join(root, "demo/dist/portals/vn/index.html"),
      join(root, "packages/extension/dist/chromium/manifest.json"),
    ];
    const before = await changedAt(...made);
    await startAndWait();
    assert.deepEqual(await dossiersSeen(), [dossier]);
    assert.deepEqual(await changedAt(...made), before);
  });

  it("given it was killed, its database and gateway left behind, when it is started again, then it takes over and the dossier is there", async () => {
    const killed = running;
    assert.ok(killed);
    const parts = processesBelow(killed.child.pid ?? 0);
    killed.child.kill("SIGKILL");
    assert.equal(await killed.end, "SIGKILL");
    assert.notDeepEqual(stillRunning(parts), [], "a killed process cannot end its parts");
    await startAndWait();
    assert.deepEqual(stillRunning(parts), [], "what the killed one left was ended");
    assert.deepEqual(await dossiersSeen(), [dossier]);
  });

  it("given a supervisor that sends SIGTERM, then it ends as by Ctrl-C", async () => {
    const demo = running;
    assert.ok(demo);
    const parts = processesBelow(demo.child.pid ?? 0);
    demo.child.kill("SIGTERM");
    assert.equal(await demo.end, 0);
    assert.deepEqual(stillRunning(parts), []);
  });

  it("given another program on one of its ports, when it is started, then one line names port and part, and that program is left alone", async () => {
    const other = createServer((_, response) => void response.end("mine")).listen(addresses.ports.inbox, "127.0.0.1");
    await once(other, "listening");
    try {
      await assert.rejects(startDemo({ data, portBase: base }), {
        name: "DemoStop",
        message: new RegExp(`^Port ${addresses.ports.inbox} \\(inbox\\) is in use.*--port-base`),
      });
      assert.equal(await (await fetch(addresses.inbox)).text(), "mine");
      assert.equal((await readdir(data)).includes("demo.pid"), false);
    } finally {
      other.close();
    }
    await needFreePorts(addresses);
  });

  it("given a folder of somebody's files, when it is to be reset, then that is refused and nothing in it has changed", async () => {
    const theirs = join(folder, "theirs");
    await mkdir(join(theirs, "mail"), { recursive: true });
    await writeFile(join(theirs, "mail/letter"), "dear");
    await assert.rejects(startDemo({ data: theirs, portBase: base, reset: true }), { name: "DemoStop", message: /not the demo's/ });
    assert.deepEqual(await readdir(theirs, { recursive: true }), ["mail", "mail/letter"]);
  });

  it("given a display, when it is started with --reset and --browser, then the data is gone, a stray file is not, and the open Chromium reaches every key", async () => {
    const people = await readFile(join(data, "people/certificates.json"), "utf8");
    await writeFile(join(data, "note.txt"), "keep me");
    const display = await startDisplay();
    const debugPort = (await freePortBase(base + 20)) + 1;
    const wrapper = join(folder, "chromium");
    const real = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
    await writeFile(wrapper, `#!/bin/sh\nexec ${real} --remote-debugging-port=${debugPort} "$@"\n`, { mode: 0o755 });
    try {
      const demo = startDemoProcess(["--data", data, "--port-base", String(base), "--reset", "--browser"], {
        DISPLAY: display.name,
        CHROMIUM: wrapper,
      });
      running = demo;
      await demo.up;
      assert.deepEqual(await dossiersSeen(), []);
      assert.notEqual(await readFile(join(data, "people/certificates.json"), "utf8"), people);
      assert.equal(await readFile(join(data, "note.txt"), "utf8"), "keep me");

      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
      const [context] = browser.contexts();
      assert.ok(context);
      assert.ok(
        context.pages().some((page) => page.url().startsWith(addresses.portal)),
        "the portal is open",
      );
      const worker = await until("the extension's service worker", async () => context.serviceWorkers()[0]);
      const settings = await context.newPage();
      await settings.goto(new URL("options.html", worker.url()).href);
      await settings.locator("#diagnose").click();
      await settings.getByText("SoftHSM").waitFor();
      const carriers = [...demo.output().matchAll(/PIN \d{6}/g)].length;
      assert.ok(carriers > 1);
      // The last lines are the carriers plugged in, their certificates, and the clock.
      const told = await settings.locator('[role="status"] dd').allInnerTexts();
      assert.deepEqual(told.slice(-3, -1), [`✓ ${carriers}`, `✓ ${carriers}`], told.join("; "));

      await (await browser.newBrowserCDPSession()).send("Browser.close");
      assert.equal(await demo.end, 0, "closing the window stops the demo");
      await needFreePorts(addresses);
    } finally {
      running?.child.kill("SIGTERM");
      await running?.end;
      await display.close();
    }
  });
});

/** An X server without a screen, on a number that nobody has. */
async function startDisplay(): Promise<{ readonly name: string; close(): Promise<void> }> {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(server, "exit");
  const [number] = (await once(server.stdout.setEncoding("utf8"), "data")) as [string];
  return {
    name: `:${number.trim()}`,
    async close() {
      server.kill("SIGTERM");
      await ended;
    },
  };
}
