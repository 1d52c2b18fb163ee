import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { removeEmbeddedServer, startEmbeddedServer } from "./embedded.ts";

describe("embedded PostgreSQL", () => {
  let folder: string;
  let directory: string;
  let port: number;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fisc-embedded-"));
    await chmod(folder, 0o755);
    directory = join(folder, "postgres");
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    port = (probe.address() as AddressInfo).port;
    await new Promise((done) => probe.close(done));
  });
  after(async () => {
    await removeEmbeddedServer(directory);
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (url: string, text: string): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  it("given a power cut after which its number is another program's, when it starts again, then that program lives and the data is there", async () => {
    const first = await startEmbeddedServer({ directory, port });
    await ask(await first.database("kept"), "create table kept (word text); insert into kept values ('still here')");
    const file = join(directory, "postmaster.pid");
    const noted = await readFile(file, "utf8");
    await first.stop();
    // As root the server runs as another account; the program must be one that pg_ctl could end.
    const { uid, gid } = await stat(directory);
    const innocent = spawn("sleep", ["600"], { stdio: "ignore", cwd: "/", uid, gid });
    const ended = once(innocent, "exit");
    try {
      await writeFile(file, noted.replace(/^\d+/, String(innocent.pid)), { mode: 0o600 });
      await chown(file, uid, gid);
      const second = await startEmbeddedServer({ directory, port });
      try {
        assert.deepEqual(await ask(await second.database("kept"), "select word from kept"), [{ word: "still here" }]);
        assert.equal(innocent.exitCode ?? innocent.signalCode, null, "the other program runs on");
      } finally {
        await second.stop();
      }
    } finally {
      innocent.kill("SIGKILL");
      await ended;
    }
  });

  it("given a server that a killed process left running, when it starts again, then there is one server, on the same data", async () => {
    const left = await startEmbeddedServer({ directory, port });
    const url = await left.database("kept");
    const [before] = (await ask(url, "select pg_postmaster_start_time()::text as at")) as readonly { readonly at: string }[];
    const next = await startEmbeddedServer({ directory, port });
    try {
      const [now] = (await ask(url, "select pg_postmaster_start_time()::text as at")) as readonly { readonly at: string }[];
      assert.notEqual(now?.at, before?.at);
      assert.deepEqual(await ask(url, "select word from kept"), [{ word: "still here" }]);
    } finally {
      await next.stop();
      await left.stop();
    }
  });

  it("given a folder that was deleted and made again, its database lying elsewhere, when it starts, then it begins anew, and the old one is laid aside", async () => {
    await rm(`${directory}.password`);
    const fresh = await startEmbeddedServer({ directory, port });
    try {
      assert.deepEqual(await ask(await fresh.database("postgres"), "select 1 as one from pg_database where datname = 'kept'"), []);
      assert.match(await readFile(join(`${directory}.left`, "PG_VERSION"), "utf8"), /^\d+/);
    } finally {
      await fresh.stop();
    }
  });
});
