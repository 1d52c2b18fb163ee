import type { GrammaticalCase, Labels, PublishedProcedure, ValidationTiming } from "../model/procedure.ts";
import { columnOf, patternOf } from "./paths.ts";
import { planOf } from "./plan.ts";

export const grammaticalCases: readonly GrammaticalCase[] = ["genitive", "dative", "accusative", "instrumental", "locative", "ablative"];

/** The name that stands under `key` (`field.payer.name`), as messages take it: `label`, `label_genitive`, …. A form that is missing is the nominative. */
export function nameForms(labels: Labels, key: string, name: string = labels[key] ?? key): Readonly<Record<string, string>> {
  return Object.fromEntries([["label", name], ...grammaticalCases.map((one) => [`label_${one}`, labels[`${key}.${one}`] ?? name])]);
}

/** When the faults at a path are first shown. What is no field waits as the form does. */
export function timingAt(procedure: PublishedProcedure, path: string): ValidationTiming {
  const { placements } = planOf(procedure);
  const pattern = patternOf(path);
  const own = placements.get(pattern)?.[0]?.field.validate;
  const table = placements.get(columnOf(pattern)?.table ?? "")?.[0]?.field.validate;
  return own ?? table ?? procedure.validate ?? "blur";
}
