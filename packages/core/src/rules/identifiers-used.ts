import { FiscError } from "../model/errors.ts";
import type { IdentifierScheme } from "../model/identifier.ts";
import type { Profile } from "../model/profile.ts";
import { iban } from "../identifiers/iban.ts";

const ofEveryProfile: Readonly<Record<string, IdentifierScheme>> = { iban };

/** Schemes that fields name, and `identifier(value, "…")` in published expressions, sorted; "" where one is not named by a constant. */
export function identifiersUsed(published: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node) && node[0] === "call" && node[1] === "identifier") {
      const name = (node[2] as unknown[][])[1];
      found.add(name?.[0] === "value" ? String(name[1]) : "");
    }
    if ("path" in node && "identifier" in node) found.add(String(node.identifier));
    Object.values(node).forEach(walk);
  };
  walk(published);
  return [...found].sort();
}

export function hasScheme({ identifiers = {} }: Profile, id: string): boolean {
  return Object.hasOwn(identifiers, id) || Object.hasOwn(ofEveryProfile, id);
}

/** @throws FiscError `procedure.unknown-identifier` */
export function schemeOf(profile: Profile, id: string): IdentifierScheme {
  const scheme = hasScheme(profile, id) ? (profile.identifiers?.[id] ?? ofEveryProfile[id]) : undefined;
  if (!scheme) throw new FiscError("procedure.unknown-identifier", { id });
  return scheme;
}
