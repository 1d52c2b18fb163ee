import type { ProcedureStart, TreasuryApi } from "@fisc/core/api";
import type { PublishedProcedure } from "@fisc/core";

const known = new WeakMap<TreasuryApi, Map<string, Promise<ProcedureStart>>>();

/**
 * The published procedure behind a dossier, with its working days. Read once for an API, procedure and locale;
 * a failed read is forgotten, so that the next one tries again.
 */
export function startOfDossier(
  api: TreasuryApi,
  dossier: { readonly id: string; readonly procedure: string },
  locale: string,
): Promise<ProcedureStart> {
  return once(api, `${dossier.procedure} ${locale}`, () => api.dossierProcedure(dossier.id, locale));
}

/** The procedure as it is in force now, for its labels. */
export async function procedureInForce(api: TreasuryApi, procedure: string, locale: string): Promise<PublishedProcedure> {
  return (await once(api, `${procedure} ${locale}`, () => api.procedure(procedure, locale))).procedure;
}

function once(api: TreasuryApi, key: string, read: () => Promise<ProcedureStart>): Promise<ProcedureStart> {
  const table = known.get(api) ?? new Map<string, Promise<ProcedureStart>>();
  known.set(api, table);
  let reading = table.get(key);
  if (!reading) {
    reading = read();
    table.set(key, reading);
    reading.catch(() => table.delete(key));
  }
  return reading;
}
