import { FiscError } from "../model/errors.ts";
import type { JsonObject } from "../model/json.ts";
import type { MigrationEntry } from "../model/migration.ts";
import type { PublishedProcedure } from "../model/procedure.ts";
import { withoutPlaceless } from "./placeless.ts";
import { migrated } from "./steps.ts";

export interface MigratedData {
  readonly data: JsonObject;
  readonly report: readonly MigrationEntry[];
}

/**
 * Data that was entered into an older version of the form, as the form of today holds it: version by version, then without what the
 * form has no place for. Every value that was entered is in the data or in the report.
 * @throws FiscError `migration.no-way` (params `from`, `to`) where a version between has no migration, or the data is younger than the form
 */
export function migrateData(
  procedure: Pick<PublishedProcedure, "version" | "schema" | "migrations">,
  { version, data }: { readonly version: number; readonly data: JsonObject },
): MigratedData {
  const { version: wanted, schema, migrations = [] } = procedure;
  const report: MigrationEntry[] = [];
  let current = data;
  for (let from = version; from !== wanted; from += 1) {
    const migration = migrations.find((one) => one.from === from);
    if (!migration || from > wanted) throw new FiscError("migration.no-way", { from: version, to: wanted });
    const note = (entry: Omit<MigrationEntry, "version">): void => void report.push({ ...entry, version: from + 1 });
    for (const step of migration.steps) current = migrated(current, step, note);
  }
  if (version !== wanted) current = withoutPlaceless(schema, current, (entry) => void report.push({ ...entry, version: wanted }));
  return { data: current, report };
}
