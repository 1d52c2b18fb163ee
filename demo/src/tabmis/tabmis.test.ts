import assert from "node:assert/strict";
import { mkdtemp, chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { freePortBase } from "../addresses.ts";
import { removeEmbeddedServer, startEmbeddedServer, type EmbeddedServer } from "@fisc/gateway/embedded";
import { startTabmis, type Tabmis } from "./index.ts";
import type { Answer } from "./operations.ts";

const account = "9523.4.1999901.00000";

describe("TABMIS simulator", () => {
  let directory: string;
  let postgres: EmbeddedServer;
  let tabmis: Tabmis;
  let address: string;
  let count = 0;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "fisc-tabmis-"));
    await chmod(directory, 0o755);
    const base = await freePortBase();
    postgres = await startEmbeddedServer({ directory: join(directory, "postgres"), port: base });
    tabmis = await startTabmis({
      databaseUrl: await postgres.database("tabmis"),
      port: base + 1,
      estimates: [{ unit: "1999901", account, chapter: "822", amount: 1_000 }],
    });
    address = `http://127.0.0.1:${base + 1}/operations`;
  });

  after(async () => {
    await tabmis?.close();
    await postgres?.stop();
    await removeEmbeddedServer(join(directory, "postgres"));
    await rm(directory, { recursive: true, force: true });
  });

  const body = (operation: string, dossier: string, amount: number, id = `o${(count += 1)}`, voucher: object = {}): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      id,
      operation,
      dossier: { id: dossier, code: dossier, regime: "r" },
      unit: { code: "1999901" },
      data: { don: { taiKhoan: account }, tong: amount, dong: [{ maChuong: "822", soTien: amount }], ...voucher },
    }),
  });
  const ask = async (...args: Parameters<typeof body>): Promise<Answer> => (await (await fetch(address, body(...args))).json()) as Answer;
  const balance = async (): Promise<readonly number[]> => {
    const row = (await tabmis.accounts())[0];
    return [row?.reserved ?? -1, row?.spent ?? -1];
  };

  it("reserves when it posts, spends when it pays, and refuses what the estimate no longer covers", async () => {
    assert.equal((await ask("post", "a", 700)).outcome, "posted");
    assert.deepEqual(await balance(), [700, 0]);
    assert.equal((await ask("post", "b", 400)).outcome, "failed.shortBalance");
    assert.equal((await ask("pay", "a", 700)).outcome, "paid");
    assert.deepEqual(await balance(), [0, 700]);
    assert.equal((await ask("post", "b", 300)).outcome, "posted");
    assert.equal((await ask("cancel", "b", 300)).outcome, "cancelled");
    assert.deepEqual(await balance(), [0, 700]);
  });

  it("answers the same operation the same way, however often and however many at once, and books it once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask("post", "c", 100, "same")));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal(answers[0]?.outcome, "posted");
    assert.deepEqual(await balance(), [100, 700]);
    await ask("cancel", "c", 100);
  });

  it("says that the unit's data are wrong when the account is not theirs or the chapter is another", async () => {
    assert.equal((await ask("post", "d", 10, undefined, { don: { taiKhoan: "9523.4.0000000.00000" } })).outcome, "failed.unitData");
    assert.equal((await ask("post", "d", 10, undefined, { dong: [{ maChuong: "999" }] })).outcome, "failed.unitData");
  });

  it("given a technical hang, the money stays reserved until support releases it, and can then be paid", async () => {
    await tabmis.arrange("hang");
    assert.equal((await ask("post", "e", 50)).outcome, "failed.technicalHang");
    assert.equal((await ask("pay", "e", 50)).outcome, "failed.payment");
    assert.equal((await ask("release", "e", 50)).outcome, "released");
    assert.equal((await ask("pay", "e", 50)).outcome, "paid");
  });

  it("given a connection that drops after booking, the repeated call gets the answer that was lost", async () => {
    await tabmis.arrange("drop");
    await assert.rejects(fetch(address, body("post", "f", 20, "dropped")));
    assert.equal((await ask("post", "f", 20, "dropped")).outcome, "posted");
    assert.equal((await balance())[0], 20);
    await ask("cancel", "f", 20);
  });

  it("given a late answer, it is not there at first and is there when asked for again", async () => {
    await tabmis.arrange("late");
    assert.equal((await fetch(address, body("post", "g", 20, "late"))).status, 202);
    assert.equal((await fetch(`${address}/late`)).status, 202);
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    assert.equal(((await (await fetch(`${address}/late`)).json()) as Answer).outcome, "posted");
  });

  it("lets no web page call the ledger or arrange its failures", async () => {
    const request = body("post", "h", 1);
    assert.equal((await fetch(address, { ...request, headers: { ...request.headers, origin: "https://evil.example" } })).status, 403);
    const scenario = {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" },
      body: "kind=hang",
    };
    assert.equal((await fetch(address.replace("/operations", "/scenarios"), scenario)).status, 403);
    const nameless = { ...scenario, headers: { ...scenario.headers, origin: "null" } };
    assert.equal((await fetch(address.replace("/operations", "/scenarios"), nameless)).status, 403);
  });

  it("says on its console that it is a simulator", async () => {
    const text = await (await fetch(`${address.replace("/operations", "/")}?lang=en`)).text();
    assert.match(text, /simulates TABMIS/);
    assert.match(text, /9523\.4\.1999901\.00000/);
  });
});
