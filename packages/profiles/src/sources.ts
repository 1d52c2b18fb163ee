import type { Profile } from "@fisc/core";

/** Where a fact of a profile comes from: law and article, or how sure it is. */
export interface ProfileSource {
  /** Place in the profile: `regimes.<id>`, `codeLists.<id>`, `identifiers.<id>`, `<procedure>.rules.<id>`, `<procedure>.deadlines.<key>`, `calendar.<date>`. */
  readonly at: string;
  readonly source: string;
  /** Nobody has yet compared it with the law in force. */
  readonly unverified: boolean;
}

/** Every source that a profile names, for documentation and for who verifies it before use. */
export function sourcesOf(profile: Profile): readonly ProfileSource[] {
  const entry = (at: string, source: string): ProfileSource => ({ at, source, unverified: source.includes("UNVERIFIED") });
  const days = Object.entries({ ...profile.calendar.holidays, ...profile.calendar.workingSaturdays });
  return [
    ...profile.regimes.map(({ id, source }) => entry(`regimes.${id}`, source)),
    ...Object.entries(profile.codeLists).map(([id, { source }]) => entry(`codeLists.${id}`, source)),
    ...Object.entries(profile.identifiers ?? {}).map(([id, { source }]) => entry(`identifiers.${id}`, source)),
    ...profile.procedures.flatMap(({ id, rules, deadlines }) => [
      ...rules.map((rule) => entry(`${id}.rules.${rule.id}`, rule.source)),
      ...Object.entries(deadlines).map(([key, { source }]) => entry(`${id}.deadlines.${key}`, source)),
    ]),
    ...days
      .filter(([, { confidence }]) => confidence === "estimate")
      .map(([date, { reason }]) => entry(`calendar.${date}`, `UNVERIFIED: ${reason}, no official notice found.`)),
  ];
}
