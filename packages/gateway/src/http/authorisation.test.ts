import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Registry, SignOutput } from "@fisc/core";
import { profile } from "@fisc/profiles/vn";
import { registry, registryFacts } from "@fisc/profiles/vn/samples";
import { connect } from "../database/connection.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { metadata, pdf, portal, startTestTreasury } from "../testing/treasury.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { createSample, sample, subjects } from "../testing/vn.ts";

/** Who asks: nobody; the unit's own people; another unit's; the office's officers; an officer of another office. */
const cast = {
  nobody: null,
  preparer: subjects.schoolPreparer,
  accountant: subjects.schoolChiefAccountant,
  holder: subjects.schoolAccountHolder,
  stranger: subjects.centrePreparer,
  teller: subjects.teller,
  head: subjects.head,
  director: subjects.director,
  elsewhere: "teller.elsewhere",
} as const;
type Role = keyof typeof cast;
const roles = Object.keys(cast) as Role[];

interface Stage {
  readonly id: string;
  readonly attachment: string;
  readonly document: string;
  /** An unfinished upload of the preparer. */
  readonly upload: string;
  /** The chief accountant's signature over the dossier. */
  readonly output: SignOutput;
}

interface Row {
  /** Status for each of `roles`, in their order. */
  readonly expected: string;
  /** Path and request, on a dossier that awaits the chief accountant unless `returned`. */
  ask(stage: Stage): readonly [path: string, init?: RequestInit];
  readonly returned?: boolean;
  /** Who changes something by asking comes last; each of `alone` gets a stage of their own. */
  readonly alone?: readonly Role[];
}

const everybody = "200 200 200 200 200 200 200 200 200";
const signedIn = "401 200 200 200 200 200 200 200 200";
/** The unit's own people, and the officers of the office that keeps its accounts. */
const concerned = "401 200 200 200 404 200 200 200 404";

const json = (method: string, body: object): RequestInit => ({
  method,
  headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
  body: JSON.stringify(body),
});
const tus = (method: string, headers: Readonly<Record<string, string>> = {}, body?: BodyInit): RequestInit => ({
  method,
  headers: { "tus-resumable": "1.0.0", ...headers },
  ...(body === undefined ? {} : { body }),
});
const announcement = {
  "upload-length": "10",
  "upload-metadata": metadata({ filename: "a.pdf", filetype: "application/pdf", sha256: "0".repeat(64) }),
};
const piece = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };

/** Every route of the gateway. What each person gets is decided here, and a route without a row fails the test. */
const table: Readonly<Record<string, Row>> = {
  "GET /health": { expected: everybody, ask: () => ["/health"] },
  "GET /openapi.json": { expected: everybody, ask: () => ["/openapi.json"] },
  "GET /session": { expected: everybody, ask: () => ["/session"] },
  "GET /session/remaining": { expected: everybody, ask: () => ["/session/remaining"] },
  "GET /session/sign-in": {
    expected: "302 302 302 302 302 302 302 302 302",
    ask: () => [`/session/sign-in?return_to=${encodeURIComponent(portal)}`],
  },
  "GET /session/callback": { expected: "302 302 302 302 302 302 302 302 302", ask: () => ["/session/callback?code=a&state=b"] },
  "POST /session/sign-out": { expected: "204 204 204 204 204 204 204 204 204", ask: () => ["/session/sign-out", { method: "POST" }] },
  "GET /procedures/:id": { expected: signedIn, ask: () => ["/procedures/vn.payment.regular?locale=vi"] },
  "GET /code-lists/:id": { expected: signedIn, ask: () => [`/code-lists/${Object.keys(profile.codeLists)[0]}?locale=vi`] },
  "GET /dossiers": { expected: signedIn, ask: () => ["/dossiers"] },
  // an empty form: who may hand in is told what it lacks
  "POST /dossiers": {
    expected: "401 422 422 422 422 403 403 403 403",
    ask: () => ["/dossiers", json("POST", { procedure: "vn.payment.regular", data: {}, attachments: [] })],
  },
  "GET /dossiers/:id": { expected: concerned, ask: ({ id }) => [`/dossiers/${id}`] },
  "PUT /dossiers/:id/content": {
    expected: "401 422 409 409 404 409 409 409 404",
    returned: true,
    ask: ({ id }) => [`/dossiers/${id}/content`, json("PUT", { data: {}, attachments: [] })],
  },
  // without the reason that it needs
  "POST /dossiers/:id/actions/:action": {
    expected: "401 422 409 409 404 409 409 409 404",
    ask: ({ id }) => [`/dossiers/${id}/actions/recall`, json("POST", {})],
  },
  "GET /dossiers/:id/events": { expected: concerned, ask: ({ id }) => [`/dossiers/${id}/events`] },
  "GET /dossiers/:id/attachments/:attachment": {
    expected: concerned,
    ask: ({ id, attachment }) => [`/dossiers/${id}/attachments/${attachment}`],
  },
  // one that nobody has signed yet: the officers' own
  "GET /dossiers/:id/documents/:document": {
    expected: "401 404 404 404 404 200 200 200 404",
    ask: ({ id, document }) => [`/dossiers/${id}/documents/${document}`],
  },
  "GET /dossiers/:id/versions/:version": { expected: concerned, ask: ({ id }) => [`/dossiers/${id}/versions/1`] },
  "GET /dossiers/:id/procedure": { expected: concerned, ask: ({ id }) => [`/dossiers/${id}/procedure?locale=vi`] },
  "GET /dossiers/:id/container": { expected: concerned, ask: ({ id }) => [`/dossiers/${id}/container`] },
  "POST /dossiers/:id/signing-requests": {
    expected: "401 409 201 409 404 409 409 409 404",
    ask: ({ id }) => [`/dossiers/${id}/signing-requests`, json("POST", { action: "signChiefAccountant", locale: "vi" })],
  },
  // the same signature in everybody's hands: it is worth something in one
  "POST /dossiers/:id/signatures": {
    expected: "401 422 200 422 404 422 422 422 404",
    alone: ["accountant"],
    ask: ({ id, output }) => [`/dossiers/${id}/signatures`, json("POST", output)],
  },
  "GET /events": { expected: signedIn, ask: () => ["/events"] },
  "POST /uploads": { expected: "401 201 201 201 201 403 403 403 403", ask: () => ["/uploads", tus("POST", announcement)] },
  "HEAD /uploads/:id": { expected: "401 200 404 404 404 403 403 403 403", ask: ({ upload }) => [`/uploads/${upload}`, tus("HEAD")] },
  "PATCH /uploads/:id": {
    expected: "401 204 404 404 404 403 403 403 403",
    alone: ["preparer"],
    ask: ({ upload }) => [`/uploads/${upload}`, tus("PATCH", piece, new Uint8Array(5))],
  },
  "DELETE /uploads/:id": {
    expected: "401 204 404 404 404 403 403 403 403",
    alone: ["preparer"],
    ask: ({ upload }) => [`/uploads/${upload}`, tus("DELETE")],
  },
};

