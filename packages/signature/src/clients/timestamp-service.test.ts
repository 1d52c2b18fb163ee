import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  addSignatureTimestamp,
  createCades,
  signerFromCryptoKey,
  timestampService,
  validateSignature,
  type MessageImprint,
} from "../index.ts";
import { digest } from "../algorithms/verify.ts";
import type { Bytes } from "../bytes.ts";
import { encode, octetString, sequence, small } from "../der/write.ts";
import {
  createTestPki,
  createTestTimestampAuthority,
  type IssuedWithKey,
  type TestPki,
  type TestTimestampAuthority,
} from "../testing/index.ts";
import { net, reply, silentNet, type Answering } from "../testing/net.ts";
import { readTimestampRequest } from "../timestamp/request.ts";

const now = new Date();
const content = new TextEncoder().encode("the manifest");
const TSA = "https://tsa.example.org/stamp";

let pki: TestPki;
let authority: TestTimestampAuthority;
let person: IssuedWithKey;
let imprint: MessageImprint;

before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  authority = await createTestTimestampAuthority(pki);
  person = await pki.issue({ subject: { commonName: "signer" } });
  imprint = { digest: "SHA-256", value: await digest("SHA-256", content) };
});

const stamped: Answering = async ({ body }) => reply(await authority.answer(body, now), "application/timestamp-reply");

describe("given a timestamp authority", () => {
  const ask = (answer: Answering, more: { policy?: string; limit?: number; urls?: string[] } = {}): Promise<Uint8Array> =>
    timestampService({ urls: [TSA], fetch: net(answer).fetch, rounds: 1, ...more })(imprint);
  const lies = (answer: Answering, what: string, more = {}): Promise<void> =>
    assert.rejects(ask(answer, more), (error: { code?: string; params?: { what?: string } }) => {
      assert.deepEqual([error.code, error.params?.what], ["service.lied", what]);
      return true;
    });

  it("when it answers rightly, then the token extends a signature", async () => {
    const signature = await createCades({
      content,
      signer: signerFromCryptoKey(person.privateKey.key, person.certificate),
      chain: person.chain,
      signingTime: now,
    });
    const { fetch, asked } = net(stamped);
    const extended = await addSignatureTimestamp({ signature, stamp: timestampService({ urls: [TSA], fetch }) });
    const report = await validateSignature({
      signature: extended,
      content,
      trustAnchors: [pki.root.certificate],
      crls: await pki.crls(),
      at: new Date(now.getTime() + 60_000),
    });
    assert.deepEqual([report.level, asked], ["CAdES-B-T", [`POST ${TSA}`]]);
  });
  it("when it answers with another imprint, another nonce, none, or an answer from before, then it is told as a lie", async () => {
    const wrong = { ...imprint, value: new Uint8Array(32) };
    const respond = async (token: Promise<Bytes>): Promise<Response> =>
      reply(sequence(sequence(small(0)), await token), "application/timestamp-reply");
    await lies(({ body }) => respond(authority.stamp(wrong, now, readTimestampRequest(body).nonce)), "timestamp-imprint");
    await lies(() => respond(authority.stamp(imprint, now, new Uint8Array(16).fill(7))), "timestamp-nonce");
    await lies(() => respond(authority.stamp(imprint, now)), "timestamp-nonce");
    await lies(stamped, "timestamp-policy", { policy: "1.2.3.4.2" });
    let first: Bytes | undefined;
    const replay: Answering = async ({ body }) => reply((first ??= await authority.answer(body, now)), "application/timestamp-reply");
    const service = timestampService({ urls: [TSA], fetch: net(replay).fetch });
    await service(imprint);
    await assert.rejects(service(imprint), { code: "service.lied" });
  });
  it("when the token is changed by one bit or not one for timestamps, then it is told as a lie", async () => {
    await lies(async ({ body }) => {
      const bytes = await authority.answer(body, now);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return reply(bytes, "application/timestamp-reply");
    }, "signature-value");
    const wrong = await createTestTimestampAuthority(pki, { purposes: ["1.3.6.1.5.5.7.3.4"] });
    await lies(async ({ body }) => reply(await wrong.answer(body, now), "application/timestamp-reply"), "timestamp-authority");
  });
  it("when it answers with something else, or with too much, then it is told as a lie", async () => {
    await lies(() => new Response("<html>", { headers: { "content-type": "text/html" } }), "content-type");
    await lies(() => reply(octetString(content), "application/timestamp-reply"), "malformed");
    await lies(stamped, "too-large", { limit: 100 });
  });
  it("when it refuses, then its own reason is told", async () => {
    const refusal = sequence(sequence(small(2), encode(0x03, Uint8Array.of(0, 0b1000_0000))));
    await assert.rejects(
      ask(() => reply(refusal, "application/timestamp-reply")),
      { code: "service.refused", params: { url: TSA, status: "rejection", reason: "badAlg" } },
    );
  });
  it("when it is down or silent, then the next one is asked, and with none left it is said", async () => {
    const down: Answering = () => Promise.reject(new TypeError("fetch failed"));
    await assert.rejects(ask(down), { code: "service.unreachable" });
    await assert.rejects(
      ask(() => new Response("", { status: 503 })),
      { code: "service.unreachable", params: { url: TSA, status: 503 } },
    );
    await assert.rejects(timestampService({ urls: [TSA], fetch: silentNet, timeout: 20, rounds: 1 })(imprint), { code: "service.timeout" });
    await assert.rejects(ask(stamped, { urls: [] }), { code: "service.unknown" });

    const backup = net((request) => (request.url === TSA ? down(request) : stamped(request)));
    await timestampService({ urls: [TSA, "https://backup.example.org/"], fetch: backup.fetch })(imprint);
    assert.deepEqual(backup.asked, [`POST ${TSA}`, "POST https://backup.example.org/"]);
    const again = net((request) => (again.asked.length === 1 ? down(request) : stamped(request)));
    await timestampService({ urls: [TSA], fetch: again.fetch })(imprint);
    assert.equal(again.asked.length, 2);
    const honest = net(() => reply(octetString(content), "application/timestamp-reply"));
    await assert.rejects(timestampService({ urls: [TSA], fetch: honest.fetch, rounds: 5 })(imprint), { code: "service.lied" });
    assert.equal(honest.asked.length, 1);
  });
  it("when the caller breaks it off, then the caller's reason comes through", async () => {
    const control = new AbortController();
    const asking = timestampService({ urls: [TSA], fetch: silentNet, signal: control.signal })(imprint);
    control.abort(new RangeError("left"));
    await assert.rejects(asking, RangeError);
  });
});
