import type { Registry, RegistryFacts } from "@fisc/core";
import { connect } from "./database/connection.ts";
import { migrate as migrateConnection } from "./database/migrate.ts";
import { importRegistry as importInto } from "./registry/import-registry.ts";

export { startGateway } from "./gateway.ts";
export type { Gateway } from "./gateway.ts";
export { defaultLimits, systemClock } from "./configuration.ts";
export type { Clock, GatewayConfig, Limits, OpenIdConfig } from "./configuration.ts";
export type { AttachmentStore } from "./attachments/store.ts";
export { folderStore } from "./attachments/folder-store.ts";

/** Brings a database to this release's tables. Safe to call from several processes at once. */
export async function migrate(databaseUrl: string): Promise<void> {
  const connection = connect(databaseUrl, 2);
  try {
    await migrateConnection(connection);
  } finally {
    await connection.close();
  }
}

/**
 * Makes the register of offices, units, people and certificates equal to `registry`; `facts` (unit code → name → value) are what
 * rules read as `context.facts`.
 */
export async function importRegistry(databaseUrl: string, registry: Registry, facts?: RegistryFacts): Promise<void> {
  const connection = connect(databaseUrl, 2);
  try {
    await importInto(connection.database, registry, facts);
  } finally {
    await connection.close();
  }
}