const extended: Registry = {
  ...registry,
  offices: [...registry.offices, { code: "9902", name: "Another office" }],
  people: [
    ...registry.people,
    {
      subject: cast.elsewhere,
      name: "Officer elsewhere",
      email: "elsewhere@example.com",
      belongsTo: "9902",
      roles: [{ role: "treasury.teller", validFrom: "2020-01-01", certificates: [] }],
    },
  ],
};

let database: TestDatabase;
let treasury: TestTreasury;
const people = new Map<Role, TestPerson>();

before(async () => {
  database = await startTestDatabase();
  treasury = await startTestTreasury({
    databaseUrl: await database.create(),
    profile,
    registry: extended,
    facts: registryFacts,
    now: new Date(sample.sentAt),
    gateway: { openId: { issuer: "http://127.0.0.1:9", clientId: "gateway" } },
  });
  for (const role of roles) if (cast[role] !== null) people.set(role, await treasury.person(cast[role]));
});
after(async () => {
  await treasury.close();
  await database.stop();
});

function person(role: Role): TestPerson {
  const found = people.get(role);
  assert.ok(found);
  return found;
}

async function stage(returned: boolean): Promise<Stage> {
  const preparer = person("preparer");
  const { id, attachments } = await createSample(preparer);
  const output = await person("accountant").sign(await person("accountant").offer(id, "signChiefAccountant"));
  if (returned) await preparer.act(id, "recall", { reason: "Cần sửa lại nội dung" });
  const begun = await preparer.fetch(preparer.api.uploadsUrl, tus("POST", announcement));
  const document = randomUUID();
  const connection = connect(treasury.config.databaseUrl, 1);
  const data = "{}";
  const sha256 = createHash("sha256").update(data).digest("hex");
  const row = { id: document, dossier: id, template: "debitAdvice", version: 1, at: new Date().toISOString(), data, sha256 };
  await connection.database.insertInto("document").values(row).execute();
  await connection.close();
  return { id, attachment: attachments[0]?.id ?? "", document, upload: begun.headers.get("location")?.split("/").at(-1) ?? "", output };
}

async function statusFor(role: Role, [path, init = {}]: ReturnType<Row["ask"]>): Promise<number> {
  const who = cast[role];
  // a session of its own: signing out ends it
  const browser = who === null ? fetch : (await treasury.person(who)).fetch;
  const headers = new Headers(init.headers);
  if (who === null) headers.set("origin", portal);
  const end = new AbortController();
  const answer = await browser(`${treasury.gateway.url}${path}`, { ...init, headers, redirect: "manual", signal: end.signal });
  end.abort();
  return answer.status;
}

