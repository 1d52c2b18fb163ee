import { profile as vn } from "@fisc/profiles/vn";
import { registry } from "@fisc/profiles/vn/samples";
import type { SignInPerson } from "../issuer/sign-in-page.ts";
import type { DemoPerson } from "./index.ts";

/** A person with their roles and their unit or office, in words. */
export function describePerson(person: DemoPerson, locale: "vi" | "en"): SignInPerson {
  const place = [...registry.units, ...registry.offices].find((candidate) => candidate.code === person.belongsTo);
  return {
    subject: person.subject,
    name: person.name,
    roles: person.roles.map((role) => vn.labels[locale]?.[`role.${role.role}`] ?? role.role).join(", "),
    belongsTo: place ? `${place.name} (${place.code})` : person.belongsTo,
  };
}
