import type { TreasuryApi } from "@fisc/core/api";
import type { PublishedProcedure } from "@fisc/core";

const known = new WeakMap<TreasuryApi, Map<string, Promise<PublishedProcedure>>>();

/**
 * The published procedure behind a dossier, for its labels. Read once for an API, procedure and locale;
 * a failed read is forgotten, so that the next one tries again.
 */
export function procedureOfDossier(
  api: TreasuryApi,
  dossier: { readonly id: string; readonly procedure: string },
  locale: string,
): Promise<PublishedProcedure> {
  return once(api, `${dossier.procedure} ${locale}`, async () => (await api.dossierProcedure(dossier.id, locale)).procedure);
}

/** The procedure as it is in force now, for its labels. */
export function procedureInForce(api: TreasuryApi, procedure: string, locale: string): Promise<PublishedProcedure> {
  return once(api, `${procedure} ${locale}`, async () => (await api.procedure(procedure, locale)).procedure);
}

function once(api: TreasuryApi, key: string, read: () => Promise<PublishedProcedure>): Promise<PublishedProcedure> {
  const table = known.get(api) ?? new Map<string, Promise<PublishedProcedure>>();
  known.set(api, table);
  let reading = table.get(key);
  if (!reading) {
    reading = read();
    table.set(key, reading);
    reading.catch(() => table.delete(key));
  }
  return reading;
}
