import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { parseCertificate, validatePath, type PathInput, type PathReport } from "../index.ts";
import type { Bytes } from "../bytes.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { contextTag } from "../der/read.ts";
import { encode, explicitTag, oid, sequence, small } from "../der/write.ts";
import { generateKeyPair, writeCertificate, type CertificateFields, type TestKeyPair } from "../testing/index.ts";
import { writeName } from "../testing/write-certificate.ts";

const now = new Date("2026-11-21T08:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const ANY_PURPOSE = "2.5.29.37.0";

type Extensions = NonNullable<CertificateFields["furtherExtensions"]>;
type Owner = { readonly name: string; readonly keys: TestKeyPair };
let root: Owner;
let authority: Owner;
let person: Owner;
let serial = 1;

before(async () => {
  root = { name: "Root", keys: await generateKeyPair("P-256") };
  authority = { name: "Authority", keys: await generateKeyPair("P-256") };
  person = { name: "Person", keys: await generateKeyPair("P-256") };
});

const CA: Partial<CertificateFields> = { keyUsage: ["keyCertSign", "cRLSign"], certificateAuthority: {} };

function issue(issuer: Owner, subject: Owner, fields: Partial<CertificateFields> = {}): Promise<Bytes> {
  return writeCertificate(
    {
      serial: Uint8Array.of(1, serial++),
      issuer: { commonName: issuer.name },
      subject: { commonName: subject.name },
      notBefore: later(-5),
      notAfter: later(5),
      publicKey: subject.keys.publicKey,
      issuerPublicKey: issuer.keys.publicKey,
      keyUsage: ["nonRepudiation"],
      ...fields,
    },
    issuer.keys.privateKey,
  );
}

interface Levels {
  readonly root?: Partial<CertificateFields>;
  readonly authority?: Partial<CertificateFields>;
  readonly person?: Partial<CertificateFields>;
}

async function validate(levels: Levels, input: Partial<PathInput> = {}): Promise<PathReport> {
  return validatePath({
    certificate: await issue(authority, person, levels.person),
    intermediates: [await issue(root, authority, { ...CA, ...levels.authority })],
    trustAnchors: [await issue(root, root, { ...CA, ...levels.root })],
    at: now,
    revocation: "unchecked",
    ...input,
  });
}
const outcome = (report: PathReport): string => report.evidence.find((step) => step.outcome === "failed")?.fault ?? report.indication;

const policies = (...ids: string[]): Extensions[number] => ({
  id: EXTENSION.certificatePolicies,
  critical: false,
  value: sequence(...ids.map((id) => sequence(oid(id)))),
});
const mapping = (from: string, to: string): Extensions[number] => ({
  id: EXTENSION.policyMappings,
  critical: true,
  value: sequence(sequence(oid(from), oid(to))),
});
const further = (...furtherExtensions: Extensions): Partial<CertificateFields> => ({ furtherExtensions });
const tagged = (n: number, value: number): Bytes => encode(contextTag(n, false), small(value).subarray(2));
const constraints = (...parts: Bytes[]): Extensions[number] => ({
  id: EXTENSION.policyConstraints,
  critical: true,
  value: sequence(...parts),
});

describe("given a purpose that the certificate must be good for", () => {
  const purpose = { oid: TIME_STAMPING };
  const cases: readonly (readonly [string, Levels, NonNullable<PathInput["purpose"]>, string])[] = [
    ["it has no such extension", {}, purpose, "TOTAL-PASSED"],
    ["it must name the purpose and has no such extension", {}, { ...purpose, explicit: true }, "purpose-missing"],
    ["it names the purpose", { person: { extendedKeyUsage: [TIME_STAMPING] } }, { ...purpose, explicit: true }, "TOTAL-PASSED"],
    ["it names another purpose", { person: { extendedKeyUsage: ["1.3.6.1.5.5.7.3.4"] } }, purpose, "purpose-missing"],
    ["it names any purpose", { person: { extendedKeyUsage: [ANY_PURPOSE] } }, purpose, "TOTAL-PASSED"],
    [
      "it names any purpose and must name this one",
      { person: { extendedKeyUsage: [ANY_PURPOSE] } },
      { ...purpose, explicit: true },
      "purpose-missing",
    ],
    ["its authority is for another purpose", { authority: { extendedKeyUsage: ["1.3.6.1.5.5.7.3.4"] } }, purpose, "TOTAL-PASSED"],
    [
      "its authority is for another purpose, and purposes are chained",
      { authority: { extendedKeyUsage: ["1.3.6.1.5.5.7.3.4"] } },
      { ...purpose, chained: true },
      "purpose-missing",
    ],
  ];
  for (const [name, levels, asked, expected] of cases)
    it(`when ${name}, then the path ends as ${expected}`, async () =>
      assert.equal(outcome(await validate(levels, { purpose: asked })), expected));
});

describe("given policies", () => {
  const both = { authority: further(policies("1.2.1", "1.2.2")), person: further(policies("1.2.1")) };

  it("when the user takes one of them, then the path passes under it", async () => {
    const report = await validate(both, { certificatePolicies: { initial: ["1.2.1", "1.2.9"], requireExplicit: true } });
    assert.deepEqual(report.policies, { constrained: ["1.2.1"], subject: [{ policy: "1.2.1", qualifiers: [] }] });
  });
  it("when the user takes another one and insists, then the path fails; without insisting it passes under none", async () => {
    assert.equal(outcome(await validate(both, { certificatePolicies: { initial: ["1.2.2"], requireExplicit: true } })), "no-valid-policy");
    const lax = await validate(both, { certificatePolicies: { initial: ["1.2.2"] } });
    assert.deepEqual([lax.indication, lax.policies.constrained], ["TOTAL-PASSED", []]);
  });
  it("when the authority insists, then a certificate without policies fails", async () => {
    const levels = { authority: further(policies("1.2.1"), constraints(tagged(0, 0))) };
    assert.equal(outcome(await validate(levels)), "no-valid-policy");
  });
  it("when the authority maps a policy, then that counts, unless the user inhibits mapping", async () => {
    const levels = { authority: further(policies("1.2.1"), mapping("1.2.1", "1.3.1")), person: further(policies("1.3.1")) };
    const certificatePolicies = { initial: ["1.2.1"], requireExplicit: true };
    assert.deepEqual((await validate(levels, { certificatePolicies })).policies.subject, [{ policy: "1.3.1", qualifiers: [] }]);
    assert.equal(
      outcome(await validate(levels, { certificatePolicies: { ...certificatePolicies, inhibitMapping: true } })),
      "no-valid-policy",
    );
  });
  it("when anyPolicy is mapped, then the path fails even where nobody asks for policies", async () =>
    assert.equal(outcome(await validate({ authority: further(policies("1.2.1"), mapping("1.2.1", "2.5.29.32.0")) })), "any-policy-mapped"));
  it("when policies stand twice in an extension, then it is unreadable", async () =>
    assert.equal(outcome(await validate({ person: further(policies("1.2.1", "1.2.1")) })), "unreadable-extension"));
});

describe("given constraints from outside the path", () => {
  const excluded = sequence(encode(0xa1, sequence(explicitTag(4, writeName({ commonName: "Person" })))));
  it("when the caller excludes the name, then the path fails", async () =>
    assert.equal(outcome(await validate({}, { nameConstraints: excluded })), "name-excluded"));
  it("when the trusted root excludes the name, insists on policies or limits the path, then that holds", async () => {
    assert.equal(
      outcome(await validate({ root: further({ id: EXTENSION.nameConstraints, critical: true, value: excluded }) })),
      "name-excluded",
    );
    assert.equal(outcome(await validate({ root: further(constraints(tagged(0, 0))) })), "no-valid-policy");
    assert.equal(outcome(await validate({ root: { certificateAuthority: { pathLength: 0 } } })), "path-too-long");
  });
  it("when the caller's constraints are no DER, then the question is faulty", async () => {
    await assert.rejects(validate({}, { nameConstraints: Uint8Array.of(1) }), { code: "der.malformed" });
  });
});

describe("given an authority that changes its key", () => {
  it("when a self-issued certificate carries the new key, then the path goes through it and does not count it as length", async () => {
    const renewed = { name: "Authority", keys: await generateKeyPair("P-256") };
    const report = await validatePath({
      certificate: await issue(renewed, person),
      intermediates: [
        await issue(authority, renewed, CA),
        await issue(root, authority, { ...CA, certificateAuthority: { pathLength: 0 } }),
      ],
      trustAnchors: [await issue(root, root, CA)],
      at: now,
      revocation: "unchecked",
    });
    assert.deepEqual([report.indication, report.chain.length], ["TOTAL-PASSED", 4]);
  });
  it("when another signature than the issuer's stands on the certificate, then the report says on which", async () => {
    const certificate = await issue(authority, person);
    certificate.set([certificate.at(-1) === 1 ? 2 : 1], certificate.length - 1);
    const report = await validatePath({
      certificate,
      intermediates: [await issue(root, authority, CA)],
      trustAnchors: [await issue(root, root, CA)],
      at: now,
      revocation: "unchecked",
    });
    assert.deepEqual([outcome(report), report.evidence.at(-1)?.params["notSigned"]], ["no-chain", "CN=Person"]);
  });
});

it("given a certificate with a negative serial, when it is parsed, then the serial shows its sign", async () => {
  const certificate = await issue(root, person, { serial: Uint8Array.of(0x7f, 1) });
  const at = certificate.findIndex((byte, index) => byte === 2 && certificate[index + 1] === 2 && certificate[index + 2] === 0x7f);
  assert.equal((await parseCertificate(certificate)).serial, "7f01");
  assert.equal((await parseCertificate(certificate.with(at + 2, 0x80))).serial, "-7fff");
});

describe("given anchors and lists that a server asks with again and again", () => {
  it("when the octets of an anchor change under the same array, then the new ones count", async () => {
    const trusted = await issue(root, root, CA);
    const input = { trustAnchors: [trusted] };
    assert.equal((await validate({}, input)).indication, "TOTAL-PASSED");
    const key = Buffer.from(trusted).indexOf(root.keys.publicKey);
    trusted.set([(trusted[key + 90] ?? 0) ^ 1], key + 90);
    assert.equal(outcome(await validate({}, input)), "no-chain");
    trusted.set([(trusted[key + 90] ?? 0) ^ 1], key + 90);
    assert.equal((await validate({}, input)).indication, "TOTAL-PASSED");
  });
});
