import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  addSignatureTimestamp,
  addValidationValues,
  collectValidationValues,
  createCades,
  fetchCrl,
  fetchIssuer,
  fetchOcspResponse,
  isPublicAddress,
  signerFromCryptoKey,
  timestampService,
  verifyCades,
  type CachedAnswer,
  type MessageImprint,
} from "../index.ts";
import { digest } from "../algorithms/verify.ts";
import { fromBase64, type Bytes } from "../bytes.ts";
import { encode, octetString, oid, sequence, small } from "../der/write.ts";
import {
  createTestPki,
  createTestTimestampAuthority,
  writeOcspResponse,
  type IssuedWithKey,
  type OcspResponseFields,
  type TestPki,
  type TestTimestampAuthority,
} from "../testing/index.ts";
import { readTimestampRequest } from "../timestamp/request.ts";

const now = new Date();
const content = new TextEncoder().encode("the manifest");
const TSA = "https://tsa.example.org/stamp";
const OCSP = "http://ocsp.example.org";
const LIST = "http://lists.example.org/issuing.crl";
const ISSUER = "http://issuers.example.org/issuing.cer";

const uri = (url: string): Bytes => encode(0x86, new TextEncoder().encode(url));
const addresses = [
  {
    id: "1.3.6.1.5.5.7.1.1",
    critical: false,
    value: sequence(sequence(oid("1.3.6.1.5.5.7.48.1"), uri(OCSP)), sequence(oid("1.3.6.1.5.5.7.48.2"), uri(ISSUER))),
  },
  { id: "2.5.29.31", critical: false, value: sequence(sequence(encode(0xa0, encode(0xa0, uri("ldap://x.example.org/"), uri(LIST))))) },
];

let pki: TestPki;
let authority: TestTimestampAuthority;
let person: IssuedWithKey;
let other: IssuedWithKey;
let imprint: MessageImprint;

before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  authority = await createTestTimestampAuthority(pki);
  person = await pki.issue({ subject: { commonName: "signer" }, furtherExtensions: addresses });
  other = await pki.issue({ subject: { commonName: "other" }, furtherExtensions: addresses });
  imprint = { digest: "SHA-256", value: await digest("SHA-256", content) };
});

/** What a server on the net would say; it records what it was asked. */
type Answering = (request: { readonly url: string; readonly body: Bytes; readonly method: string }) => Promise<Response> | Response;
function net(answer: Answering): { readonly fetch: typeof globalThis.fetch; readonly asked: string[] } {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    assert.ok(input instanceof URL && init);
    assert.deepEqual([init.redirect, init.credentials], ["error", "omit"]);
    asked.push(`${init.method} ${input.href}`);
    const body = init.body instanceof Uint8Array ? new Uint8Array(init.body) : new Uint8Array();
    return answer({ url: input.href, body, method: init.method ?? "" });
  };
  return { fetch, asked };
}

const reply = (bytes: Uint8Array, type: string): Response => new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
const stamped: Answering = async ({ body }) => reply(await authority.answer(body, now), "application/timestamp-reply");
const issuingList = async (revoked: readonly { serial: string }[] = []): Promise<Bytes> => pki.crl({ revoked });
const never: typeof globalThis.fetch = (_, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error)));

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
    const report = await verifyCades({
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
    await assert.rejects(timestampService({ urls: [TSA], fetch: never, timeout: 20, rounds: 1 })(imprint), { code: "service.timeout" });
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
    const asking = timestampService({ urls: [TSA], fetch: never, signal: control.signal })(imprint);
    control.abort(new RangeError("left"));
    await assert.rejects(asking, RangeError);
  });
});

describe("given addresses that strangers write into certificates", () => {
  it("when they point inside, elsewhere than the web, or carry credentials, then nothing is asked", async () => {
    const inside = [
      "http://localhost/",
      "http://localhost./",
      "http://LOCALHOST:8080/",
      "http://printer/",
      "http://gateway.internal/",
      "http://127.0.0.1/",
      "http://2130706433/",
      "http://0x7f.1/",
      "http://10.1.2.3/",
      "http://172.20.0.1/",
      "http://192.168.1.1/",
      "http://169.254.169.254/latest/meta-data",
      "http://100.64.0.1/",
      "http://0.0.0.0/",
      "http://224.0.0.1/",
      "http://[::1]/",
      "http://[::ffff:127.0.0.1]/",
      "http://[fe80::1]/",
      "http://[fd00::1]/",
      "http://[64:ff9b::7f00:1]/",
      "http://[2002:7f00:1::]/",
      "ftp://lists.example.org/",
      "file:///etc/passwd",
      "data:,x",
      "not an address",
      "http://user:secret@lists.example.org/",
    ];
    for (const url of inside) {
      const { fetch, asked } = net(() => assert.fail());
      await assert.rejects(fetchCrl({ certificate: person.certificate, urls: [url], fetch }), { code: "service.forbidden" }, url);
      assert.deepEqual(asked, [], url);
    }
    for (const url of ["https://lists.example.org/x", "http://8.8.8.8/", "http://[2606:4700::1111]/"])
      assert.ok(isPublicAddress(new URL(url)), url);
  });
  it("when the caller allows an inner address, then it is asked, but never by another scheme", async () => {
    const list = await issuingList();
    const { fetch } = net(() => reply(list, "application/pkix-crl"));
    const input = { certificate: person.certificate, fetch, allow: () => true };
    assert.deepEqual(await fetchCrl({ ...input, urls: ["http://127.0.0.1:9/ca.crl"] }), list);
    await assert.rejects(fetchCrl({ ...input, urls: ["ftp://127.0.0.1/ca.crl"] }), { code: "service.forbidden" });
  });
});

