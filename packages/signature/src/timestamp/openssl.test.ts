import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { buffer } from "node:stream/consumers";
import {
  addSignatureTimestamp,
  addValidationValues,
  createCades,
  fetchOcspResponse,
  signerFromCryptoKey,
  timestampService,
  validateSignature,
  validateTimestamp,
} from "../index.ts";
import { digest } from "../algorithms/verify.ts";
import type { Bytes } from "../bytes.ts";
import { createTestPki, createTestTimestampAuthority, toPem, type IssuedWithKey, type TestPki } from "../testing/index.ts";
import { exportPrivateKey } from "../testing/keys.ts";

const run = promisify(execFile);
const content = new TextEncoder().encode("the manifest");
const now = new Date();
/** OpenSSL's clock is the machine's: what it stamps is judged a little later. */
const soon = new Date(now.getTime() + 120_000);

let folder: string;
let pki: TestPki;
let signer: IssuedWithKey;
let server: Server;
let base: string;

const file = async (name: string, data: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), data);
  return join(folder, name);
};
const keyPem = async (key: Parameters<typeof exportPrivateKey>[0]): Promise<string> => toPem("PRIVATE KEY", await exportPrivateKey(key));

/** `openssl ts` and `openssl ocsp` answer files; this puts them behind HTTP. */
async function answer(url: string, body: Uint8Array): Promise<readonly [type: string, bytes: Uint8Array]> {
  const [question, reply] = [await file("question", body), join(folder, "reply")];
  if (url.startsWith("/ocsp")) {
    const words = ["-index", join(folder, "index.txt"), "-rsigner", join(folder, "issuing.pem"), "-rkey", join(folder, "issuing.key")];
    await run("openssl", ["ocsp", ...words, "-CA", join(folder, "issuing.pem"), "-ndays", "1", "-reqin", question, "-respout", reply]);
    return ["application/ocsp-response", await readFile(reply)];
  }
  await run("openssl", [
    "ts",
    "-reply",
    "-config",
    join(folder, "ts.cnf"),
    "-section",
    url.slice(1),
    "-queryfile",
    question,
    "-out",
    reply,
  ]);
  return ["application/timestamp-reply", await readFile(reply)];
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "fisc-ts-"));
  pki = await createTestPki({ name: "Treasury", algorithm: "RSA-2048", now });
  signer = await pki.issue({ subject: { commonName: "signer" } });
  const { certificate: authority } = await createTestTimestampAuthority(pki);
  await file("tsa.pem", authority.pem);
  await file("tsa.key", await keyPem(authority.privateKey));
  await file("issuing.pem", pki.issuing.pem);
  await file("issuing.key", await keyPem(pki.issuing.keys.privateKey));
  await file("serial", "01\n");
  const section = (name: string, reference: string): string =>
    `[${name}]\nserial = ${join(folder, "serial")}\nsigner_cert = ${join(folder, "tsa.pem")}\nsigner_key = ${join(folder, "tsa.key")}\n` +
    `certs = ${join(folder, "issuing.pem")}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256, sha384, sha512\n` +
    `accuracy = secs:1, millisecs:500, microsecs:100\nordering = yes\ness_cert_id_chain = no\ness_cert_id_alg = ${reference}\nclock_precision_digits = 3\n`;
  await file("ts.cnf", section("first", "sha1") + section("second", "sha256"));
  server = createServer((request, response) => {
    void buffer(request)
      .then((body) => answer(request.url ?? "", body))
      .then(
        ([type, bytes]) => response.writeHead(200, { "content-type": type }).end(bytes),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const sign = (): Promise<Bytes> =>
  createCades({ content, signer: signerFromCryptoKey(signer.privateKey.key, signer.certificate), chain: signer.chain, signingTime: now });
const allow = ({ hostname }: URL): boolean => hostname === "127.0.0.1";

describe("given OpenSSL as the timestamp authority", () => {
  for (const [path, reference] of [
    ["first", "the first version of the certificate reference, by SHA-1"],
    ["second", "the second version, by SHA-256"],
  ] as const) {
    it(`when it stamps with ${reference}, then the signature is B-T`, async () => {
      const stamp = timestampService({ urls: [`${base}/${path}`], allow });
      const signature = await addSignatureTimestamp({ signature: await sign(), stamp });
      const report = await validateSignature({
        signature,
        content,
        trustAnchors: [pki.root.certificate],
        crls: await pki.crls(),
        at: soon,
      });
      assert.deepEqual([report.indication, report.level], ["TOTAL-PASSED", "CAdES-B-T"], JSON.stringify(report, null, 1));
      const [timestamp] = report.timestamps ?? [];
      assert.deepEqual([timestamp?.accuracy, timestamp?.ordering, timestamp?.policy], [1501, true, "1.2.3.4.1"]);
    });
  }
  it("when it is asked for a policy that it does not have, then its refusal is told", async () => {
    const stamp = timestampService({ urls: [`${base}/first`], allow, policy: "1.2.3.4.9" });
    const imprint = { digest: "SHA-256", value: await digest("SHA-256", content) };
    await assert.rejects(stamp(imprint), {
      code: "service.refused",
      params: { url: `${base}/first`, status: "rejection", reason: "unacceptedPolicy" },
    });
  });
  it("when OpenSSL itself asks, then our reading of its whole answer is the same", async () => {
    const [data, query, reply] = [await file("data", content), join(folder, "q"), join(folder, "r")];
    await run("openssl", ["ts", "-query", "-data", data, "-sha512", "-cert", "-out", query]);
    await run("openssl", [
      "ts",
      "-reply",
      "-config",
      join(folder, "ts.cnf"),
      "-section",
      "second",
      "-queryfile",
      query,
      "-token_out",
      "-out",
      reply,
    ]);
    const imprint = async (name: string): Promise<Bytes[]> => [await digest(name, content)];
    const question = { token: await readFile(reply), trustAnchors: [pki.root.certificate], crls: await pki.crls(), at: soon };
    const report = await validateTimestamp({ ...question, imprint });
    assert.deepEqual([report.indication, report.digest], ["TOTAL-PASSED", "SHA-512"]);
    const other = await validateTimestamp({ ...question, imprint: async (name) => [await digest(name, new Uint8Array())] });
    assert.equal(other.subIndication, "HASH_FAILURE");
    assert.equal((await validateTimestamp({ ...question, imprint, policies: ["1.2.3.4.9"] })).subIndication, "SIG_CONSTRAINTS_FAILURE");
  });
});

describe("given timestamps of the test authority", () => {
  it("when OpenSSL verifies one over data and an answer to its own question, then it accepts both, and refuses other data", async () => {
    const authority = await createTestTimestampAuthority(pki);
    const trust = ["-CAfile", await file("root.pem", pki.root.pem), "-untrusted", join(folder, "issuing.pem")];
    const data = await file("data", content);
    const token = await file("token", await authority.stamp({ digest: "SHA-256", value: await digest("SHA-256", content) }, now));
    const verified = await run("openssl", ["ts", "-verify", "-data", data, "-in", token, "-token_in", ...trust]);
    assert.match(verified.stdout + verified.stderr, /Verification: OK/);
    await assert.rejects(run("openssl", ["ts", "-verify", "-data", await file("other", "other"), "-in", token, "-token_in", ...trust]));
    const query = join(folder, "query");
    await run("openssl", ["ts", "-query", "-data", data, "-sha256", "-cert", "-out", query]);
    const reply = await file("ours", await authority.answer(await readFile(query), now));
    const answered = await run("openssl", ["ts", "-verify", "-queryfile", query, "-in", reply, ...trust]);
    assert.match(answered.stdout + answered.stderr, /Verification: OK/);
  });
});

describe("given OpenSSL as the OCSP responder", () => {
  const index = async (revoked: boolean): Promise<void> => {
    const stamp = (date: Date): string => `${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`;
    const expiry = stamp(new Date(now.getTime() + 86_400_000));
    const serial = signer.serial.toUpperCase();
    const at = stamp(new Date(now.getTime() - 3_600_000));
    await file("index.txt", `${revoked ? "R" : "V"}\t${expiry}\t${revoked ? `${at},keyCompromise` : ""}\t${serial}\tunknown\t/CN=signer\n`);
  };
  const ask = (more: { nonce?: "required" | "none"; hash?: "SHA-256" } = {}): Promise<Bytes> =>
    fetchOcspResponse({
      certificate: signer.certificate,
      issuer: pki.issuing.certificate,
      urls: [`${base}/ocsp`],
      allow,
      now: () => new Date(),
      ...more,
    });
  const report = async (ocspResponses: readonly Uint8Array[]) =>
    validateSignature({
      signature: await sign(),
      content,
      trustAnchors: [pki.root.certificate],
      crls: [await pki.crl({ of: "root" })],
      ocspResponses,
      at: new Date(),
    });

  it("when it says good, with our nonce and by either hash, then the signature passes by that", async () => {
    await index(false);
    for (const more of [{ nonce: "required" }, { nonce: "required", hash: "SHA-256" }] as const) {
      const { indication, evidence } = await report([await ask(more)]);
      assert.equal(indication, "TOTAL-PASSED", JSON.stringify(evidence));
    }
    assert.equal((await report([])).subIndication, "TRY_LATER");
  });
  it("when it says revoked, then the signature does not pass", async () => {
    await index(true);
    assert.equal((await report([await ask()])).subIndication, "REVOKED_NO_POE");
  });
  it("when its answer is put into a signature with a timestamp, then that is B-LT", async () => {
    await index(false);
    const stamp = timestampService({ urls: [`${base}/second`], allow });
    const timestamped = await addSignatureTimestamp({ signature: await sign(), stamp });
    const crls = await pki.crls();
    const signature = addValidationValues({ signature: timestamped, values: { crls, ocspResponses: [await ask()] } });
    const { indication, level } = await validateSignature({ signature, content, trustAnchors: [pki.root.certificate], at: soon });
    assert.deepEqual([indication, level], ["TOTAL-PASSED", "CAdES-B-LT"]);
  });
});
