import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { registry, registryFacts } from "@fisc/profiles/vn/samples";
import { createTestPki } from "@fisc/signature/testing";
import { systemClock } from "../configuration.ts";
import { connect } from "../database/connection.ts";
import { importRegistry, migrate } from "../index.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { metadata, portal, signIn } from "../testing/treasury.ts";
import { sample, subjects } from "../testing/vn.ts";

let database: TestDatabase;
let folder: string;

before(async () => {
  database = await startTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "fisc-log-"));
});
after(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

test("given a gateway that logs all it logs, when people work, are refused, and the database fails, then the log tells what happened and nothing of whose and what", async () => {
  const databaseUrl = await database.create();
  await migrate(databaseUrl);
  await importRegistry(databaseUrl, registry, registryFacts);
  const pki = await createTestPki({ name: "Test", algorithm: "P-256", now: new Date() });
  await writeFile(join(folder, "trust.pem"), pki.root.pem);
  const child = spawn(process.execPath, ["--conditions=source", fileURLToPath(new URL("../main.ts", import.meta.url))], {
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: databaseUrl,
      FISC_PORT: "0",
      FISC_PORTAL_ORIGINS: portal,
      FISC_PROFILE: "vn",
      FISC_STORE: join(folder, "store"),
      FISC_TRUST: join(folder, "trust.pem"),
      FISC_OIDC_ISSUER: "http://127.0.0.1:9",
      FISC_OIDC_CLIENT_ID: "gateway",
      FISC_OIDC_CLIENT_SECRET: "canary-client-secret",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (log += chunk.toString()));
  while (!/fisc-gateway: listening/u.test(log)) await once(child.stdout, "data");
  const url = /listening (http:\S+)/u.exec(log)?.[1] ?? "";
  const connection = connect(databaseUrl, 1);
  const preparer = await signIn({ subject: subjects.schoolPreparer, gateway: { url }, databaseUrl, clock: systemClock });
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => preparer.fetch(`${url}${path}`, { redirect: "manual", ...init });
  const body = JSON.stringify({ procedure: "vn.payment.regular", data: { ...sample.data, bangChu: "canary-body" }, attachments: [] });
  const write = (): Promise<Response> =>
    ask("/dossiers", { method: "POST", headers: { "content-type": "application/json", "idempotency-key": "canary-idempotency" }, body });
  const upload = (): Promise<Response> =>
    ask("/uploads", {
      method: "POST",
      headers: {
        "tus-resumable": "1.0.0",
        "upload-length": "10",
        "upload-metadata": metadata({ filename: "canary-name.pdf", filetype: "application/pdf", sha256: "0".repeat(64) }),
        authorization: "Bearer canary-token",
      },
    });
  const statuses = [
    await ask("/session"),
    await ask("/dossiers?text=canary-search"),
    await ask("/session/callback?code=canary-code&state=canary-state"),
    await ask(`/session/sign-in?return_to=${encodeURIComponent(`${portal}/?canary-return`)}`),
    await write(),
    await upload(),
    await ask("/dossiers", { method: "POST", headers: { "content-type": "application/json" }, body: '{"canary-broken' }),
    await ask(`/dossiers/${randomUUID()}`),
  ].map(({ status }) => status);
  assert.deepEqual(statuses, [200, 200, 302, 302, 422, 201, 400, 404]);
  await sql`alter table upload rename to elsewhere`.execute(connection.database);
  await sql`alter table dossier rename to elsewhere_too`.execute(connection.database);
  for (const answer of [await upload(), await ask("/dossiers?text=canary-search")]) {
    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /relation|select|insert|stack|node_modules/u);
  }
  await connection.close();
  child.kill("SIGTERM");
  await once(child, "close");

  const lines = log
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { readonly msg: string });
  assert.ok(lines.some(({ msg }) => msg === "request failed") && lines.some(({ msg }) => msg === "request completed"));
  assert.match(log, /relation \\"dossier\\" does not exist/u, "who runs it learns why");
  const people = registry.people.map(({ name }) => name);
  for (const secret of ["canary", preparer.cookie.split("=")[1] ?? "", subjects.schoolPreparer, "@example.com", ...people])
    assert.ok(!log.includes(secret), `${secret} is in the log: ${log.split("\n").find((line) => line.includes(secret))}`);
});
