import type { RuleContext } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { ProcedureDefinition, PublishedProcedure } from "../model/procedure.ts";
import type { Profile } from "../model/profile.ts";
import { createFormEngine } from "../rules/engine.ts";
import { loadRuleFunctions } from "../rules/on-demand/registry.ts";
import { isList, isObject } from "../rules/paths.ts";
import { profileFunctions, publishProcedure } from "../rules/publish.ts";
import { child, dereferenced } from "../rules/schema-paths.ts";
import { validateDossier } from "../rules/validate.ts";
import { order } from "./order.ts";
import { context as neutralContext, profile as neutral } from "./profile.ts";
import { register, registerLines } from "./register.ts";

export { neutralContext, register, registerLines };

/** What the form makes of some data: the same wherever it runs. */
export interface Outcome {
  readonly name: string;
  readonly data: JsonObject;
  readonly submission: JsonObject;
  readonly violations: readonly object[];
  /** Of the submission, as the gateway sees it. */
  readonly gateway: readonly object[];
  readonly shown: readonly string[];
}

const rounds = 6;

/** A profile of no country, with every way in which rules lean on lines. */
export const neutralProfile: Profile = { ...neutral, procedures: [order, register] };

/** Outcomes of each procedure of a profile under each of its regimes, over data drawn from its own schema, always the same. */
export async function outcomesOf(profile: Profile): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const definition of profile.procedures)
    for (const { id } of profile.regimes) {
      const procedure = publishProcedure(definition, profile, { locale: profile.defaultLocale, regime: id });
      await loadRuleFunctions(procedure);
      for (let round = 0; round < rounds; round += 1) outcomes.push(outcomeOf(procedure, definition, profile, round));
    }
  return outcomes;
}

function outcomeOf(procedure: PublishedProcedure, definition: ProcedureDefinition, profile: Profile, round: number): Outcome {
  const { regime } = procedure;
  const draw = drawing(round + 1);
  const unit = { code: "1234567", name: "Ы🙂", accounts: ["1234"], attributes: {} };
  const context: RuleContext = { regime, today: "2026-03-10", unit, attachments: {}, facts: {} };
  const words = [
    "",
    " ",
    "1234",
    "0",
    "12345678",
    "2026-03-09",
    "Ы🙂",
    ...Object.values(procedure.codeLists).flatMap((list) => list.slice(0, 2).map(({ code }) => code)),
  ];
  const drawn = value(definition.schema, definition.schema, draw, words) as JsonObject;
  const engine = createFormEngine({ procedure, context, data: round === 0 ? procedure.initial : drawn });
  const submission = engine.submission();
  const { violations } = validateDossier({ procedure, data: submission, context, where: "gateway", functions: profileFunctions(profile) });
  const places = procedure.layout.flatMap(({ sections }) => sections.flatMap(({ id, fields }) => [id, ...fields.map(({ path }) => path)]));
  return {
    name: `${definition.id}@${definition.version} ${regime} ${round}`,
    data: engine.data,
    submission,
    violations: engine.violations(),
    gateway: violations,
    shown: places.filter((place) => engine.visible(place)).map((place) => `${place}${engine.required(place) ? " required" : ""}`),
  };
}

type Draw = (count: number) => number;

function value(root: JsonObject, schema: Json | undefined, draw: Draw, words: readonly string[]): Json {
  const known = dereferenced(root, schema);
  if (!isObject(known)) return null;
  const values = isList(known["enum"]) ? known["enum"] : undefined;
  if (values) return values[draw(values.length)] ?? null;
  const types = [known["type"] ?? "string"].flat();
  switch (types[draw(types.length)]) {
    case "object":
      return Object.fromEntries(
        Object.keys(isObject(known["properties"]) ? known["properties"] : {})
          .filter(() => draw(5) > 0)
          .map((name) => [name, value(root, child(known["properties"], name), draw, words)]),
      );
    case "array":
      return Array.from({ length: draw(4) }, () => value(root, known["items"], draw, words));
    case "integer":
      return [0, 1, -1, 7, 100, 2_026, 1_000_000_001, Number.MAX_SAFE_INTEGER][draw(8)] ?? 0;
    case "number":
      return [0, 0.1, 0.2, -1.5, 1e15][draw(5)] ?? 0;
    case "boolean":
      return draw(2) === 1;
    case "null":
      return null;
    default:
      return words[draw(words.length)] ?? "";
  }
}

/** Numbers below `count`, the same in every run: a linear congruential generator (Numerical Recipes). */
function drawing(seed: number): Draw {
  let state = seed * 7_919;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
