import type { DossierSummary } from "@fisc/core";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { presentSummary } from "./present.ts";

export interface DossierQuery {
  readonly state?: string;
  /** Part of code, voucher number or title. */
  readonly text?: string;
  readonly awaitsMe?: boolean;
  /** `updatedAt` and `id` of the last dossier of the page before. */
  readonly before?: string;
  readonly beforeId?: string;
  readonly limit?: number;
}

/** Dossiers on one page. */
export const mostListed = 500;

/** What the person may see, latest change first, from the projection. `awaitsMe`: the state's holder is a role of the person. */
export async function listDossiers(
  treasury: Treasury,
  person: Person,
  { state, text, awaitsMe, before, beforeId, limit = mostListed }: DossierQuery,
): Promise<readonly DossierSummary[]> {
  const mine = statesHeldBy(treasury, person);
  let query = treasury.connection.database
    .selectFrom("dossier")
    .innerJoin("unit", "unit.code", "dossier.unit")
    .selectAll("dossier")
    .select("unit.name as unit_name")
    .where(person.side === "unit" ? "dossier.unit" : "dossier.office", "=", person.belongsTo)
    .orderBy("dossier.updated_at", "desc")
    .orderBy("dossier.id", "desc")
    .limit(limit);
  if (before !== undefined) {
    query = query.where(({ eb, or, and }) =>
      or([
        eb("dossier.updated_at", "<", new Date(before)),
        ...(beforeId === undefined ? [] : [and([eb("dossier.updated_at", "=", new Date(before)), eb("dossier.id", "<", beforeId)])]),
      ]),
    );
  }
  if (state !== undefined) query = query.where("dossier.state", "=", state);
  if (text !== undefined && text !== "") {
    const pattern = `%${text.normalize("NFC").replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
    query = query.where(({ eb, or }) =>
      or([eb("dossier.code", "ilike", pattern), eb("dossier.number", "ilike", pattern), eb("dossier.title", "ilike", pattern)]),
    );
  }
  if (awaitsMe === true) {
    query = query.where(({ eb, or, and }) =>
      or([...mine].map(([procedure, states]) => and([eb("dossier.procedure", "=", procedure), eb("dossier.state", "in", [...states])]))),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => presentSummary(row, mine.get(row.procedure)?.has(row.state) ?? false));
}

function statesHeldBy({ profile }: Treasury, { roles }: Person): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, Set<string>>();
  for (const { id, workflow } of profile.procedures) {
    const states = Object.entries(workflow.states).filter(([, { holder }]) => holder !== undefined && roles.includes(holder));
    if (states.length > 0) held.set(id, new Set([...(held.get(id) ?? []), ...states.map(([state]) => state)]));
  }
  return held;
}
