import { FiscError, type JsonObject, type Violation } from "@fisc/core";
import { profileFunctions, publishProcedure } from "@fisc/core/publish";
import { createFormEngine, loadRuleFunctions, validateDossier } from "@fisc/core/rules";
import { profile as kz } from "../kz/index.ts";
import * as kzSamples from "../kz/samples/index.ts";
import { profile as ua } from "../ua/index.ts";
import * as uaSamples from "../ua/samples/index.ts";
import { profile as vn } from "../vn/index.ts";
import { registry, registryFacts, taxedFaulty, taxedSamples } from "../vn/samples/index.ts";
import { contextOfSample, type SampleSet } from "./sample-context.ts";

/** What a form makes of a sample, and what the gateway would find. */
export interface SampleOutcome {
  readonly name: string;
  readonly submission: JsonObject;
  readonly violations: readonly Violation[];
  readonly gateway: readonly Violation[];
}

const sets: readonly SampleSet[] = [
  { profile: ua, ...uaSamples, facts: uaSamples.registryFacts, faulty: uaSamples.faultySamples },
  { profile: kz, ...kzSamples, facts: kzSamples.registryFacts, faulty: kzSamples.faultySamples },
  { profile: vn, registry, facts: registryFacts, samples: taxedSamples, faulty: taxedFaulty },
];

/** Of every sample, good and wrong: the same wherever it runs. */
export async function sampleOutcomes(): Promise<readonly SampleOutcome[]> {
  const outcomes: SampleOutcome[] = [];
  for (const set of sets) {
    for (const sample of [...set.samples, ...set.faulty]) {
      const { profile } = set;
      const definition = profile.procedures.find(({ id }) => id === sample.procedure);
      if (!definition) throw new FiscError("not-found", { procedure: sample.procedure });
      const procedure = publishProcedure(definition, profile, { locale: profile.defaultLocale, regime: sample.regime });
      await loadRuleFunctions(procedure);
      const context = contextOfSample(sample, set);
      const engine = createFormEngine({ procedure, context, data: sample.data });
      outcomes.push({
        name: `${profile.id} ${sample.id}`,
        submission: engine.submission(),
        violations: engine.violations(),
        gateway: validateDossier({ procedure, data: sample.data, context, where: "gateway", functions: profileFunctions(profile) })
          .violations,
      });
    }
  }
  return outcomes;
}
