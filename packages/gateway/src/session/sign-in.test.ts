import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { startTestIssuer } from "../testing/issuer.ts";
import type { TestIssuer } from "../testing/issuer.ts";
import { portal } from "../testing/treasury.ts";
import type { TestTreasury } from "../testing/treasury.ts";
import { startSampleTreasury, subjects } from "../testing/vn.ts";

let database: TestDatabase;
let issuer: TestIssuer;
let treasury: TestTreasury;

before(async () => {
  [database, issuer] = await Promise.all([startTestDatabase(), startTestIssuer({ id: "gateway", secret: "s3cret" })]);
  treasury = await startSampleTreasury(await database.create(), {
    openId: { issuer: issuer.url, clientId: "gateway", clientSecret: "s3cret" },
  });
});
after(async () => {
  await treasury.close();
  await Promise.all([database.stop(), issuer.close()]);
});

interface Jar {
  cookies: Record<string, string>;
}

async function visit(url: string, jar: Jar): Promise<Response> {
  const answer = await fetch(url, {
    redirect: "manual",
    headers: {
      cookie: Object.entries(jar.cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join("; "),
    },
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
    if (value === "" || /max-age=0/iu.test(line)) delete jar.cookies[name];
    else jar.cookies[name] = value;
  }
  return answer;
}

const locationOf = (answer: Response): string => answer.headers.get("location") ?? "";

/** From the portal to the identity provider; gives the address that it sends the browser back to. */
async function begin(jar: Jar): Promise<string> {
  const start = await visit(`${treasury.gateway.url}/session/sign-in?return_to=${encodeURIComponent(`${portal}/dossier.html?id=1`)}`, jar);
  assert.equal(start.status, 302);
  return locationOf(await visit(locationOf(start), { cookies: {} }));
}

async function sessionOf(
  jar: Jar,
): Promise<{ readonly subject: string; readonly roles: readonly string[]; readonly unit?: { readonly code: string } } | null> {
  return (await (await visit(`${treasury.gateway.url}/session`, jar)).json()) as never;
}

test("given somebody on the register, when the identity provider vouches, then the portal has a session of theirs, in a cookie no script reads", async () => {
  issuer.claims = { sub: subjects.schoolPreparer, roles: ["unit.preparer"], belongs_to: "1999901" };
  const jar: Jar = { cookies: {} };
  const callback = await visit(await begin(jar), jar);
  assert.equal(callback.status, 302);
  assert.equal(locationOf(callback), `${portal}/dossier.html?id=1`);
  const cookie = callback.headers.getSetCookie().find((line) => line.startsWith("fisc_session=")) ?? "";
  assert.match(cookie, /HttpOnly/u);
  assert.match(cookie, /SameSite=Lax/u);
  const session = await sessionOf(jar);
  assert.equal(session?.subject, subjects.schoolPreparer);
  assert.equal(session?.unit?.code, "1999901");
});

test("given a session, when the person signs in again, then the old cookie is worth nothing", async () => {
  issuer.claims = { sub: subjects.schoolPreparer };
  const jar: Jar = { cookies: {} };
  await visit(await begin(jar), jar);
  const old = { cookies: { ...jar.cookies } };
  await visit(await begin(jar), jar);
  assert.equal(await sessionOf(old), null);
  assert.notEqual(await sessionOf(jar), null);
});

test("given claims that do not agree with the register, when the provider vouches, then there is no session", async () => {
  for (const claims of [
    { sub: "nobody.at.all" },
    { sub: subjects.schoolPreparer, belongs_to: "1999902" },
    { sub: subjects.schoolPreparer, roles: ["treasury.director"] },
  ]) {
    issuer.claims = claims;
    const jar: Jar = { cookies: {} };
    const callback = await visit(await begin(jar), jar);
    assert.equal(callback.status, 302);
    assert.equal(locationOf(callback), `${portal}/dossier.html?id=1#fisc-sign-in=session.not-registered`);
    assert.equal(await sessionOf(jar), null);
  }
});

test("given an attempt begun in one browser, when another finishes it, or the state is made up, or it comes twice, then it fails", async () => {
  issuer.claims = { sub: subjects.schoolPreparer };
  const mine: Jar = { cookies: {} };
  const callback = await begin(mine);
  const thief: Jar = { cookies: {} };
  const failed = `${portal}/#fisc-sign-in=session.sign-in-failed`;
  assert.equal(locationOf(await visit(callback, thief)), failed);
  assert.equal(locationOf(await visit(callback, mine)), failed, "the attempt is spent");
  const madeUp = new URL(await begin(mine));
  madeUp.searchParams.set("state", "made-up");
  assert.equal(locationOf(await visit(madeUp.href, mine)), failed);
  assert.equal(await sessionOf(mine), null);
});

test("given an address that is no portal's, when the sign-in is to return there, then it is refused", async () => {
  for (const address of ["https://evil.example/", "//evil.example", "javascript:alert(1)", `${portal}.evil.example/`, "/relative"]) {
    const answer = await visit(`${treasury.gateway.url}/session/sign-in?return_to=${encodeURIComponent(address)}`, { cookies: {} });
    assert.equal(answer.status, 403, address);
  }
});

test("given a gateway behind https, when somebody signs in and out, then no cookie goes without Secure, to scripts, or to another host of the site", async () => {
  const port = await freePort();
  const publicUrl = "https://api.treasury.example";
  const secure = await startSampleTreasury(await database.create(), {
    port,
    publicUrl,
    openId: { issuer: issuer.url, clientId: "gateway", clientSecret: "s3cret" },
  });
  try {
    issuer.claims = { sub: subjects.schoolPreparer };
    const local = (address: string): string => address.replace(publicUrl, `http://127.0.0.1:${port}`);
    const jar: Jar = { cookies: {} };
    const started = await visit(local(`${publicUrl}/session/sign-in?return_to=${encodeURIComponent(`${portal}/`)}`), jar);
    const callback = await visit(local(locationOf(await visit(locationOf(started), { cookies: {} }))), jar);
    assert.equal(locationOf(callback), `${portal}/`);
    const left = await fetch(local(`${publicUrl}/session/sign-out`), { method: "POST", headers: { origin: portal } });
    const lines = [started, callback, left].flatMap((answer) => answer.headers.getSetCookie());
    assert.deepEqual(new Set(lines.map((line) => line.split("=")[0])), new Set(["__Host-fisc_sign_in", "__Host-fisc_session"]));
    for (const line of lines) {
      for (const flag of [/; HttpOnly/u, /; Secure/u, /; SameSite=Lax/u, /; Path=\/(;|$)/u]) assert.match(line, flag);
      assert.doesNotMatch(line, /Domain=/iu);
    }
    assert.match(started.headers.get("strict-transport-security") ?? "", /max-age=\d{8}/u);
  } finally {
    await secure.close();
  }
});

test("given a session, when somebody asks how long it lasts, then the asking does not make it last longer, its use does, and never beyond its ten hours", async () => {
  issuer.claims = { sub: subjects.schoolPreparer };
  const jar: Jar = { cookies: {} };
  await visit(await begin(jar), jar);
  const start = treasury.clock.at;
  const minute = 60_000;
  const remaining = async (): Promise<unknown> => (await visit(`${treasury.gateway.url}/session/remaining`, jar)).json();
  const at = (minutes: number): void => void (treasury.clock.at = new Date(start.getTime() + minutes * minute));
  try {
    assert.deepEqual(await remaining(), { seconds: 1_800, extendable: true });
    at(10);
    assert.deepEqual(await remaining(), { seconds: 1_200, extendable: true });
    at(25);
    assert.deepEqual(await remaining(), { seconds: 300, extendable: true });
    assert.notEqual(await sessionOf(jar), null);
    assert.deepEqual(await remaining(), { seconds: 1_800, extendable: true });
    for (let minutes = 50; minutes < 600; minutes += 25) {
      at(minutes);
      assert.notEqual(await sessionOf(jar), null);
    }
    at(595);
    assert.deepEqual(await remaining(), { seconds: 300, extendable: false });
    at(601);
    assert.equal(await remaining(), null);
    assert.equal(await sessionOf(jar), null);
  } finally {
    treasury.clock.at = start;
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
