import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Bytes } from "../bytes.ts";
import { oid, sequence, small } from "../der/write.ts";
import { validatePath, type PathInput } from "../path/validate-path.ts";
import { createTestPki } from "../testing/pki.ts";
import { readQualifiedStatements } from "./qualified-statements.ts";

const NOW = new Date("2026-11-21T08:00:00Z");
const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now: NOW });
const OWN = "1.2.3.4.5";
const COMPLIANCE = "0.4.0.1862.1.1";
const LIMIT = "0.4.0.1862.1.2";

async function judged(value: Bytes, critical: boolean, more: Partial<PathInput> = {}): Promise<string> {
  const furtherExtensions = [{ id: "1.3.6.1.5.5.7.1.3", critical, value }];
  const { certificate } = await pki.issue({ subject: { commonName: "signer" }, furtherExtensions });
  const trust = {
    trustAnchors: [pki.root.certificate],
    intermediates: [pki.issuing.certificate],
    revocation: "unchecked" as const,
    at: NOW,
  };
  const report = await validatePath({ ...trust, certificate, ...more });
  return report.evidence.find(({ outcome }) => outcome === "failed")?.fault ?? report.indication;
}

const statements = (...ids: readonly string[]): Bytes => sequence(...ids.map((id) => sequence(oid(id))));

describe("given a certificate with statements of qualified certificates", () => {
  it("when they are critical and all are declarations of ETSI, then the path passes", async () => {
    assert.equal(await judged(statements(COMPLIANCE, "0.4.0.1862.1.4"), true), "TOTAL-PASSED");
  });
  it("when one of them is a country's own, then it passes only where the caller understands it, or it is not critical", async () => {
    const value = statements(COMPLIANCE, OWN);
    assert.equal(await judged(value, true), "unknown-critical-extension");
    assert.equal(await judged(value, true, { qualifiedStatements: ["1.2.3"] }), "unknown-critical-extension");
    assert.equal(await judged(value, true, { qualifiedStatements: [OWN] }), "TOTAL-PASSED");
    assert.equal(await judged(value, false), "TOTAL-PASSED");
  });
  it("when it limits the value of transactions critically, then nobody passes it who does not say to keep the limit", async () => {
    const value = sequence(sequence(oid(LIMIT), sequence(small(978), small(1000), small(0))));
    assert.equal(await judged(value, true), "unknown-critical-extension");
    assert.equal(await judged(value, true, { qualifiedStatements: [LIMIT] }), "TOTAL-PASSED");
  });
  it("when the critical extension cannot be read, then the certificate is not believed", async () => {
    for (const value of [small(5), sequence(small(5)), sequence(sequence(small(5)))])
      assert.equal(await judged(value, true, { qualifiedStatements: [OWN] }), "unreadable-extension");
    assert.throws(() => readQualifiedStatements(small(1)), { code: "der.malformed" });
  });
});
