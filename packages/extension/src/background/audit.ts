import { canonicalBytes, sha256Hex } from "@fisc/core/canonical";
import type { KeyValueStore } from "./grants.ts";

/** One attempt to sign. Each entry holds the hash of the one before, so that none can be taken out or changed unseen. */
export interface AuditEntry {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly origin: string;
  readonly top: string;
  readonly dossier: string;
  /** SHA-256 (hex) of the signing manifest; empty where nothing was signed. */
  readonly manifest: string;
  /** Serial number of the certificate, hex; empty where nothing was signed. */
  readonly serial: string;
  /** `signed`, or the code of the failure. */
  readonly outcome: string;
  readonly previous: string;
  /** SHA-256 (hex) of the RFC 8785 form of the entry without this field. */
  readonly hash: string;
}

const KEY = "audit";
/** The oldest go first; the chain then starts at the hash of the last one that went. */
const MOST = 5_000;
const START = "0".repeat(64);

export class AuditLog {
  readonly #store: KeyValueStore;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  async entries(): Promise<readonly AuditEntry[]> {
    const stored = (await this.#store.get(KEY))[KEY];
    return Array.isArray(stored) ? (stored as AuditEntry[]) : [];
  }

  /** One after the other: two windows must not build on the same last entry. */
  append(facts: Omit<AuditEntry, "previous" | "hash">): Promise<void> {
    const done = this.#queue.then(async () => {
      const entries = await this.entries();
      const linked = { ...facts, previous: entries.at(-1)?.hash ?? START };
      await this.#store.set({ [KEY]: [...entries.slice(1 - MOST), { ...linked, hash: await hashOf(linked) }] });
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

/** Index of the first entry that does not fit its own hash or the one before; -1 where the chain is whole. */
export async function firstBroken(entries: readonly AuditEntry[]): Promise<number> {
  for (const [index, { hash, ...facts }] of entries.entries()) {
    const previous = entries[index - 1];
    if (hash !== (await hashOf(facts)) || (previous && facts.previous !== previous.hash)) return index;
  }
  return -1;
}

function hashOf(facts: Omit<AuditEntry, "hash">): Promise<string> {
  return sha256Hex(canonicalBytes(facts));
}
