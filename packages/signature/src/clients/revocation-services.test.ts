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
  validateSignature,
  type CachedAnswer,
} from "../index.ts";
import { fromBase64, type Bytes } from "../bytes.ts";
import { encode, sequence } from "../der/write.ts";
import {
  createTestPki,
  createTestTimestampAuthority,
  writeOcspResponse,
  type IssuedWithKey,
  type OcspResponseFields,
  type TestPki,
} from "../testing/index.ts";
import { net, reply, serviceExtensions, type Answering } from "../testing/net.ts";

const now = new Date();
const content = new TextEncoder().encode("the manifest");
const OCSP = "http://ocsp.example.org";
const LIST = "http://lists.example.org/issuing.crl";
const ISSUER = "http://issuers.example.org/issuing.cer";
const addresses = serviceExtensions({ ocsp: OCSP, issuer: ISSUER, lists: ["ldap://x.example.org/", LIST] });

let pki: TestPki;
let person: IssuedWithKey;
let other: IssuedWithKey;

before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  person = await pki.issue({ subject: { commonName: "signer" }, furtherExtensions: addresses });
  other = await pki.issue({ subject: { commonName: "other" }, furtherExtensions: addresses });
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
    const list = await pki.crl();
    const { fetch } = net(() => reply(list, "application/pkix-crl"));
    const input = { certificate: person.certificate, fetch, allow: () => true };
    assert.deepEqual(await fetchCrl({ ...input, urls: ["http://127.0.0.1:9/ca.crl"] }), list);
    await assert.rejects(fetchCrl({ ...input, urls: ["ftp://127.0.0.1/ca.crl"] }), { code: "service.forbidden" });
  });
});

describe("given the lists of an issuer", () => {
  it("when one is fetched, then it comes from the address in the certificate, and from the cache until its nextUpdate", async () => {
    const list = await pki.crl();
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
  const scene = async () => {
    const full = await createTestPki({
      name: "Full",
      algorithm: "P-256",
      now,
      issuingExtensions: serviceExtensions({ lists: [ROOT_LIST] }),
    });
    const stamps = await createTestTimestampAuthority(full, { furtherExtensions: serviceExtensions({ lists: [LIST] }) });
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
    const report = await validateSignature({ signature: complete, content, trustAnchors, at: later });
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
