import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { variants } from "@fisc/profiles/vn/samples";
import { ApiValidationError } from "@fisc/core/api";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { pdf, portal } from "../testing/treasury.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { sampleBody, startSampleTreasury, subjects } from "../testing/vn.ts";

let database: TestDatabase;
let treasury: TestTreasury;
let preparer: TestPerson;

before(async () => {
  database = await startTestDatabase();
  treasury = await startSampleTreasury(await database.create());
  preparer = await treasury.person(subjects.schoolPreparer);
});
after(async () => {
  await treasury.close();
  await database.stop();
});

async function post(
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly code: string }> {
  const answer = await preparer.fetch(`${treasury.gateway.url}/dossiers`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID(), ...headers },
    body: text,
  });
  assert.match(answer.headers.get("content-type") ?? "", /^application\/(problem\+)?json/u);
  return { status: answer.status, code: ((await answer.json()) as { code?: string }).code ?? "" };
}

test("given JSON that no form makes, when it is handed in, then each kind is refused by name and nothing is kept", async () => {
  const body = await sampleBody(preparer);
  const withData = (data: object): string => JSON.stringify({ ...body, data: { ...body.data, ...data } });
  const deep = `${'{"a":'.repeat(60)}1${"}".repeat(60)}`;
  const cases: readonly (readonly [string, string])[] = [
    ["{", "request.invalid"],
    ["[]", "request.invalid"],
    ['{"procedure":"vn.payment.regular"}', "request.invalid"],
    [JSON.stringify({ ...body, extra: true }), "request.invalid"],
    [JSON.stringify({ ...body, procedure: 7 }), "request.invalid"],
    [JSON.stringify({ ...body, procedure: "vn.none" }), "not-found"],
    [withData({ extra: 1 }), "validation"],
    [withData({ tong: "18540000" }), "validation"],
    [withData({ bangChu: "x".repeat(30_000) }), "input.too-long"],
    [withData({ bangChu: "nul\0" }), "input.text"],
    [`{"procedure":"vn.payment.regular","attachments":[],"data":{"a":"\\ud800"}}`, "input.text"],
    [`{"procedure":"vn.payment.regular","attachments":[],"data":${deep}}`, "input.too-deep"],
    [`{"procedure":"vn.payment.regular","attachments":[],"data":{"__proto__":{"x":1}}}`, "request.invalid"],
    [`{"procedure":"vn.payment.regular","attachments":[],"data":{"a":{"constructor":{"prototype":{}}}}}`, "request.invalid"],
    [withData({ dong: Array.from({ length: 300 }, () => ({})) }), "validation"],
    [withData({ bangChu: "x".repeat(300_000) }), "input.too-large"],
  ];
  for (const [text, code] of cases) assert.equal((await post(text)).code, code, text.slice(0, 120));
  assert.deepEqual(await preparer.api.dossiers(), []);
});

test("given a body of another media type, when it is handed in, then it is refused", async () => {
  assert.equal((await post("a=b", { "content-type": "application/x-www-form-urlencoded" })).code, "request.media-type");
});

test("given every faulty sample of the day's regime, when it is handed in, then the rule that it breaks is named where it is broken", async () => {
  let tried = 0;
  for (const variant of variants.filter(({ unit, of, violates }) => unit === "1999901" && of === "D-1" && violates.severity === "error")) {
    const attachments = [];
    for (const { slot, name } of variant.attachments) attachments.push({ slot, name, ...(await preparer.upload(pdf(name), name)) });
    const call = preparer.api.createDossier({ procedure: "vn.payment.regular", data: variant.data, attachments }, { key: randomUUID() });
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof ApiValidationError, variant.id);
      assert.ok(
        error.violations.some(({ rule, at }) => rule === variant.violates.rule && at === variant.violates.at),
        `${variant.id}: ${JSON.stringify(error.violations)}`,
      );
      return true;
    });
    tried += 1;
  }
  assert.ok(tried > 10);
  assert.deepEqual(await preparer.api.dossiers(), []);
});

test("given a write from another site, or without an origin, when it comes with the cookie, then it is refused", async () => {
  const body = JSON.stringify(await sampleBody(preparer));
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${portal}.evil.example` },
    { origin: portal, "sec-fetch-site": "cross-site" },
  ]) {
    assert.deepEqual(await post(body, headers), { status: 403, code: "request.origin" });
  }
  const bare = await fetch(`${treasury.gateway.url}/dossiers`, {
    method: "POST",
    headers: { cookie: preparer.cookie, "content-type": "application/json", "idempotency-key": randomUUID() },
    body,
  });
  assert.equal(bare.status, 403);
});

test("given another site, when it reads with the browser's cookie, then it is refused and gets no CORS header", async () => {
  const answer = await fetch(`${treasury.gateway.url}/dossiers`, { headers: { cookie: preparer.cookie, origin: "https://evil.example" } });
  assert.equal(answer.status, 403);
  assert.equal(answer.headers.get("access-control-allow-origin"), null);
});

test("given too many requests of one person, when the next comes, then it is told to wait, and others are served", async () => {
  const strict = await startSampleTreasury(await database.create(), { limits: { requestsPerMinute: 20 } });
  const [busy, quiet] = await Promise.all([strict.person(subjects.schoolPreparer), strict.person(subjects.centrePreparer)]);
  const answers = await Promise.all(Array.from({ length: 25 }, () => busy.fetch(`${strict.gateway.url}/dossiers`)));
  assert.equal(answers.filter(({ status }) => status === 429).length, 5);
  assert.equal((await quiet.fetch(`${strict.gateway.url}/dossiers`)).status, 200);
  await strict.close();
});

test("given a session that was idle too long, when a request comes, then nobody is signed in", async () => {
  const person = await treasury.person(subjects.schoolPreparer);
  const start = treasury.clock.at;
  treasury.clock.at = new Date(start.getTime() + 31 * 60_000);
  assert.equal(await person.api.session(), null);
  await assert.rejects(person.api.dossiers(), { code: "session.none" });
  treasury.clock.at = start;
});
