import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { connect } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { transact } from "./transact.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";

let server: TestDatabase;
let url: string;
let connection: Connection;

before(async () => {
  server = await startTestDatabase();
  url = await server.create();
  connection = connect(url, 4);
  await sql`create table account (id int primary key, amount int not null)`.execute(connection.database);
  await sql`insert into account values (1, 0), (2, 0)`.execute(connection.database);
});
after(async () => {
  await connection.close();
  await server.stop();
});

const amounts = async (): Promise<readonly number[]> =>
  (await sql<{ amount: number }>`select amount from account order by id`.execute(connection.database)).rows.map(({ amount }) => amount);

test("given two writes that wait for each other's rows, when the database gives one up, then it is done again and both are there once", async () => {
  let begun = 0;
  const { promise: bothHoldOne, resolve } = Promise.withResolvers<void>();
  let attempts = 0;
  const raise = (first: number, second: number): Promise<void> =>
    transact(connection.database, async (transaction) => {
      attempts += 1;
      await sql`update account set amount = amount + 1 where id = ${first}`.execute(transaction);
      begun += 1;
      if (begun === 2) resolve();
      await bothHoldOne;
      await sql`update account set amount = amount + 1 where id = ${second}`.execute(transaction);
    });
  await Promise.all([raise(1, 2), raise(2, 1)]);
  assert.deepEqual(await amounts(), [2, 2]);
  assert.equal(attempts, 3, "one of them twice");
});

test("given a fault of the work itself, when it fails, then it is not tried again and nothing of it remains", async () => {
  const before = await amounts();
  let attempts = 0;
  const work = transact(connection.database, async (transaction) => {
    attempts += 1;
    await sql`update account set amount = 100 where id = 1`.execute(transaction);
    await sql`insert into account values (2, 0)`.execute(transaction);
  });
  await assert.rejects(work, { code: "23505" });
  assert.deepEqual([attempts, await amounts()], [1, before]);
});

test("given all connections taken, when another is wanted for too long, then the answer is that the server is overloaded, not that it broke", async () => {
  const narrow = connect(url, 1, 100);
  try {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: taken, resolve: took } = Promise.withResolvers<void>();
    const holding = narrow.database.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      took();
      await released;
    });
    await taken;
    await assert.rejects(sql`select 1`.execute(narrow.database), { code: "server.overloaded" });
    release();
    await holding;
    await sql`select 1`.execute(narrow.database);
  } finally {
    await narrow.close();
  }
});
