import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { connect } from "../database/connection.ts";
import type { Connection } from "../database/connection.ts";
import { up as chainUp } from "../database/migrations/0002-chain.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import type { TestTreasury } from "../testing/treasury.ts";
import { createSample, sampleCast, startSampleTreasury } from "../testing/vn.ts";
import { chainStart, eventHash } from "./chain.ts";
import { verifyLogs } from "./verify.ts";

let database: TestDatabase;
let treasury: TestTreasury;
let connection: Connection;
let cast: Awaited<ReturnType<typeof sampleCast>>;

before(async () => {
  database = await startTestDatabase();
  const url = await database.create();
  treasury = await startSampleTreasury(url, { log: false });
  connection = connect(url, 1);
  cast = await sampleCast(treasury);
});
after(async () => {
  await connection.close();
  await treasury.close();
  await database.stop();
});

/** As the owner of the tables could: the triggers that keep them are switched off meanwhile. */
async function behindTheGateway(table: string, change: string): Promise<void> {
  await sql.raw(`alter table ${table} disable trigger only_grows`).execute(connection.database);
  await sql.raw(change).execute(connection.database);
  await sql.raw(`alter table ${table} enable trigger only_grows`).execute(connection.database);
}

/** A signed dossier. */
async function signed(): Promise<string> {
  const { id } = await createSample(cast.preparer);
  await cast.accountant.signAction(id, "signChiefAccountant");
  return id;
}

const brokenIn = async (id: string): Promise<object | undefined> =>
  (await verifyLogs(connection.database)).broken.find(({ dossier }) => dossier === id)?.params;

test("given logs that nobody touched, when they are verified, then all are whole and each signature vouches for the history before it", async () => {
  const id = await signed();
  await cast.holder.signAction(id, "signAccountHolder");
  const { broken, bound, events, dossiers } = await verifyLogs(connection.database);
  assert.deepEqual(broken, []);
  assert.deepEqual([dossiers, bound], [1, 2]);
  assert.equal(events, (await cast.preparer.api.events(id)).length);
});

test("given an event that is changed, taken out or put in behind the gateway, when the dossier is read or acted on, then it is not served", async () => {
  const changes = [
    (id: string) => `update event set detail = jsonb_set(detail, '{state}', '"paid"') where dossier = '${id}' and position = 1`,
    (id: string) => `update event set actor = jsonb_set(actor, '{name}', '"Nobody"') where dossier = '${id}' and position = 2`,
    (id: string) => `update event set at = at - interval '1 day' where dossier = '${id}' and position = 3`,
    (id: string) => `delete from event where dossier = '${id}' and position = 2`,
    (id: string) => `update event set position = 10 - position where dossier = '${id}'`,
  ];
  for (const change of changes) {
    const id = await signed();
    await behindTheGateway("event", change(id));
    await assert.rejects(cast.preparer.api.dossier(id), { code: "log.broken" }, change(id));
    await assert.rejects(cast.preparer.act(id, "recall", { reason: "Cần sửa lại nội dung" }), { code: "log.broken" });
    assert.notEqual(await brokenIn(id), undefined);
  }
});

test("given content that is changed behind the gateway, when the dossier is read, then it is not served", async () => {
  const id = await signed();
  await behindTheGateway("content", `update content set data = jsonb_set(data, '{tong}', '1') where dossier = '${id}'`);
  await assert.rejects(cast.preparer.api.dossier(id), { code: "log.broken", params: { dossier: id, version: 1, status: 500 } });
  assert.deepEqual(await brokenIn(id), { dossier: id, version: 1 });
});

test("given a whole chain made anew over a changed log, when it is verified, then the signature over the true history gives it away", async () => {
  const id = await signed();
  const events = [...(await cast.preparer.api.events(id))];
  let previous = chainStart;
  for (const event of events) {
    const forged = event.position === 1 ? { ...event, actor: { ...event.actor, name: "Nobody" } } : event;
    previous = eventHash(previous, forged);
    const actor = JSON.stringify(forged.actor).replaceAll("'", "''");
    await behindTheGateway("event", `update event set hash = '${previous}', actor = '${actor}' where cursor = ${event.cursor}`);
  }
  assert.equal((await cast.preparer.api.dossier(id)).id, id, "the chain alone fits");
  assert.deepEqual(await brokenIn(id), { dossier: id, signature: 1 });
});

test("given a log from before there was a chain, when the database is brought up to date, then every event has its hash", async () => {
  const id = await signed();
  const hashes = () =>
    connection.database.selectFrom("event").select(["cursor", "hash"]).where("dossier", "=", id).orderBy("cursor").execute();
  const before = await hashes();
  await sql`alter table event drop column hash`.execute(connection.database);
  await chainUp(connection.database as never);
  assert.deepEqual(await hashes(), before);
  assert.equal(await brokenIn(id), undefined);
  await assert.rejects(sql`delete from event`.execute(connection.database), { code: "23001" });
});