describe("given the lists of an issuer", () => {
  it("when one is fetched, then it comes from the address in the certificate, and from the cache until its nextUpdate", async () => {
    const list = await issuingList();
    const { fetch, asked } = net(() => reply(list, "application/pkix-crl"));
    const cache = new Map<string, CachedAnswer>();
    const input = { certificate: person.certificate, fetch, cache };
    assert.deepEqual(await fetchCrl(input), list);
    assert.deepEqual(await fetchCrl(input), list);
    assert.deepEqual(asked, [`GET ${LIST}`]);
    const later = new Date(now.getTime() + 31 * 86_400_000);
    await assert.rejects(fetchCrl({ ...input, now: () => later }), { code: "service.lied", params: { url: LIST, what: "outdated" } });
    assert.equal(asked.length, 2);
  });
  it("when it is another issuer's or no list, then it is told as a lie, and not kept", async () => {
    const cache = new Map<string, CachedAnswer>();
    const rootList = await pki.crl({ of: "root" });
    for (const [bytes, what] of [
      [rootList, "issuer"],
      [content, "malformed"],
    ] as const) {
      const { fetch } = net(() => reply(bytes, "application/pkix-crl"));
      await assert.rejects(fetchCrl({ certificate: person.certificate, fetch, cache }), {
        code: "service.lied",
        params: { url: LIST, what },
      });
    }
    assert.equal(cache.size, 0);
  });
});

describe("given the address of an issuer's certificate", () => {
  it("when it is fetched, then only one whose key signed the certificate is taken", async () => {
    const answer = (bytes: Uint8Array) => ({
      certificate: person.certificate,
      fetch: net(() => reply(bytes, "application/pkix-cert")).fetch,
    });
    assert.deepEqual(await fetchIssuer(answer(pki.issuing.certificate)), pki.issuing.certificate);
    const twin = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
    for (const bytes of [pki.root.certificate, twin.issuing.certificate, other.certificate])
      await assert.rejects(fetchIssuer(answer(bytes)), { code: "service.lied", params: { url: ISSUER, what: "issuer" } });
    await assert.rejects(fetchIssuer(answer(content)), { code: "service.lied", params: { url: ISSUER, what: "malformed" } });
  });
});

describe("given an OCSP responder", () => {
  const fields = (more: Partial<OcspResponseFields> = {}): OcspResponseFields => ({
    certificate: person.certificate,
    issuer: pki.issuing.certificate,
    responder: pki.issuing.certificate,
    status: "good",
    thisUpdate: now,
    nextUpdate: new Date(now.getTime() + 3_600_000),
    ...more,
  });
  const respond = async (more: Partial<OcspResponseFields> = {}, key = pki.issuing.keys.privateKey): Promise<Response> =>
    reply(await writeOcspResponse(fields(more), key), "application/ocsp-response");
  const input = (answer: Answering) => ({
    certificate: person.certificate,
    issuer: pki.issuing.certificate,
    fetch: net(answer).fetch,
    rounds: 1,
  });
  /** The nonce is the last thing in our requests. */
  const nonceOf = (body: Bytes): Bytes => body.slice(-32);

  it("when it repeats the nonce, then the response is taken", async () => {
    await fetchOcspResponse({ ...input(({ body }) => respond({ nonce: nonceOf(body) })), nonce: "required" });
  });
  it("when it leaves the nonce out, then that is taken unless it is required; another one never is", async () => {
    await fetchOcspResponse(input(() => respond()));
    await assert.rejects(fetchOcspResponse({ ...input(() => respond()), nonce: "required" }), {
      code: "service.lied",
      params: { url: OCSP, what: "nonce" },
    });
    await assert.rejects(fetchOcspResponse(input(() => respond({ nonce: new Uint8Array(32) }))), {
      code: "service.lied",
      params: { url: OCSP, what: "nonce" },
    });
  });
  it("when it tells of another certificate, is another's, or is old, then it is told as a lie", async () => {
    const cases: [() => Promise<Response>, string][] = [
      [() => respond({ certificate: other.certificate }), "other-certificate"],
      [() => respond({}, other.privateKey), "not-signed-by-issuer"],
      [() => respond({ responder: other.certificate }, other.privateKey), "responder-not-authorised"],
      [() => respond({ thisUpdate: new Date(now.getTime() - 7_200_000), nextUpdate: new Date(now.getTime() - 3_600_000) }), "stale"],
    ];
    for (const [answer, what] of cases)
      await assert.rejects(fetchOcspResponse(input(answer)), { code: "service.lied", params: { url: OCSP, what } });
  });
  it("when it does not know, or wants us to try later, then it refuses", async () => {
    await assert.rejects(fetchOcspResponse(input(() => respond({ status: "unknown" }))), {
      code: "service.refused",
      params: { url: OCSP, status: "unknown" },
    });
    const later = sequence(encode(0x0a, Uint8Array.of(3)));
    await assert.rejects(fetchOcspResponse(input(() => reply(later, "application/ocsp-response"))), {
      code: "service.refused",
      params: { url: OCSP, status: "tryLater" },
    });
  });
  it("when no nonce is wanted, then it is asked by GET, and once until nextUpdate", async () => {
    const { fetch, asked } = net(({ url }) => {
      assert.ok(fromBase64(decodeURIComponent(url.slice(OCSP.length + 1))));
      return respond();
    });
    const cache = new Map<string, CachedAnswer>();
    const question = { ...input(() => respond()), fetch, cache, nonce: "none" as const };
    await fetchOcspResponse(question);
    await fetchOcspResponse(question);
    assert.deepEqual([asked.length, asked[0]?.startsWith(`GET ${OCSP}/`)], [1, true]);
  });
});