test("given the routes that a gateway serves, when they are held against the table, then each has its row and no row is left over", () => {
  assert.deepEqual(treasury.gateway.routes.toSorted(), Object.keys(table).toSorted());
});

for (const [route, { expected, ask, returned = false, alone = [] }] of Object.entries(table)) {
  test(`given ${route}, when each asks, then they get what is theirs and nothing else`, async () => {
    const shared = await stage(returned);
    const got = new Map<Role, number>();
    for (const role of roles) if (!alone.includes(role)) got.set(role, await statusFor(role, ask(shared)));
    for (const role of alone) got.set(role, await statusFor(role, ask(shared)));
    assert.deepEqual(
      roles.map((role) => `${role} ${got.get(role)}`),
      expected.split(" ").map((status, index) => `${roles[index]} ${status}`),
    );
    const [path, init = {}] = ask(shared);
    if (!["GET", "HEAD"].includes(init.method ?? "GET")) {
      const foreign = new Headers(init.headers);
      foreign.set("origin", "https://evil.example");
      foreign.set("cookie", person("preparer").cookie);
      const answer = await fetch(`${treasury.gateway.url}${path}`, { ...init, headers: foreign });
      assert.equal(answer.status, 403, "no write from another site");
    }
  });
}

test("given somebody's list, when another unit or office looks at its own, then nothing of it shows", async () => {
  const { id } = await stage(false);
  for (const role of ["stranger", "elsewhere"] as const) assert.ok(!(await person(role).api.dossiers()).some((one) => one.id === id));
  for (const role of ["preparer", "teller"] as const) assert.ok((await person(role).api.dossiers()).some((one) => one.id === id));
});

test("given a name with quotes, breaks and letters of all kinds, when the attachment is fetched, then its header is one line that names it", async () => {
  const name = `a"b';\u0000\r\nSet-Cookie: x=1 (1)*.đ.pdf`;
  const upload = await person("preparer").upload(pdf("named"), "a.pdf");
  const { id, attachments } = await person("preparer").api.createDossier(
    {
      procedure: "vn.payment.regular",
      data: sample.data,
      attachments: [{ slot: "estimate", name: name.replace("\u0000", ""), ...upload }],
    },
    { key: randomUUID() },
  );
  const answer = await person("preparer").fetch(`${treasury.gateway.url}/dossiers/${id}/attachments/${attachments[0]?.id}`);
  assert.equal(answer.headers.get("set-cookie"), null);
  const [, value = ""] =
    /^attachment; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/u.exec(answer.headers.get("content-disposition") ?? "") ?? [];
  assert.equal(decodeURIComponent(value), attachments[0]?.name);
  for (const [header, wanted] of [
    ["x-content-type-options", "nosniff"],
    ["cache-control", "private, no-store"],
    ["cross-origin-resource-policy", "same-site"],
  ] as const)
    assert.equal(answer.headers.get(header), wanted);
  assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/u);
});

test("given paths that climb or mean something to file systems and objects, when they are asked for, then there is nothing", async () => {
  const { id } = await stage(false);
  for (const path of [
    `/dossiers/${id}/attachments/..%2f..%2f..%2fetc%2fpasswd`,
    `/dossiers/${id}/documents/__proto__`,
    "/dossiers/..%2f..",
    "/code-lists/__proto__?locale=vi",
    "/code-lists/constructor?locale=vi",
    "/procedures/constructor?locale=vi",
    "/uploads/..%2f..%2fattachments",
    "/uploads/%00",
  ]) {
    const answer = await person("preparer").fetch(`${treasury.gateway.url}${path}`, path.startsWith("/uploads") ? tus("HEAD") : {});
    assert.ok([400, 404].includes(answer.status), `${path}: ${answer.status}`);
  }
  const acted = await person("preparer").fetch(`${treasury.gateway.url}/dossiers/${id}/actions/constructor`, json("POST", {}));
  assert.equal(acted.status, 409);
});

test("given offers that nobody signs, when more are asked for, then the last few are kept and an old one is worth nothing", async () => {
  const { id, output } = await stage(false);
  const accountant = person("accountant");
  const offers = [];
  for (let index = 0; index < 6; index += 1) {
    treasury.clock.at = new Date(treasury.clock.at.getTime() + 1_000);
    offers.push(await accountant.offer(id, "signChiefAccountant"));
  }
  await assert.rejects(accountant.api.addSignature(id, output, { key: randomUUID() }), { code: "signature.invalid" });
  const third = offers[2];
  assert.ok(third);
  assert.equal((await accountant.api.addSignature(id, await accountant.sign(third), { key: randomUUID() })).state, "awaiting_ah_sign");
});
