import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublishedProcedure, RuleContext, Violation } from "@fisc/core";
import { civilDate } from "@fisc/core/calendar";
import { profileFunctions, publishProcedure } from "@fisc/core/publish";
import { createFormEngine, validateDossier } from "@fisc/core/rules";
import { validateData } from "@fisc/core/schema";
import type { Sample } from "../sample.ts";
import { contextOfSample, type SampleSet } from "./sample-context.ts";

export interface SampleSuite extends SampleSet {
  /** Ids of rules that a procedure took over from another one, whose own samples break them. */
  readonly provenElsewhere?: ReadonlySet<string>;
}

/** What follows from the same fault may be said too; a second rule may not. */
const consequences: ReadonlySet<string> = new Set(["hidden", "computed"]);

/** Documents of a country, good and wrong: what gateway and form say of them, and that no rule is left that nobody has ever broken. */
export function testSamples({ profile, registry, facts, samples, faulty, provenElsewhere }: SampleSuite): void {
  const published = new Map<string, PublishedProcedure>();
  const procedureOf = ({ procedure: id, regime }: Sample): PublishedProcedure => {
    const known = published.get(`${id} ${regime}`);
    if (known) return known;
    const definition = profile.procedures.find((one) => one.id === id) ?? assert.fail(id);
    const procedure = publishProcedure(definition, profile, { locale: profile.defaultLocale, regime });
    published.set(`${id} ${regime}`, procedure);
    return procedure;
  };
  const contextOf = (sample: Sample): RuleContext => contextOfSample(sample, { profile, registry, facts });
  const inGateway = (sample: Sample): readonly Violation[] => {
    const procedure = procedureOf(sample);
    const functions = profileFunctions(profile);
    return [
      ...validateData(procedure.schema, sample.data),
      ...validateDossier({ procedure, data: sample.data, context: contextOf(sample), where: "gateway", functions }).violations,
    ];
  };
  const named = (sample: Sample): string => `${profile.id} ${sample.id}`;

  for (const sample of samples) {
    test(`given ${named(sample)}, when form and gateway look at it, then nothing is wrong, and the form would send the very same`, () => {
      assert.deepEqual(inGateway(sample), []);
      const engine = createFormEngine({ procedure: procedureOf(sample), context: contextOf(sample), data: sample.data });
      assert.deepEqual(engine.violations(), []);
      assert.deepEqual(engine.submission(), sample.data);
      const regime = profile.regimes.find(({ validFrom, validTo }) => {
        const day = civilDate(new Date(sample.sentAt), profile.timeZone);
        return validFrom <= day && (!validTo || day <= validTo);
      });
      assert.equal(regime?.id, sample.regime);
    });
  }

  for (const variant of faulty) {
    const { rule, at, severity } = variant.violates;
    test(`given ${profile.id} ${variant.of} with ${variant.id.replaceAll("-", " ")}, when it is checked, then ${rule} speaks at ${at} and no other rule`, () => {
      const found = inGateway(variant);
      assert.ok(
        found.some((one) => one.rule === rule && one.at === at && one.severity === severity),
        JSON.stringify(found),
      );
      assert.deepEqual(
        found.filter((one) => one.rule !== rule && !consequences.has(one.rule)),
        [],
      );
    });
  }

  test(`given the faulty samples of ${profile.id}, when their rules are collected, then each rule of their procedures was broken by one`, () => {
    for (const id of new Set(samples.map(({ procedure }) => procedure))) {
      const broken = new Set(faulty.filter(({ procedure }) => procedure === id).map(({ violates }) => violates.rule));
      const { rules } = profile.procedures.find((one) => one.id === id) ?? assert.fail(id);
      assert.deepEqual(
        rules.map((rule) => rule.id).filter((rule) => !broken.has(rule) && !provenElsewhere?.has(rule)),
        [],
        id,
      );
    }
  });
}