describe("given a signature whose certificates name all services", () => {
  const ROOT_LIST = "http://lists.example.org/root.crl";
  const point = (url: string) => ({ id: "2.5.29.31", critical: false, value: sequence(sequence(encode(0xa0, encode(0xa0, uri(url))))) });
  const scene = async () => {
    const full = await createTestPki({ name: "Full", algorithm: "P-256", now, issuingExtensions: [point(ROOT_LIST)] });
    const stamps = await createTestTimestampAuthority(full, { furtherExtensions: [point(LIST)] });
    const signer = await full.issue({ subject: { commonName: "signer" }, furtherExtensions: addresses });
    // without its issuer, which is to be fetched
    const signature = await addSignatureTimestamp({
      signature: await createCades({ content, signer: signerFromCryptoKey(signer.privateKey.key, signer.certificate), signingTime: now }),
      stamp: (wanted) => stamps.stamp(wanted, now),
    });
    const responder = async (): Promise<Response> => {
      const fields = {
        certificate: signer.certificate,
        issuer: full.issuing.certificate,
        responder: full.issuing.certificate,
        status: "good",
        thisUpdate: now,
      } as const;
      return reply(
        await writeOcspResponse({ ...fields, nextUpdate: new Date(now.getTime() + 3_600_000) }, full.issuing.keys.privateKey),
        "application/ocsp-response",
      );
    };
    const served: Record<string, () => Promise<Response>> = {
      [`${OCSP}/`]: responder,
      [ISSUER]: async () => reply(full.issuing.certificate, "application/pkix-cert"),
      [LIST]: async () => reply(await full.crl(), "application/pkix-crl"),
      [ROOT_LIST]: async () => reply(await full.crl({ of: "root" }), "application/pkix-crl"),
    };
    return { full, signature, served };
  };
  const later = new Date(now.getTime() + 60_000);

  it("when its values are collected and put in, then it passes as B-LT with nothing from outside", async () => {
    const { full, signature, served } = await scene();
    const { fetch, asked } = net(({ url }) => served[url]?.() ?? assert.fail(url));
    const trustAnchors = [full.root.certificate];
    const values = await collectValidationValues({ signature, trustAnchors, fetch });
    assert.deepEqual([values.certificates.length, values.crls.length, values.ocspResponses.length], [3, 2, 1]);
    assert.deepEqual(asked.toSorted(), [`GET ${ISSUER}`, `GET ${LIST}`, `GET ${ROOT_LIST}`, `POST ${OCSP}/`]);
    const complete = addValidationValues({ signature, values });
    const report = await verifyCades({ signature: complete, content, trustAnchors, at: later });
    assert.deepEqual([report.indication, report.level], ["TOTAL-PASSED", "CAdES-B-LT"], JSON.stringify(report, null, 1));
  });
  it("when the responder is down, then the list is taken; when both are, then what is at hand; and else it is said what failed", async () => {
    const { full, signature, served } = await scene();
    const without = (...down: string[]) =>
      net(({ url }) => (down.includes(url) ? new Response("", { status: 500 }) : (served[url]?.() ?? assert.fail(url)))).fetch;
    const input = { signature, trustAnchors: [full.root.certificate] };
    assert.equal((await collectValidationValues({ ...input, fetch: without(`${OCSP}/`) })).ocspResponses.length, 0);
    const fetch = without(`${OCSP}/`, LIST);
    assert.equal((await collectValidationValues({ ...input, fetch, crls: [await full.crl()] })).crls.length, 2);
    await assert.rejects(collectValidationValues({ ...input, fetch }), { code: "service.unreachable", params: { url: LIST, status: 500 } });
  });
});
