import { digest, type CryptoOption } from "../algorithms/verify.ts";
import type { DigestName } from "../algorithms/scheme.ts";
import { copy, type Bytes } from "../bytes.ts";

/** Gives the digest of content that is not held in memory (a file hashed piece by piece). It is asked once for each digest that is needed. */
export type ContentDigest = (name: DigestName) => Promise<Uint8Array>;

/** Takes a private copy of bytes at once: the caller may change them while an asynchronous check runs. No digest is computed twice. */
export function contentDigest(content: Uint8Array | ContentDigest, option: CryptoOption): (name: DigestName) => Promise<Bytes> {
  const bytes = typeof content === "function" ? undefined : copy(content);
  const known = new Map<DigestName, Promise<Bytes>>();
  const compute = async (name: DigestName): Promise<Bytes> =>
    bytes ? digest(name, bytes, option) : copy(await (content as ContentDigest)(name));
  return (name) => {
    const result = known.get(name) ?? compute(name);
    known.set(name, result);
    return result;
  };
}
