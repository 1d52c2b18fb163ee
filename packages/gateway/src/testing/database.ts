import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbeddedServer, startEmbeddedServer } from "../database/embedded.ts";

export interface TestDatabase {
  /** Address of a new, empty database on the running server. */
  create(): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL server of its own for one test file. Starts in about three seconds. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-postgres-"));
  const directory = join(folder, "data");
  const server = await startEmbeddedServer({ directory, port: await freePort() });
  return {
    create: () => server.database(`fisc_${randomBytes(6).toString("hex")}`),
    stop: async () => {
      await server.stop();
      await removeEmbeddedServer(directory);
      await rm(folder, { recursive: true, force: true });
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
