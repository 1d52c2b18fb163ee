import type { DraftDatabase } from "./database.ts";
import { generateDraftKey, type DraftKey } from "./sealing.ts";

/** Milliseconds after which a key is replaced: 30 days. */
const keyLife = 2_592_000_000;

/** The keys of one person in one browser. */
export interface KeyRing {
  readonly subject: string;
  /** The key that seals; the first use makes it. */
  current(): Promise<DraftKey>;
  /** A key that sealed something earlier; undefined where it is gone, or another person's. */
  find(id: string): Promise<DraftKey | undefined>;
  /** The current key is not on disk any more: another tab replaced or wiped it. */
  renew(): void;
}

export function openKeys(database: DraftDatabase, subject: string): KeyRing {
  let current: Promise<DraftKey> | undefined;
  return {
    subject,
    current: () => {
      current ??= currentKey(database, subject);
      current.catch(() => (current = undefined));
      return current;
    },
    async find(id) {
      const found = await database.get("keys", id);
      return found?.subject === subject ? found : undefined;
    },
    renew: () => (current = undefined),
  };
}

export function isOld({ createdAt }: DraftKey): boolean {
  return Date.parse(createdAt) < Date.now() - keyLife;
}

export async function currentKey(database: DraftDatabase, subject: string): Promise<DraftKey> {
  const known = newest(await database.findAll("keys", "subject", subject));
  if (known) return known;
  const made = await generateDraftKey(subject);
  const transaction = database.change("keys");
  const keys = transaction.table("keys");
  // Another tab may have been quicker.
  const there = newest(await keys.findAll("subject", subject));
  await Promise.all([there ?? keys.put(made), transaction.done]);
  return there ?? made;
}

function newest(keys: readonly DraftKey[]): DraftKey | undefined {
  return keys.reduce<DraftKey | undefined>((last, key) => (last && last.createdAt >= key.createdAt ? last : key), undefined);
}
