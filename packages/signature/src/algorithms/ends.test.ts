import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ENDED_WITH_2013, SHA1_ALGORITHMS, STANDARD_ALGORITHMS, validateSignature, type SignatureQuestion } from "../index.ts";
import { createTestPki, forgeCades, type SigningKey, type TestPki } from "../testing/index.ts";

/** An archive of 2012: the CA already signed by SHA-256, a person still by SHA-1 with 1,024 bits. */
const then = new Date("2012-05-02T08:00:00Z");
const year = (count: number): Date => new Date(then.getTime() + count * 31_536_000_000);
const content = new TextEncoder().encode("an order of 2012");
const registry = STANDARD_ALGORITHMS.with(SHA1_ALGORITHMS);

describe("given a signature by SHA-1 and a short key", () => {
  let pki: TestPki;
  let signature: Uint8Array;
  before(async () => {
    pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now: then });
    const parameters = { name: "RSASSA-PKCS1-v1_5", modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-1" };
    const pair = await crypto.subtle.generateKey(parameters, true, ["sign", "verify"]);
    const key: SigningKey = { key: pair.privateKey, algorithm: "RSA-PKCS1-SHA1" };
    const { certificate, chain } = await pki.issue({
      subject: { commonName: "accountant" },
      publicKey: pair.publicKey,
      notAfter: year(4),
    });
    const parts = { content, key, certificate, certificates: [certificate, ...chain], signingTime: then };
    signature = await forgeCades(parts, { registry });
  });

  const outcome = async (at: Date, question: Partial<SignatureQuestion> = {}): Promise<string | undefined> => {
    const crls = await pki.crls({ thisUpdate: at });
    const report = await validateSignature({ signature, content, trustAnchors: [pki.root.certificate], crls, at, ...question });
    return report.subIndication ?? report.indication;
  };

  it("when nothing else is said, then it is not taken, whatever the date", async () => {
    // without SHA-1 not even the reference to the certificate can be followed
    assert.equal(await outcome(then), "NO_SIGNING_CERTIFICATE_FOUND");
    assert.equal(await outcome(then, { registry }), "CRYPTO_CONSTRAINTS_FAILURE");
  });
  it("when a policy with dates is asked, then it counts for what was there by 2013, and not after", async () => {
    const question = { registry, algorithms: ENDED_WITH_2013 };
    assert.equal(await outcome(then, question), "TOTAL-PASSED");
    assert.equal(await outcome(year(2), question), "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
  });
  it("when only the digest is let in, then the key is still too short", async () => {
    assert.equal(await outcome(then, { registry, algorithms: { ends: ENDED_WITH_2013.ends ?? [] } }), "CRYPTO_CONSTRAINTS_FAILURE");
  });
});
