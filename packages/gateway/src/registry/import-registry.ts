import { sql } from "kysely";
import type { Registry, RegistryFacts } from "@fisc/core";
import type { Database } from "../database/connection.ts";

/**
 * Makes the gateway's register of offices, units, people, roles and certificates equal to `registry`, in one transaction.
 * Units and people that are no longer in it keep their dossiers and lose their roles: they can no longer sign in.
 * `facts` (unit code → name → value) replace what was there for those units.
 */
export async function importRegistry(database: Database, registry: Registry, facts: RegistryFacts = {}): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Two imports at once would deadlock on each other's rows.
    await sql`select pg_advisory_xact_lock(${registryLock})`.execute(transaction);
    for (const { code, name } of registry.offices) {
      await transaction
        .insertInto("office")
        .values({ code, name })
        .onConflict((conflict) => conflict.column("code").doUpdateSet({ name }))
        .execute();
    }
    for (const unit of registry.units) {
      const row = {
        name: unit.name,
        email: unit.email,
        office: unit.office,
        locale: unit.locale,
        accounts: JSON.stringify(unit.accounts),
        attributes: JSON.stringify(unit.attributes),
      };
      await transaction
        .insertInto("unit")
        .values({ code: unit.code, ...row })
        .onConflict((conflict) => conflict.column("code").doUpdateSet(row))
        .execute();
    }
    await transaction.deleteFrom("person_role").execute();
    for (const person of registry.people) {
      const row = { name: person.name, email: person.email, belongs_to: person.belongsTo };
      await transaction
        .insertInto("person")
        .values({ subject: person.subject, ...row })
        .onConflict((conflict) => conflict.column("subject").doUpdateSet(row))
        .execute();
      for (const role of person.roles) {
        await transaction
          .insertInto("person_role")
          .values({
            subject: person.subject,
            role: role.role,
            valid_from: role.validFrom,
            valid_to: role.validTo ?? null,
            certificates: JSON.stringify(role.certificates),
          })
          .execute();
      }
    }
    for (const [unit, values] of Object.entries(facts)) {
      await transaction.deleteFrom("fact").where("unit", "=", unit).execute();
      for (const [name, value] of Object.entries(values)) {
        await transaction
          .insertInto("fact")
          .values({ unit, name, value: JSON.stringify(value) })
          .execute();
      }
    }
  });
}

/** Keys of advisory locks are numbers of this gateway's own choice. */
const registryLock = 7_301_001;
