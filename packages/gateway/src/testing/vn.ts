import { randomUUID } from "node:crypto";
import type { Dossier } from "@fisc/core";
import { profile } from "@fisc/profiles/vn";
import { registry, registryFacts, sampleDossier, subjects } from "@fisc/profiles/vn/samples";
import type { SampleDossier } from "@fisc/profiles/vn/samples";
import type { DossierContent } from "@fisc/core/api";
import type { GatewayConfig } from "../index.ts";
import { pdf, startTestTreasury } from "./treasury.ts";
import type { TestPerson, TestTreasury } from "./treasury.ts";

export { subjects };
export const sample: SampleDossier = sampleDossier("D-1");

/** A country's treasury at the hour when the sample is sent. */
export function startSampleTreasury(databaseUrl: string, gateway: Partial<GatewayConfig> = {}): Promise<TestTreasury> {
  return startTestTreasury({ databaseUrl, profile, registry, facts: registryFacts, now: new Date(sample.sentAt), gateway });
}

/** The sample as a body, its attachments uploaded. */
export async function sampleBody(preparer: TestPerson): Promise<DossierContent & { readonly procedure: string }> {
  const attachments = [];
  for (const { slot, name } of sample.attachments) attachments.push({ slot, name, ...(await preparer.upload(pdf(name), name)) });
  return { procedure: "vn.payment.regular", data: sample.data, attachments };
}

export async function createSample(preparer: TestPerson): Promise<Dossier> {
  return preparer.api.createDossier(await sampleBody(preparer), { key: randomUUID() });
}

/** Everybody of the sample's way, signed in. */
export async function sampleCast(
  treasury: TestTreasury,
): Promise<Readonly<Record<"preparer" | "accountant" | "holder" | "teller" | "head" | "director", TestPerson>>> {
  const [preparer, accountant, holder, teller, head, director] = await Promise.all(
    [
      subjects.schoolPreparer,
      subjects.schoolChiefAccountant,
      subjects.schoolAccountHolder,
      subjects.teller,
      subjects.head,
      subjects.director,
    ].map((subject) => treasury.person(subject)),
  );
  if (!preparer || !accountant || !holder || !teller || !head || !director) throw new Error("incomplete");
  return { preparer, accountant, holder, teller, head, director };
}

export async function until<T>(look: () => Promise<T | null | undefined | false>, milliseconds = 15_000): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
