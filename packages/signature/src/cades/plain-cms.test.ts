import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTestPki } from "../testing/pki.ts";
import { forgeCades, type Forgery } from "../testing/forge-cades.ts";
import { validateSignature, type SignatureQuestion, type SignatureReport } from "./validate-signature.ts";

const NOW = new Date("2026-11-21T08:00:00Z");
const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now: NOW });
const { certificate, privateKey } = await pki.issue({ subject: { commonName: "signer" } });
const content = new TextEncoder().encode("a payment order");
const forgery: Forgery = { content, key: privateKey, certificate, certificates: [certificate, pki.issuing.certificate], signingTime: NOW };
const plain = await forgeCades({ ...forgery, attributes: { "signing-certificate-v2": null } });

async function judged(signature: Uint8Array, more: Partial<SignatureQuestion> = {}): Promise<SignatureReport> {
  return validateSignature({ signature, content, trustAnchors: [pki.root.certificate], crls: await pki.crls(), at: NOW, ...more });
}

describe("given a plain CMS, whose signer did not refer to a certificate", () => {
  it("when nothing else is said, then it is no CAdES, and does not pass", async () => {
    const report = await judged(plain);
    assert.deepEqual([report.indication, report.subIndication], ["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE"]);
    assert.ok(report.evidence.some(({ check, outcome }) => check === "signature-value" && outcome === "passed"));
  });
  it("when the caller takes plain CMS, then it passes and reaches no level", async () => {
    const report = await judged(plain, { mandatoryAttributes: ["signing-time"] });
    assert.deepEqual([report.indication, "level" in report], ["TOTAL-PASSED", false]);
    assert.equal(
      (await judged(plain, { mandatoryAttributes: ["signing-time"], content: new Uint8Array(1) })).subIndication,
      "HASH_FAILURE",
    );
  });
  it("when the caller takes plain CMS and a CAdES comes, then its level is told, and a wrong reference is still refused", async () => {
    assert.equal((await judged(await forgeCades(forgery), { mandatoryAttributes: [] })).level, "CAdES-B-B");
    const wrong = await forgeCades({ ...forgery, referenced: pki.issuing.certificate });
    assert.equal((await judged(wrong, { mandatoryAttributes: [] })).subIndication, "NO_SIGNING_CERTIFICATE_FOUND");
  });
});
