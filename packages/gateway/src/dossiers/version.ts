import { FiscError } from "@fisc/core";
import type { DossierVersion } from "@fisc/core/api";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { checkContent, readDossier } from "./record.ts";
import { sentVersions } from "./regime.ts";

/**
 * The content of one version. What a unit wrote and took back before it sent anything is its own: the treasury reads the versions that it
 * was sent, and the present one, which it sees with the dossier.
 * @throws FiscError `not-found`, `log.broken`
 */
export async function readVersion(treasury: Treasury, person: Person, id: string, version: number): Promise<DossierVersion> {
  const { events, procedure, replayed } = await readDossier(treasury, person, id);
  const mayRead = person.side === "unit" || version === replayed.version || sentVersions(treasury.profile, procedure, events).has(version);
  const content = await treasury.connection.database
    .selectFrom("content")
    .selectAll()
    .where("dossier", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (!mayRead || content === undefined) throw new FiscError("not-found");
  checkContent(id, events, content);
  return { version, data: content.data, attachments: content.attachments };
}
