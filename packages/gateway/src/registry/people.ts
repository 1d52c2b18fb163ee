import type { Json, Profile, RegisteredUnit } from "@fisc/core";
import { civilDate } from "@fisc/core/calendar";
import type { Database, DatabaseTransaction } from "../database/connection.ts";
import type { Clock } from "../configuration.ts";

/** Somebody on the register, with the roles that are in force today. */
export interface Person {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly side: "unit" | "treasury";
  /** Code of the unit or of the office, by `side`. */
  readonly belongsTo: string;
  readonly roles: readonly string[];
  /** Role → SHA-256 of the certificates registered for it. */
  readonly certificates: Readonly<Record<string, readonly string[]>>;
}

export interface Unit extends RegisteredUnit {
  readonly email: string;
  readonly office: string;
  readonly locale: string;
}

export interface People {
  /** Null: not on the register, or without a role today. `claimedRoles` (from the identity provider) can only take roles away. */
  find(subject: string, claimedRoles: readonly string[] | null): Promise<Person | null>;
  unit(code: string, within?: Database | DatabaseTransaction): Promise<Unit | null>;
  officeName(code: string): Promise<string | null>;
  facts(unit: string, within?: Database | DatabaseTransaction): Promise<Readonly<Record<string, Json>>>;
}

/** Actor roles of units, as the profile has them. */
export function unitRolesOf({ roles }: Profile): ReadonlySet<string> {
  return new Set(roles.filter(({ side }) => side === "unit").map(({ id }) => id));
}

export function createPeople(database: Database, profile: Profile, clock: Clock): People {
  const sideOf = new Map(profile.roles.map((role) => [role.id, role.side]));
  return {
    find: async (subject, claimedRoles) => {
      const person = await database.selectFrom("person").selectAll().where("subject", "=", subject).executeTakeFirst();
      if (person === undefined) return null;
      const today = civilDate(clock.now(), profile.timeZone);
      const rows = await database.selectFrom("person_role").selectAll().where("subject", "=", subject).orderBy("role").execute();
      const inForce = rows.filter(
        (row) =>
          row.valid_from <= today &&
          (row.valid_to === null || today <= row.valid_to) &&
          sideOf.has(row.role) &&
          (claimedRoles?.includes(row.role) ?? true),
      );
      const side = sideOf.get(inForce[0]?.role ?? "");
      if (side === undefined) return null;
      const certificates: Record<string, readonly string[]> = {};
      // A register that names one person on both sides is a mistake: the first side counts alone.
      for (const row of inForce)
        if (sideOf.get(row.role) === side) certificates[row.role] = [...(certificates[row.role] ?? []), ...row.certificates];
      return {
        subject,
        name: person.name,
        email: person.email,
        side,
        belongsTo: person.belongs_to,
        roles: Object.keys(certificates),
        certificates,
      };
    },
    unit: async (code, within) => {
      const row = await (within ?? database).selectFrom("unit").selectAll().where("code", "=", code).executeTakeFirst();
      return row ?? null;
    },
    officeName: async (code) =>
      (await database.selectFrom("office").select("name").where("code", "=", code).executeTakeFirst())?.name ?? null,
    facts: async (unit, within) => {
      const rows = await (within ?? database).selectFrom("fact").select(["name", "value"]).where("unit", "=", unit).execute();
      return Object.fromEntries(rows.map((row) => [row.name, row.value]));
    },
  };
}

export function registeredUnit({ code, name, accounts, attributes }: Unit): RegisteredUnit {
  return { code, name, accounts, attributes };
}
