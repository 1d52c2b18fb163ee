import type { ActionBody, DossierContent, TreasuryApi } from "../api/treasury-api.ts";
import type { Dossier, Instant } from "../model/dossier.ts";
import type { Violation } from "../model/errors.ts";
import type { SignOutput } from "../model/signing.ts";
import type { Sealed } from "./sealing.ts";

/** What is to be done at the gateway. `target`: the dossier's id; for a new dossier the draft's id. Entries of one target go out in order. */
export type OutboxTask =
  | { readonly kind: "createDossier"; readonly target: string; readonly body: DossierContent & { readonly procedure: string } }
  | { readonly kind: "changeContent"; readonly target: string; readonly body: DossierContent; readonly revision?: number }
  | { readonly kind: "act"; readonly target: string; readonly action: string; readonly body: ActionBody; readonly revision?: number }
  | { readonly kind: "addSignature"; readonly target: string; readonly body: SignOutput; readonly revision?: number };

type WithoutBody<Task> = Task extends OutboxTask ? Omit<Task, "body"> : never;

/** What is known of a task without opening it. */
export type OutboxEntry = WithoutBody<OutboxTask> & {
  readonly id: string;
  /** Order of the outbox; given by the database. */
  readonly sequence: number;
  /** Idempotency key: however often the entry is sent, it happens once. */
  readonly key: string;
  readonly subject: string;
  /** What is sent once, where that was said: entries of one submission went in together. */
  readonly submission?: string;
  /** `failed`: the gateway refused; it waits for the person, and holds up later entries of its target. */
  readonly state: "waiting" | "sending" | "done" | "failed";
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Where nothing locks across tabs: until when (ms since 1970) the tab that is sending may take. */
  readonly leaseUntil?: number;
  /** Code of the last failure, with its parameters, and what the gateway found wrong where that was it. */
  readonly error?: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly violations?: readonly Violation[];
  };
  /** What the gateway answered. */
  readonly result?: Pick<Dossier, "id" | "code" | "revision" | "version" | "state">;
};

/** An entry on disk. Its body is sealed, as drafts are, and goes once the gateway has it. */
export type StoredEntry = OutboxEntry & {
  readonly sealed?: Sealed;
  /** Ids of its files, in `chunks`. */
  readonly files?: readonly string[];
  /** As version 1 of the database kept it, until it is sealed. */
  readonly body?: OutboxTask["body"];
};

export type OutboxApi = Pick<TreasuryApi, "createDossier" | "changeContent" | "act" | "addSignature">;

/** @throws FiscError what the gateway or the network answers */
export function send(api: OutboxApi, entry: OutboxTask & Pick<OutboxEntry, "key">): Promise<Dossier> {
  const write = { key: entry.key, ...("revision" in entry && entry.revision !== undefined ? { revision: entry.revision } : {}) };
  switch (entry.kind) {
    case "createDossier":
      return api.createDossier(entry.body, write);
    case "changeContent":
      return api.changeContent(entry.target, entry.body, write);
    case "act":
      return api.act(entry.target, entry.action, entry.body, write);
    case "addSignature":
      return api.addSignature(entry.target, entry.body, write);
  }
}

/** Failures that time or a new sign-in heals; all others need the person. */
export const passing: ReadonlySet<string> = new Set([
  "network.offline",
  "network.timeout",
  "server",
  "server.busy",
  "server.overloaded",
  "rate-limited",
  "session.none",
]);
