import { FiscError } from "@fisc/core";
import type { DossierEvent } from "@fisc/core";
import { parseSigningManifest } from "@fisc/core/signing";
import type { Database } from "../database/connection.ts";
import { checkContent } from "../dossiers/record.ts";
import { sha256 } from "../procedures/publications.ts";
import { readLog } from "./log.ts";
import type { Log } from "./log.ts";

export interface LogReport {
  readonly dossiers: number;
  readonly events: number;
  /** Signatures whose signed manifest names the history that they were made over. */
  readonly bound: number;
  readonly broken: readonly { readonly dossier: string; readonly code: string; readonly params: FiscError["params"] }[];
}

/**
 * Goes over every dossier and holds what is stored against its log: the chain of the events, each version's content, each official
 * document, and the history that each signer vouched for. A chain alone can be made anew by who owns the database; the signatures cannot.
 */
export async function verifyLogs(database: Database): Promise<LogReport> {
  const ids = await database.selectFrom("dossier").select("id").orderBy("code").execute();
  const broken: LogReport["broken"][number][] = [];
  let [events, bound] = [0, 0];
  for (const { id } of ids) {
    try {
      const log = await readLog(database, id);
      events += log.events.length;
      await checkStored(database, id, log);
      bound += await checkSigned(database, id, log);
    } catch (error) {
      if (!(error instanceof FiscError)) throw error;
      broken.push({ dossier: id, code: error.code, params: error.params });
    }
  }
  return { dossiers: ids.length, events, bound, broken };
}

async function checkStored(database: Database, dossier: string, { events }: Log): Promise<void> {
  const contents = await database.selectFrom("content").selectAll().where("dossier", "=", dossier).execute();
  for (const content of contents) checkContent(dossier, events, content);
  const documents = await database.selectFrom("document").selectAll().where("dossier", "=", dossier).execute();
  for (const { id, data } of documents) {
    const made = events.find((event) => event.type === "document.made" && event.detail.id === id);
    if (made?.type !== "document.made" || made.detail.sha256 !== sha256(data)) throw new FiscError("log.broken", { dossier, document: id });
  }
}

/** Gives the number of signatures that name a history, and holds each to the log. */
async function checkSigned(database: Database, dossier: string, { events, chain }: Log): Promise<number> {
  const rows = await database.selectFrom("signature").select(["sequence", "manifest"]).where("dossier", "=", dossier).execute();
  let bound = 0;
  for (const { sequence, manifest } of rows) {
    const signed = parseSigningManifest(manifest);
    if (signed === null) continue; // made before manifests named a history
    const seen = chain.indexOf(signed.history) + 1;
    if (seen === 0 || seen >= positionOf(events, sequence)) throw new FiscError("log.broken", { dossier, signature: sequence });
    bound += 1;
  }
  return bound;
}

function positionOf(events: readonly DossierEvent[], sequence: number): number {
  return events.find((event) => event.type === "signature.added" && event.detail.sequence === sequence)?.position ?? 0;
}
