import { copy, equal, type Bytes } from "../bytes.ts";
import type { CryptoOption, StandardDigest } from "./scheme.ts";

/** The part of `node:crypto` that is used: the same OpenSSL as its WebCrypto, without a job in another thread for each call. */
export interface NativeCrypto {
  readonly constants: { readonly RSA_PKCS1_PADDING: number; readonly RSA_PKCS1_PSS_PADDING: number };
  createHash(name: string): { update(bytes: Uint8Array): { digest(): Uint8Array } };
  createPublicKey(key: NativeKey): object;
  verify(hash: string, data: Uint8Array, key: NativeParameters & { readonly key: object }, signature: Uint8Array): boolean;
}

export interface NativeKey {
  readonly key: Uint8Array;
  readonly format: "der";
  readonly type: "spki";
}

export interface NativeParameters {
  readonly padding?: number;
  readonly saltLength?: number;
  readonly dsaEncoding?: "ieee-p1363";
}

interface Host {
  readonly process?: { readonly getBuiltinModule?: (id: string) => unknown };
}

const native = (globalThis as Host).process?.getBuiltinModule?.("node:crypto") as NativeCrypto | undefined;

/** On a server, unless the caller handed in a WebCrypto of its own. Asked for at run time, so that no bundle for browsers mentions it. */
export function nativeCrypto({ crypto }: CryptoOption): NativeCrypto | undefined {
  return crypto ? undefined : native;
}

/** `SHA-256` as OpenSSL calls it. */
export function nativeHash(name: StandardDigest | "SHA-1"): string {
  return name.replace("-", "").toLowerCase();
}

/** False, never an error: a key that the platform refuses verifies nothing. */
export function verifyNatively(
  native: NativeCrypto,
  hash: StandardDigest | "SHA-1",
  parameters: NativeParameters,
  { spki, data, signature }: { readonly spki: Bytes; readonly data: Bytes; readonly signature: Bytes },
): boolean {
  try {
    return native.verify(nativeHash(hash), data, { ...parameters, key: keyOf(native, spki) }, signature);
  } catch {
    return false;
  }
}

/** Reading a key costs as much as a verification. It goes with the array that it was read from, as long as that holds the same octets. */
const keys = new WeakMap<Uint8Array, { readonly octets: Bytes; readonly key: object }>();

function keyOf(native: NativeCrypto, spki: Bytes): object {
  const before = keys.get(spki);
  if (before && equal(before.octets, spki)) return before.key;
  const key = native.createPublicKey({ key: spki, format: "der", type: "spki" });
  keys.set(spki, { octets: copy(spki), key });
  return key;
}
