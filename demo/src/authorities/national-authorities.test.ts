import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  addSignatureTimestamp,
  addSigner,
  addValidationValues,
  collectValidationValues,
  createCades,
  signerFromCryptoKey,
  timestampService,
  validateEverySignature,
  type SignatureQuestion,
} from "@fisc/signature";
import type { IssuedWithKey } from "@fisc/signature/testing";
import { listenForAuthorities, type AuthorityServices } from "./authority-services.ts";
import { kazakhstanFacts } from "./kazakhstan.ts";
import { openNationalAuthorities, servicePaths, type NationalAuthorities, type NationalFacts } from "./national-authorities.ts";
import { ukraineFacts } from "./ukraine.ts";

const begin = new Date("2026-11-21T08:00:00Z");
const later = (minutes: number): Date => new Date(begin.getTime() + minutes * 60_000);
const content = new TextEncoder().encode("a payment instruction");

function stories(country: string, facts: NationalFacts<string>, order: readonly string[]): void {
  describe(`the authorities of ${country}`, () => {
    let services: AuthorityServices;
    let authorities: NationalAuthorities<string>;
    let now = begin;

    before(async () => {
      services = await listenForAuthorities();
      authorities = await openNationalAuthorities(facts, { now: begin, services: services.address });
      services.open(authorities, () => now);
    });
    after(() => services.stop());

    const holder = (name: string): IssuedWithKey => {
      const issued = authorities.holders[name];
      assert.ok(issued, name);
      return issued;
    };
    const option = () => ({ crypto: authorities.crypto, registry: authorities.registry });
    const input = (name: string) => {
      const { privateKey, certificate, chain } = holder(name);
      return { ...option(), signer: signerFromCryptoKey(privateKey.key, certificate, option()), chain, signingTime: now };
    };
    const question = (): Omit<SignatureQuestion, "signature" | "signer"> => ({
      ...option(),
      content,
      at: now,
      trustAnchors: [authorities.pki.root.certificate],
      timestampAnchors: [authorities.pki.root.certificate],
      keyUsage: ["nonRepudiation"],
    });

    it("given a document, when all sign in their order and the services are asked, then each signature is B-LT and holds offline", async () => {
      const [first = "", ...others] = order;
      let signature = await createCades({ ...input(first), content });
      for (const name of others) signature = await addSigner({ ...input(name), signature, content });
      const stamp = timestampService({
        ...option(),
        urls: [services.address + servicePaths.timestamps],
        allow: () => true,
      });
      for (const _ of order) {
        // what is added to a signer changes its place in the set
        const bare = await validateEverySignature({ ...question(), signature, revocation: "unchecked" });
        const signer = bare.findIndex(({ timestamps }) => timestamps === undefined);
        signature = await addSignatureTimestamp({ ...option(), signature, signer, stamp });
      }
      now = later(1);
      const values = await collectValidationValues({
        ...option(),
        signature,
        trustAnchors: [authorities.pki.root.certificate],
        allow: () => true,
        now: () => now,
      });
      assert.ok(values.ocspResponses && values.ocspResponses.length >= order.length);
      const complete = addValidationValues({ signature, values });

      const reports = await validateEverySignature({ ...question(), signature: complete });
      assert.deepEqual(
        reports.map(({ indication, subIndication, level }) => [indication, subIndication, level]),
        order.map(() => ["TOTAL-PASSED", undefined, "CAdES-B-LT"]),
      );
      const names = order.map((name) => facts.holders[name]?.subject.commonName);
      assert.deepEqual(reports.map(({ signer }) => signer?.subjectCommonName).toSorted(), names.toSorted());

      const altered = await validateEverySignature({
        ...question(),
        signature: complete,
        content: Uint8Array.from(content, (octet) => octet ^ 1),
      });
      for (const report of altered) assert.deepEqual([report.indication, report.subIndication], ["TOTAL-FAILED", "HASH_FAILURE"]);
    });

    it("given a certificate that its holder gave up, when something is signed with it afterwards, then it does not pass", async () => {
      const name = order.at(-1) ?? "";
      authorities.responder.revoke(holder(name).serial, later(2));
      now = later(3);
      const signature = await createCades({ ...input(name), content });
      const values = await collectValidationValues({
        ...option(),
        signature,
        trustAnchors: [authorities.pki.root.certificate],
        allow: () => true,
        now: () => now,
      });
      const [report] = await validateEverySignature({ ...question(), ...values, signature, intermediates: holder(name).chain });
      assert.equal(report?.indication, "INDETERMINATE");
      assert.equal(report?.subIndication, "REVOKED_NO_POE");
    });

    it("given another country's registry, when such a signature is read with the standard one alone, then it is unknown, not wrong", async () => {
      const signature = await createCades({ ...input(order[0] ?? ""), content });
      const { registry: _registry, crypto: _crypto, ...standard } = question();
      const [report] = await validateEverySignature({ ...standard, signature, revocation: "unchecked" });
      assert.notEqual(report?.indication, "TOTAL-PASSED");
    });
  });
}

stories("Ukraine", ukraineFacts, ["accountant", "manager", "seal"]);
stories("Kazakhstan", kazakhstanFacts, ["chiefAccountant", "head", "seal"]);
