import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { removeEmbeddedServer, startEmbeddedServer } from "../database/embedded.ts";
import { freePort } from "./free-port.ts";
import { serverOfTheRun } from "./one-server.ts";

export interface TestDatabase {
  /** Address of a new, empty database on the running server. */
  create(): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL server: the one of the run (`one-server.ts`), or, for a file that is run by hand, its own, which starts in about three seconds. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const shared = process.env[serverOfTheRun];
  return shared === undefined ? startOwnServer() : databasesOn(shared);
}

function databasesOn(server: string): TestDatabase {
  return {
    async create() {
      const name = newName();
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      await client.query(`create database ${client.escapeIdentifier(name)}`).finally(() => client.end());
      const address = new URL(server);
      address.pathname = `/${name}`;
      return address.href;
    },
    stop: () => Promise.resolve(),
  };
}

const newName = (): string => `fisc_${randomBytes(6).toString("hex")}`;

async function startOwnServer(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-postgres-"));
  const directory = join(folder, "data");
  const server = await startEmbeddedServer({ directory, port: await freePort() });
  return {
    create: () => server.database(newName()),
    stop: async () => {
      await server.stop();
      await removeEmbeddedServer(directory);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
