import type { Instant } from "../model/dossier.ts";

/** One person's key in one browser. It cannot be taken out of the browser: `extractable` is false. */
export interface DraftKey {
  readonly id: string;
  readonly subject: string;
  readonly key: CryptoKey;
  readonly createdAt: Instant;
}

/** Bytes under a key of a person. */
export interface Sealed {
  /** Id of the key. */
  readonly key: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** What the sealed bytes are of: whose, which, and which revision. They open for nothing else. */
export type Bound = readonly (string | number)[];

const algorithm = "AES-GCM";

/** A 256-bit key that may seal and open, and nothing else. */
export async function generateDraftKey(subject: string): Promise<DraftKey> {
  const key = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ["encrypt", "decrypt"]);
  return { id: crypto.randomUUID(), subject, key, createdAt: new Date().toISOString() };
}

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit IV: a key is used far less often than the 2^32 times that allows. */
export async function seal({ id, key }: DraftKey, bound: Bound, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { key: id, iv, bytes: await crypto.subtle.encrypt(parameters(iv, bound), key, plain) };
}

/** @throws DOMException `OperationError` where a bit was changed, or the bytes are of something else */
export function unseal({ key }: DraftKey, bound: Bound, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(parameters(iv, bound), key, bytes);
}

function parameters(iv: Uint8Array<ArrayBuffer>, bound: Bound): AesGcmParams {
  return { name: algorithm, iv, additionalData: new TextEncoder().encode(JSON.stringify(bound)) };
}
