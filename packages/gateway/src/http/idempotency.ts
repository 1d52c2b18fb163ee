import { createHash } from "node:crypto";
import { FiscError } from "@fisc/core";
import type { Json } from "@fisc/core";
import { canonicalBytes } from "@fisc/core/canonical";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { DatabaseTransaction } from "../database/connection.ts";
import { transact } from "../database/transact.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Does `work` once for a key of this person. The answer is stored in the same transaction as what the work wrote, so the same
 * key gives the same answer again: after a lost connection, after a kill, on another process. A refused request
 * leaves nothing behind; its key stays free.
 * @throws FiscError `idempotency.missing`, `idempotency.mismatch` (the key belongs to another request)
 */
export async function writeOnce(
  treasury: Treasury,
  person: Person,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (transaction: DatabaseTransaction) => Promise<Answer>,
): Promise<FastifyReply> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !/^[\x21-\x7e]{8,200}$/u.test(key)) throw new FiscError("idempotency.missing");
  const fingerprint = fingerprintOf(request);
  const answer = await transact(treasury.connection.database, async (transaction) => {
    // A second request with the key waits here until the first has ended.
    const mine = await transaction
      .insertInto("idempotency")
      .values({
        subject: person.subject,
        key,
        request_sha256: fingerprint,
        body: "null",
        headers: "{}",
        created_at: treasury.clock.now().toISOString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    if (mine === undefined) return earlierAnswer(transaction, person.subject, key, fingerprint);
    const fresh = await work(transaction);
    await transaction
      .updateTable("idempotency")
      .set({ status: fresh.status, body: JSON.stringify(fresh.body), headers: JSON.stringify(fresh.headers) })
      .where("subject", "=", person.subject)
      .where("key", "=", key)
      .execute();
    return fresh;
  });
  await treasury.afterCommit();
  return reply.code(answer.status).headers(answer.headers).header("cache-control", "no-store").send(answer.body);
}

async function earlierAnswer(transaction: DatabaseTransaction, subject: string, key: string, fingerprint: string): Promise<Answer> {
  const row = await transaction
    .selectFrom("idempotency")
    .selectAll()
    .where("subject", "=", subject)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (row.request_sha256 !== fingerprint) throw new FiscError("idempotency.mismatch");
  if (row.status === null) throw new FiscError("server.busy");
  return { status: row.status, body: row.body, headers: { ...row.headers, "idempotency-replayed": "true" } };
}

function fingerprintOf(request: FastifyRequest): string {
  return createHash("sha256")
    .update(`${request.method} ${request.url}\n`)
    .update(canonicalBytes((request.body ?? null) as Json))
    .digest("hex");
}

/** The revision that the caller saw, from `If-Match`; null where none was sent. @throws FiscError `request.invalid` */
export function expectedRevision(request: FastifyRequest): number | null {
  const header = request.headers["if-match"];
  if (header === undefined || header === "*") return null;
  const match = /^"(\d{1,15})"$/u.exec(header);
  if (match === null) throw new FiscError("request.invalid", { at: "header/if-match" });
  return Number(match[1]);
}
