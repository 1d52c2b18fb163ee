import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import type { Socket } from "node:net";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { connect } from "../database/connection.ts";
import type { Connection } from "../database/connection.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { createSample, startSampleTreasury, subjects, until } from "../testing/vn.ts";

let database: TestDatabase;
let treasury: TestTreasury;
let connection: Connection;
let preparer: TestPerson;
let dossier: string;

before(async () => {
  database = await startTestDatabase();
  const url = await database.create();
  treasury = await startSampleTreasury(url);
  connection = connect(url, 1);
  preparer = await treasury.person(subjects.schoolPreparer);
  ({ id: dossier } = await createSample(preparer));
});
after(async () => {
  await connection.close();
  await treasury.close();
  await database.stop();
});

/** More than a line, its buffers and what the gateway holds for one client can take. */
const many = 4_000;

/** Letters with long names, straight into the log: only the stream reads them. Gives the last cursor. */
async function flood(): Promise<number> {
  const detail = JSON.stringify({ template: "x".repeat(4_000), to: "a" });
  await sql`insert into event (cursor, dossier, position, at, type, actor, detail, hash)
    select nextval('event_cursor'), ${dossier}::uuid, 1000 + (select max(cursor) from event) + n, now(), 'mail.sent',
      '{"id":"system","name":"system","role":"system"}', ${detail}::jsonb, ''
    from generate_series(1, ${many}) as n`.execute(connection.database);
  await sql`select pg_notify('fisc_event', '')`.execute(connection.database);
  const { rows } = await sql<{ last: number }>`select max(cursor)::bigint as last from event`.execute(connection.database);
  return Number(rows[0]?.last);
}

async function lastCursor(): Promise<number> {
  const { rows } = await sql<{ last: number }>`select max(cursor)::bigint as last from event`.execute(connection.database);
  return Number(rows[0]?.last);
}

interface Line {
  readonly socket: Socket;
  /** Cursors that came. */
  readonly cursors: () => readonly number[];
}

/** Opens the stream by hand, reads its head, and then stops reading. */
async function open(after: number): Promise<Line> {
  const { hostname, port } = new URL(treasury.gateway.url);
  const socket = connectTcp(Number(port), hostname);
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  socket.on("error", () => undefined);
  socket.write(`GET /events?after=${after} HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${preparer.cookie}\r\n\r\n`);
  while (!text.includes(`id: ${after}`)) await once(socket, "data");
  socket.pause();
  const cursors = (): readonly number[] => [...text.matchAll(/id: (\d+)\r?\nevent/gu)].map((match) => Number(match[1]));
  return { socket, cursors };
}

test("given a client that stops reading, when more comes live than may wait for it, then it is cut off, and others go on", async () => {
  const slow = await open(await lastCursor());
  const end = new AbortController();
  const seen: number[] = [];
  preparer.api.stream({
    after: await lastCursor(),
    signal: end.signal,
    onEvent: ({ cursor }) => void seen.push(cursor),
    onState: () => undefined,
  });
  const last = await flood();
  await until(async () => seen.at(-1) === last);
  assert.equal(seen.length, many);
  const closed = once(slow.socket, "close");
  slow.socket.resume();
  await closed;
  assert.notEqual(slow.cursors().at(-1), last, "it was cut off before the end");
  end.abort();
});

test("given a client that comes back to a long log and reads by fits and starts, when it reads on, then it gets all of it on one line", async () => {
  const from = await lastCursor();
  const last = await flood();
  const slow = await open(from);
  await preparer.api.dossiers(); // the gateway has time for others meanwhile
  slow.socket.resume();
  await until(async () => slow.cursors().at(-1) === last, 30_000);
  const cursors = slow.cursors();
  assert.equal(cursors.length, many);
  assert.deepEqual(
    cursors,
    cursors.toSorted((one, other) => one - other),
  );
  slow.socket.destroy();
});
