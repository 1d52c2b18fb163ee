import { FiscError, type Profile, type Registry, type RegistryFacts, type RuleContext } from "@fisc/core";
import { civilDate } from "@fisc/core/calendar";
import type { FaultySample, Sample } from "../sample.ts";

/** A country's documents, good and wrong, and what its treasury has on record. */
export interface SampleSet {
  readonly profile: Profile;
  readonly registry: Registry;
  readonly facts: RegistryFacts;
  readonly samples: readonly Sample[];
  readonly faulty: readonly FaultySample[];
}

/** What rules may know beside the sample's data on the day it is sent. @throws FiscError `not-found` for a unit that is not on record */
export function contextOfSample(
  { unit: code, regime, attachments, sentAt, facts: own }: Sample,
  { profile, registry, facts }: Pick<SampleSet, "profile" | "registry" | "facts">,
): RuleContext {
  const unit = registry.units.find((one) => one.code === code);
  if (!unit) throw new FiscError("not-found", { unit: code });
  const files: Record<string, number> = {};
  for (const { slot } of attachments) files[slot] = (files[slot] ?? 0) + 1;
  return {
    regime,
    today: civilDate(new Date(sentAt), profile.timeZone),
    unit: { code, name: unit.name, accounts: unit.accounts, attributes: unit.attributes },
    attachments: files,
    facts: own ?? facts[code] ?? {},
  };
}
