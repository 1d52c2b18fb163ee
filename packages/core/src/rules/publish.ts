import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { CodeListEntry, Labels, ProcedureDefinition, PublishedProcedure } from "../model/procedure.ts";
import type { DocumentTemplate, Profile } from "../model/profile.ts";
import type { RuleFunction } from "./evaluate.ts";
import { publishExpression } from "./expression-source.ts";
import { identifiersUsed, schemeOf } from "./identifiers-used.ts";
import { mapExpressions } from "./expressions.ts";
import { labelKeysOf } from "./labels.ts";

export { checkProcedure, type ProcedureProblem } from "./check-procedure.ts";
export { publishExpression, type ExpressionScope } from "./expression-source.ts";

/** Longer lists stay in the gateway; fields look codes up there (`TreasuryApi.codes`). */
const maxTravellingCodes = 2_000;

/**
 * A definition as browsers and rule engines use it: expressions checked and turned into trees, labels and code lists of
 * one locale (the profile's default locale fills gaps). The same input gives the same output, so it can be hashed and pinned.
 * @throws FiscError `procedure.expression`, `procedure.unknown-regime`, `procedure.unknown-identifier`
 */
export function publishProcedure(
  definition: ProcedureDefinition,
  profile: Profile,
  { locale, regime }: { readonly locale: string; readonly regime: string },
): PublishedProcedure {
  if (!profile.regimes.some((known) => known.id === regime)) throw new FiscError("procedure.unknown-regime", { regime });
  const chosen = profile.locales.includes(locale) ? locale : profile.defaultLocale;
  const published = mapExpressions(definition, (source, { scope, type }) => publishExpression(source, scope, type));
  const identifiers = identifiersUsed(published).map((id) => [id, schemeOf(profile, id)] as const);
  return {
    ...published,
    ...(identifiers.length > 0 ? { identifiers: Object.fromEntries(identifiers) } : {}),
    profile: profile.id,
    regime,
    locale: chosen,
    currency: profile.currency,
    timeZone: profile.timeZone,
    codeLists: codeListsOf(definition, profile, chosen),
    labels: labelsOf(definition, profile, chosen),
  };
}

/** An official document's fields as trees; each reads `data`, `context` and `input`. */
export function publishDocument(template: DocumentTemplate): Readonly<Record<string, ExpressionNode>> {
  return Object.fromEntries(Object.entries(template.fields).map(([name, source]) => [name, publishExpression(source, "guard")]));
}

/** Rule functions of the gateway: `knownCode` over all of a profile's complete lists. */
export function profileFunctions(profile: Profile): Readonly<Record<string, RuleFunction>> {
  const known = new Map<string, ReadonlySet<string>>();
  return {
    knownCode(list, code) {
      const id = String(list);
      const codes = known.get(id) ?? new Set(defaultEntries(profile, id).map((entry) => entry.code));
      known.set(id, codes);
      return typeof code === "string" && codes.has(code);
    },
  };
}

function defaultEntries(profile: Profile, id: string): readonly CodeListEntry[] {
  const list = Object.hasOwn(profile.codeLists, id) ? profile.codeLists[id] : undefined;
  if (!list) throw new FiscError("rule.evaluation", { reason: "unknown-list", detail: id });
  return list.entries[profile.defaultLocale] ?? [];
}

/** Lists that fields and rules of the procedure name; in the locale, gaps filled from the default one. */
function codeListsOf(definition: ProcedureDefinition, profile: Profile, locale: string): Record<string, readonly CodeListEntry[]> {
  const lists: Record<string, readonly CodeListEntry[]> = {};
  for (const id of codeListsUsed(definition)) {
    if (!Object.hasOwn(profile.codeLists, id)) continue;
    const entries = defaultEntries(profile, id);
    if (entries.length > maxTravellingCodes) continue;
    const names = new Map(profile.codeLists[id]?.entries[locale]?.map((entry) => [entry.code, entry.name]));
    lists[id] = entries.map((entry) => ({ code: entry.code, name: names.get(entry.code) ?? entry.name }));
  }
  return lists;
}

function codeListsUsed(definition: ProcedureDefinition): readonly string[] {
  const used = new Set<string>();
  const fields = definition.layout.flatMap((page) => page.sections).flatMap((section) => section.fields);
  for (const field of fields.flatMap((field) => (field.type === "lines" ? field.columns : [field])))
    if (field.codeList) used.add(field.codeList);
  mapExpressions(definition, (source) => {
    for (const match of source.matchAll(/\bknownCode\(\s*(?:"([^"]+)"|'([^']+)')/g)) used.add((match[1] ?? match[2]) as string);
  });
  return [...used].sort();
}

function labelsOf(definition: ProcedureDefinition, profile: Profile, locale: string): Labels {
  const texts = { ...profile.labels[profile.defaultLocale], ...profile.labels[locale] };
  const { exact, isForeign } = labelKeysOf(definition);
  const keys = Object.keys(texts)
    .filter((key) => exact.has(key) || !isForeign(key))
    .sort();
  return Object.fromEntries(keys.map((key) => [key, texts[key] as string]));
}
