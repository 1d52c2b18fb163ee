import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbeddedServer, startEmbeddedServer, type EmbeddedServer } from "../database/embedded.ts";
import { freePort } from "./free-port.ts";

/** Names the server's address to the files of a run. */
export const serverOfTheRun = "FISC_TEST_DATABASE_SERVER";

let running: { readonly server: EmbeddedServer; readonly folder: string } | undefined;

/** For `node --test --test-global-setup`: one PostgreSQL for all files of the run, each with databases of its own in it. */
export async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-postgres-"));
  const server = await startEmbeddedServer({ directory: join(folder, "data"), port: await freePort() });
  running = { server, folder };
  process.env[serverOfTheRun] = await server.database("postgres");
}

export async function globalTeardown(): Promise<void> {
  if (!running) return;
  await running.server.stop();
  await removeEmbeddedServer(join(running.folder, "data"));
  await rm(running.folder, { recursive: true, force: true });
}
