import { sql } from "kysely";
import { FiscError } from "@fisc/core";
import type { DatabaseTransaction } from "../database/connection.ts";
import type { Limits } from "../configuration.ts";

/** An upload that is announced, for whom it counts. */
export interface Announced {
  readonly owner: string;
  readonly belongsTo: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Refuses an upload that would make a person, or all people of a unit together, hold more than their share of files that no dossier has
 * taken yet. Declared sizes count, for the room will be needed. Two announcements of one unit wait for each other until the commit.
 * @throws FiscError `upload.quota` (params `of`: `person` or `unit`, `megabytes` or `files`: the share)
 */
export async function checkQuota(
  within: DatabaseTransaction,
  { owner, belongsTo, size }: Announced,
  limits: Pick<Limits, "waitingFiles" | "waitingBytes" | "waitingBytesOfUnit">,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`upload-quota:${belongsTo}`}, 0))`.execute(within);
  const { rows } = await sql<{ files: number; mine: number; bytes: number }>`
    select count(*) filter (where owner = ${owner}) as files, coalesce(sum(size) filter (where owner = ${owner}), 0)::bigint as mine,
      coalesce(sum(size), 0)::bigint as bytes
    from upload where belongs_to = ${belongsTo} and attached_at is null`.execute(within);
  const held = rows[0] ?? { files: 0, mine: 0, bytes: 0 };
  if (held.files + 1 > limits.waitingFiles) throw new FiscError("upload.quota", { of: "person", files: limits.waitingFiles });
  if (held.mine + size > limits.waitingBytes)
    throw new FiscError("upload.quota", { of: "person", megabytes: megabytes(limits.waitingBytes) });
  if (held.bytes + size > limits.waitingBytesOfUnit)
    throw new FiscError("upload.quota", { of: "unit", megabytes: megabytes(limits.waitingBytesOfUnit) });
}

/** Of 1,024 × 1,024 bytes, for messages. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024));
}
