import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import type { Socket } from "node:net";
import { connect as connectTcp } from "node:net";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { DossierEvent } from "@fisc/core";
import { connect } from "../database/connection.ts";
import { startGateway } from "../index.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { signIn } from "../testing/treasury.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { createSample, sampleBody, sampleCast, startSampleTreasury, subjects, until } from "../testing/vn.ts";

let database: TestDatabase;
let databaseUrl: string;
let treasury: TestTreasury;
let cast: Awaited<ReturnType<typeof sampleCast>>;

before(async () => {
  database = await startTestDatabase();
  databaseUrl = await database.create();
  treasury = await startSampleTreasury(databaseUrl, { limits: { heartbeat: 200 } });
  cast = await sampleCast(treasury);
});
after(async () => {
  await treasury.close();
  await database.stop();
});

interface Followed {
  readonly events: DossierEvent[];
  readonly states: ("open" | "lost")[];
  stop(): void;
}

async function follow(person: TestPerson, after?: number): Promise<Followed> {
  const end = new AbortController();
  const followed = { events: [] as DossierEvent[], states: [] as ("open" | "lost")[], stop: () => end.abort() };
  person.api.stream({
    ...(after === undefined ? {} : { after }),
    signal: end.signal,
    onEvent: (event) => void followed.events.push(event),
    onState: (state) => void followed.states.push(state),
  });
  await until(async () => followed.states.includes("open"));
  return followed;
}

const cursors = (events: readonly DossierEvent[]): readonly number[] => events.map(({ cursor }) => cursor);
const recall = { reason: "Cần sửa lại nội dung" };

test("given an open stream, when something happens, then it shows within a second, and to those alone who may see it", async () => {
  const stranger = await treasury.person(subjects.centrePreparer);
  const [mine, office, foreign] = await Promise.all([follow(cast.accountant), follow(cast.teller), follow(stranger)]);
  const { id } = await createSample(cast.preparer);
  const answered = performance.now();
  await until(async () => mine.events.length === 2 && office.events.length === 2);
  assert.ok(performance.now() - answered < 1_000);
  assert.deepEqual(
    mine.events.map(({ type, dossier }) => [type, dossier]),
    [
      ["dossier.created", id],
      ["content.changed", id],
    ],
  );
  assert.deepEqual(foreign.events, []);
  for (const one of [mine, office, foreign]) one.stop();
});

test("given a client that was away, when it comes back with its last cursor, then it gets all it missed, once and in order", async () => {
  const first = await follow(cast.accountant, 0);
  const { id } = await createSample(cast.preparer);
  await until(async () => first.events.some(({ dossier }) => dossier === id));
  const last = first.events.at(-1)?.cursor ?? 0;
  first.stop();
  await cast.preparer.act(id, "recall", recall);
  await cast.preparer.act(id, "resubmit");
  const again = await follow(cast.accountant, last);
  await until(async () => again.events.length >= 2);
  assert.deepEqual(
    again.events.map((event) => event.type === "transition" && event.detail.action),
    ["recall", "resubmit"],
  );
  again.stop();
});

test("given many writers on two gateways, when a stream follows from the start, then it has every event once, in commit order", async () => {
  const second = await startGateway({ ...treasury.config, port: 0 });
  const elsewhere = await signIn({ subject: subjects.schoolPreparer, gateway: second, databaseUrl, clock: treasury.clock });
  const followed = await follow(cast.teller, 0);
  const body = await sampleBody(cast.preparer);
  const write = async (person: TestPerson): Promise<void> => {
    const { id } = await person.api.createDossier(body, { key: randomUUID() });
    await person.act(id, "recall", recall);
    await person.act(id, "resubmit");
  };
  await Promise.all(Array.from({ length: 12 }, (_, index) => write(index % 2 === 0 ? cast.preparer : elsewhere)));
  const connection = connect(databaseUrl, 1);
  const rows = await connection.database.selectFrom("event").select("cursor").orderBy("cursor").execute();
  await connection.close();
  const all = rows.map(({ cursor }) => cursor);
  await until(async () => followed.events.length >= all.length);
  assert.deepEqual(cursors(followed.events), all);
  followed.stop();
  await second.close();
});

test("given a line that breaks, when the client connects again by itself, then nothing is lost", async () => {
  const { port } = new URL(treasury.gateway.url);
  const sockets = new Set<Socket>();
  const wire = createServer((socket) => {
    const onward = connectTcp(Number(port), "127.0.0.1");
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on("error", () => end.destroy());
    }
  });
  await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
  const address = wire.address();
  const gateway = { url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` };
  const far = await signIn({ subject: subjects.schoolChiefAccountant, gateway, databaseUrl, clock: treasury.clock });
  const followed = await follow(far);
  const { id } = await createSample(cast.preparer);
  await until(async () => followed.events.length === 2);
  for (const socket of sockets) socket.destroy();
  await cast.preparer.act(id, "recall", recall);
  await until(async () => followed.events.length === 3);
  assert.deepEqual(followed.states, ["open", "lost", "open"]);
  followed.stop();
  await new Promise((resolve) => {
    wire.close(resolve);
    for (const socket of sockets) socket.destroy();
  });
});

test("given a session that ends, when the stream next shows a sign of life, then it closes", async () => {
  const person = await treasury.person(subjects.schoolAccountHolder);
  const followed = await follow(person);
  await person.api.signOut();
  await until(async () => followed.states.includes("lost"));
  followed.stop();
});

test("given a page that only listens, when nobody asks anything for longer than a session may idle, then its session ends all the same", async () => {
  const start = treasury.clock.at;
  const person = await treasury.person(subjects.schoolAccountHolder);
  const followed = await follow(person);
  for (const minute of [10, 20, 31]) {
    treasury.clock.at = new Date(start.getTime() + minute * 60_000);
    await new Promise((resolve) => setTimeout(resolve, 300)); // longer than a heartbeat
  }
  await until(async () => followed.states.includes("lost"));
  assert.equal(await person.api.session(), null);
  followed.stop();
  treasury.clock.at = start;
});

test("given the event log, when somebody with the gateway's own rights changes, deletes or empties it, then the database refuses", async () => {
  const connection = connect(databaseUrl, 1);
  for (const table of ["event", "content", "document", "signature"]) {
    for (const change of [`update ${table} set dossier = dossier`, `delete from ${table}`, `truncate ${table} cascade`]) {
      await assert.rejects(sql.raw(change).execute(connection.database), { code: "23001" }, change);
    }
  }
  await connection.close();
});
