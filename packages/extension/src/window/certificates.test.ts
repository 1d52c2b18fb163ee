import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseCertificates } from "./certificates.ts";
import type { Candidate } from "./certificates.ts";

const NOW = Date.parse("2026-11-21T00:00:00Z");

function candidate(
  sha256: string,
  change: { readonly notAfter?: string; readonly notBefore?: string; readonly locked?: boolean; readonly algorithm?: null } = {},
): Candidate {
  const flags = { pinCountLow: false, pinFinalTry: false, pinLocked: change.locked ?? false, pinPad: false };
  return {
    token: { flags },
    der: new Uint8Array(),
    algorithm: change.algorithm === null ? null : "ECDSA-SHA256",
    info: {
      sha256,
      notBefore: change.notBefore ?? "2026-01-01T00:00:00Z",
      notAfter: change.notAfter ?? "2027-01-01T00:00:00Z",
      certificateAuthority: false,
    },
  } as unknown as Candidate;
}

describe("which certificate may sign", () => {
  it("given the registered one among others, then only it can be used", () => {
    const choice = chooseCertificates([candidate("a"), candidate("b")], ["b"], NOW, 1);
    assert.deepEqual([choice.usable.map(({ info }) => info.sha256), choice.problem], [["b"], null]);
  });

  it("given none, then the reason is said before any PIN is typed", () => {
    const problems: readonly (readonly [string, readonly Candidate[], number])[] = [
      ["token.missing", [], 0],
      ["certificate.none", [], 1],
      ["certificate.not-registered", [candidate("x")], 1],
      ["certificate.expired", [candidate("a", { notAfter: "2026-11-20T23:59:59Z" })], 1],
      ["certificate.expired", [candidate("a", { notBefore: "2026-11-22T00:00:00Z" })], 1],
      ["token.locked", [candidate("a", { locked: true })], 1],
      ["certificate.none", [candidate("a", { algorithm: null })], 1],
    ];
    for (const [problem, candidates, tokens] of problems) {
      const choice = chooseCertificates(candidates, ["a"], NOW, tokens);
      assert.deepEqual([choice.problem, choice.usable.length], [problem, 0]);
    }
  });
});
