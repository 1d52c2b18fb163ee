import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { ModuleState, TokenState } from "@fisc/carrier-host/protocol";
import { parseCertificate } from "@fisc/signature";
import { createTestPki } from "@fisc/signature/testing";
import { carrierFindings } from "./carrier-findings.ts";

const NOW = new Date("2026-11-21T09:00:00Z");
const days = (count: number): Date => new Date(NOW.getTime() + count * 86_400_000);
const module = (state: ModuleState["state"]): ModuleState => ({
  path: "/home/tran-thi-mau/driver.so",
  state,
  manufacturer: "Maker",
  description: "Driver of Maker",
  version: "1",
});

describe("what a site may learn of the way to the key", () => {
  let good: Uint8Array;
  let old: Uint8Array;
  let early: Uint8Array;
  let issuer: Uint8Array;
  before(async () => {
    const pki = await createTestPki({ name: "P", algorithm: "P-256", now: NOW });
    const issue = async (more: object): Promise<Uint8Array> =>
      (await pki.issue({ subject: { commonName: "Trần Thị Mẫu" }, ...more })).certificate;
    good = await issue({});
    old = await issue({ notBefore: days(-20), notAfter: days(-1) });
    early = await issue({ notBefore: days(1), notAfter: days(30) });
    issuer = pki.issuing.certificate;
  });
  const token = (
    certificates: readonly Uint8Array[],
    flags: Partial<TokenState["flags"]> = {},
    algorithms = ["ECDSA-SHA256"],
  ): TokenState => ({
    module: "/home/tran-thi-mau/driver.so",
    slot: "1",
    label: "Mau",
    serial: "0815",
    manufacturer: "Maker",
    model: "M",
    flags: { pinCountLow: false, pinFinalTry: false, pinLocked: false, pinPad: false, ...flags },
    certificates: certificates.map((der) => ({
      label: "Mau",
      sha256: "",
      der: Buffer.from(der).toString("base64"),
      keyAlgorithm: "EC",
      keyDetail: "",
      algorithms: algorithms as TokenState["certificates"][number]["algorithms"],
    })),
  });
  const told = async (modules: readonly ModuleState[], tokens: readonly TokenState[]): Promise<string> => {
    const found = await carrierFindings(modules, tokens, { parse: parseCertificate, now: NOW.getTime() });
    assert.ok(!/tran|mau|0815|maker|driver\.so/i.test(JSON.stringify(found)), "names nobody and nothing");
    return found.map(({ link, state }) => `${link} ${state}`).join(", ");
  };
  const loaded = [module("loaded")];

  it("given all in order, then it is said of each link", async () => {
    assert.equal(await told(loaded, [token([issuer, good])]), "driver ok, token ok, certificate ok");
    assert.equal(await told([module("missing"), module("loaded")], [token([good])]), "driver ok, token ok, certificate ok");
  });

  it("given a driver that keeps the carrier from being seen, then it is the driver, and nothing behind it is spoken of", async () => {
    assert.equal(await told([], []), "driver missing");
    assert.equal(await told([module("missing")], []), "driver missing");
    assert.equal(await told([module("loaded"), module("missing"), module("changed")], []), "driver changed");
    assert.equal(await told([module("unloadable"), module("loaded")], []), "driver unloadable");
  });

  it("given no carrier, a locked one, or one with its last try, then that is said", async () => {
    assert.equal(await told(loaded, []), "driver ok, token missing");
    assert.equal(await told(loaded, [token([good], { pinLocked: true })]), "driver ok, token locked");
    assert.equal(await told(loaded, [token([good], { pinFinalTry: true })]), "driver ok, token final-try, certificate ok");
    assert.equal(await told(loaded, [token([good], { pinLocked: true }), token([good])]), "driver ok, token ok, certificate ok");
  });

  it("given certificates that nobody can sign with, then it is said why, by the one that is nearest to good", async () => {
    const certificate = async (tokens: readonly TokenState[]): Promise<string> => (await told(loaded, tokens)).split(", ")[2] ?? "";
    assert.equal(await certificate([token([])]), "certificate missing");
    assert.equal(await certificate([token([issuer])]), "certificate missing");
    assert.equal(await certificate([token([new Uint8Array([1, 2, 3])])]), "certificate missing");
    assert.equal(await certificate([token([good], {}, [])]), "certificate unusable");
    assert.equal(await certificate([token([old])]), "certificate expired");
    assert.equal(await certificate([token([early])]), "certificate not-yet-valid");
    assert.equal(await certificate([token([early, old])]), "certificate expired");
    assert.equal(await certificate([token([old]), token([good])]), "certificate ok");
  });
});
