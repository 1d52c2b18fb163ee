import { createHash } from "node:crypto";
import { FiscError } from "@fisc/core";
import type { DossierEvent, Json } from "@fisc/core";
import { canonicalBytes } from "@fisc/core/canonical";

/** What the first event of a dossier is chained to. */
export const chainStart = "0".repeat(64);

/**
 * SHA-256 (hex) of the RFC 8785 form of an event together with the hash of the event before: no event of a dossier can be
 * changed, put in, or taken out before the last without every later hash telling of it.
 */
export function eventHash(previous: string, { dossier, position, cursor, at, type, actor, detail }: DossierEvent): string {
  const link = { previous, dossier, position, cursor, at, type, actor, detail };
  return createHash("sha256")
    .update(canonicalBytes(link as unknown as Json))
    .digest("hex");
}

/**
 * Follows the chain from its start. Gives the hashes, in the order of the events.
 * @throws FiscError `log.broken` (params `dossier`, `position`: the first event that does not fit)
 */
export function checkChain(links: readonly { readonly event: DossierEvent; readonly hash: string }[]): readonly string[] {
  let previous = chainStart;
  for (const [index, { event, hash }] of links.entries()) {
    if (event.position !== index + 1 || eventHash(previous, event) !== hash)
      throw new FiscError("log.broken", { dossier: event.dossier, position: index + 1 });
    previous = hash;
  }
  return links.map(({ hash }) => hash);
}
