import type { Bytes } from "../bytes.ts";

/** Answers that stay good for a while. One map of this shape, shared by all calls, is what a server wants; a portal may keep it over reloads. */
export interface AnswerCache {
  get(key: string): CachedAnswer | undefined;
  set(key: string, answer: CachedAnswer): unknown;
  delete(key: string): unknown;
}

export interface CachedAnswer {
  readonly bytes: Bytes;
  /** Milliseconds since 1970. From here on it is asked for anew. */
  readonly until: number;
}

export interface CacheOption {
  /** Default: none. `new Map()` will do. */
  readonly cache?: AnswerCache;
  /** Default: now. */
  readonly now?: () => Date;
}

/** What the cache holds for a key, while it is good; else what `ask` gives, kept until its own end (`nextUpdate`) where it has one. */
export async function cached(
  key: string,
  { cache, now = () => new Date() }: CacheOption,
  ask: () => Promise<{ readonly bytes: Bytes; readonly until: Date | undefined }>,
): Promise<Bytes> {
  const known = cache?.get(key);
  if (known && known.until > now().getTime()) return known.bytes;
  if (known) cache?.delete(key);
  const { bytes, until } = await ask();
  if (until && until > now()) cache?.set(key, { bytes, until: until.getTime() });
  return bytes;
}
