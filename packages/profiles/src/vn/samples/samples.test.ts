import assert from "node:assert/strict";
import { test } from "node:test";
import type { RuleContext, Violation } from "@fisc/core";
import { civilDate, dueOn, receivedOn } from "@fisc/core/calendar";
import { publishProcedure } from "@fisc/core/publish";
import { evaluate, validateDossier } from "@fisc/core/rules";
import { validateData } from "@fisc/core/schema";
import { profile } from "../index.ts";
import { paymentRegular } from "../procedures/payment-regular/index.ts";
import { registry, registryFacts, sampleDossiers, variants, type SampleDossier, type SampleVariant } from "./index.ts";

const published = new Map(profile.regimes.map(({ id }) => [id, publishProcedure(paymentRegular, profile, { locale: "vi", regime: id })]));

function procedureOf(regime: string): NonNullable<ReturnType<typeof published.get>> {
  const procedure = published.get(regime);
  assert.ok(procedure, regime);
  return procedure;
}

function contextOf({ regime, unit: code, attachments, sentAt }: SampleDossier | SampleVariant): RuleContext {
  const unit = registry.units.find((one) => one.code === code);
  assert.ok(unit, code);
  const counts = Object.groupBy(attachments, ({ slot }) => slot);
  return {
    regime,
    today: civilDate(new Date(sentAt), profile.timeZone),
    unit: { code: unit.code, name: unit.name, accounts: unit.accounts, attributes: unit.attributes },
    attachments: Object.fromEntries(Object.entries(counts).map(([slot, files]) => [slot, files?.length ?? 0])),
    facts: registryFacts[code] ?? {},
  };
}

function violationsOf(sample: SampleDossier | SampleVariant): readonly Violation[] {
  const procedure = procedureOf(sample.regime);
  return [
    ...validateData(procedure.schema, sample.data),
    ...validateDossier({ procedure, data: sample.data, context: contextOf(sample), where: "gateway" }).violations,
  ];
}

for (const sample of sampleDossiers) {
  test(`given sample ${sample.id}, when the gateway checks it, then nothing is wrong`, () => {
    assert.deepEqual(violationsOf(sample), []);
  });

  test(`given sample ${sample.id}, when it is sent at ${sample.sentAt}, then its time limit is counted by its regime`, () => {
    const { calendar, timeZone } = profile;
    const procedure = procedureOf(sample.regime);
    const rule = procedure.deadlines.tx;
    assert.ok(rule);
    const days = evaluate(rule.workingDays, { data: sample.data, context: contextOf(sample) });
    const received = receivedOn({ calendar, timeZone, cutOff: rule.cutOff }, new Date(sample.sentAt));
    assert.deepEqual({ receivedOn: received, dueOn: dueOn(calendar, received, Number(days)) }, sample.expected);
    const regime = profile.regimes.find(({ validFrom, validTo }) => validFrom <= received && (!validTo || received <= validTo));
    assert.equal(regime?.id, sample.regime);
  });
}

for (const variant of variants) {
  const { rule, at, severity } = variant.violates;
  test(`given ${variant.of} with ${variant.id.replaceAll("-", " ")}, when it is checked, then ${rule} speaks at ${at} and no other rule`, () => {
    const found = violationsOf(variant);
    assert.ok(
      found.some((one) => one.rule === rule && one.at === at && one.severity === severity),
      JSON.stringify(found),
    );
    // What is hidden or follows from the same fault may be said too; a second rule at another place may not.
    const others = found.filter((one) => one.rule !== rule && one.rule !== "hidden" && one.rule !== "computed");
    assert.deepEqual(others, []);
  });
}

test("given the variants, when their rules are collected, then each rule of the procedure was broken by one of them", () => {
  const broken = new Set(variants.map(({ violates }) => violates.rule));
  assert.deepEqual(
    procedureOf("vn-kbnn-2026")
      .rules.map(({ id }) => id)
      .filter((id) => !broken.has(id)),
    [],
  );
});
