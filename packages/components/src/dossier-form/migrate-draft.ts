import { FiscError, type MigrationEntry, type PublishedProcedure } from "@fisc/core";
import type { DraftBase } from "@fisc/core/drafts";
import { migrateData } from "@fisc/core/migration";

/** A draft of an older version of the form, with what became of its values. Where no migration leads here, it stays as it is. */
export function migrateDraft<T extends DraftBase & { readonly migrated?: readonly MigrationEntry[] }>(
  procedure: PublishedProcedure,
  content: T,
): T {
  try {
    const { data, report } = migrateData(procedure, { version: content.procedureVersion, data: content.data });
    return { ...content, data, procedureVersion: procedure.version, migrated: [...(content.migrated ?? []), ...report] };
  } catch (error) {
    if (error instanceof FiscError) return content;
    throw error;
  }
}
