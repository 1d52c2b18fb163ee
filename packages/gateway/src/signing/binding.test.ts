import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Profile } from "@fisc/core";
import { profile } from "@fisc/profiles/vn";
import { registry, registryFacts } from "@fisc/profiles/vn/samples";
import { importRegistry } from "../index.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { fingerprint } from "../testing/people.ts";
import { startTestTreasury } from "../testing/treasury.ts";
import type { TestTreasury } from "../testing/treasury.ts";
import { createSample, sample, sampleCast } from "../testing/vn.ts";

/**
 * The chief accountant's step in three forms: what the register knows of the unit decides which one is taken, and under which policy it is signed.
 * What the register knows may change between offer and signature, and the dossier's version does not tell.
 */
const forked: Profile = {
  ...profile,
  procedures: profile.procedures.map((procedure) => ({
    ...procedure,
    signaturePolicies: {
      ...procedure.signaturePolicies,
      stricter: { ...procedure.signaturePolicies["chiefAccountant"], after: [] } as never,
    },
    workflow: {
      ...procedure.workflow,
      transitions: procedure.workflow.transitions.flatMap((step) =>
        step.action === "signChiefAccountant"
          ? [
              { ...step, when: `context.facts.supervision == "strict"`, needs: { signature: "stricter" } },
              { ...step, when: `context.facts.supervision == "none"`, needs: {} },
              step,
            ]
          : [step],
      ),
    },
  })),
};

let database: TestDatabase;
let treasury: TestTreasury;
let cast: Awaited<ReturnType<typeof sampleCast>>;
let people: Parameters<typeof importRegistry>[1];

before(async () => {
  database = await startTestDatabase();
  treasury = await startTestTreasury({
    databaseUrl: await database.create(),
    profile: forked,
    registry,
    facts: registryFacts,
    now: new Date(sample.sentAt),
  });
  cast = await sampleCast(treasury);
  const certificates = (subject: string) => treasury.carriers.get(subject)?.certificate;
  people = {
    ...registry,
    people: registry.people.map((person) => {
      const certificate = certificates(person.subject);
      return certificate === undefined
        ? person
        : { ...person, roles: person.roles.map((role) => ({ ...role, certificates: [fingerprint(certificate)] })) };
    }),
  };
});
after(async () => {
  await treasury.close();
  await database.stop();
});

async function supervise(supervision: string): Promise<void> {
  const facts = Object.fromEntries(Object.entries(registryFacts).map(([unit, known]) => [unit, { ...known, supervision }]));
  await importRegistry(treasury.config.databaseUrl, people, facts);
}

for (const supervision of ["strict", "none"]) {
  test(`given a step that is ${supervision === "none" ? "taken without a signature" : "signed under another policy"} by the time the signature comes, then the signature does nothing`, async () => {
    await supervise("usual");
    const { id, revision } = await createSample(cast.preparer);
    const output = await cast.accountant.sign(await cast.accountant.offer(id, "signChiefAccountant"));
    await supervise(supervision);
    await assert.rejects(cast.accountant.api.addSignature(id, output, { key: randomUUID() }), {
      code: "signature.wrong-policy",
      params: { policy: "chiefAccountant", status: 422 },
    });
    assert.equal((await cast.accountant.api.dossier(id)).revision, revision);
    await supervise("usual");
    await cast.accountant.api.addSignature(id, output, { key: randomUUID() });
  });
}

test("given a page that shows the signer another dossier's code, when the signature comes, then it is for another dossier", async () => {
  await supervise("usual");
  const { id } = await createSample(cast.preparer);
  const offer = await cast.accountant.offer(id, "signChiefAccountant");
  const shown = await cast.accountant.sign({ ...offer, request: { ...offer.request, dossierCode: "2026-999999" } });
  await assert.rejects(cast.accountant.api.addSignature(id, shown, { key: randomUUID() }), { code: "signature.wrong-dossier" });
});

test("given a history that is not this dossier's, when it is signed, then the signature is refused", async () => {
  const { id } = await createSample(cast.preparer);
  const offer = await cast.accountant.offer(id, "signChiefAccountant");
  const signed = await cast.accountant.sign({ ...offer, request: { ...offer.request, history: "0".repeat(64) } });
  await assert.rejects(cast.accountant.api.addSignature(id, signed, { key: randomUUID() }), {
    code: "signature.invalid",
    params: { reason: "history", status: 422 },
  });
});
