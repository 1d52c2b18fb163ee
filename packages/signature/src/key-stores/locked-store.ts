import type { CryptoOption } from "../algorithms/scheme.ts";
import type { Bytes } from "../bytes.ts";
import type { OpeningWork } from "./work.ts";

/** `Key-6`: the file of that name, `Key-6.dat`. */
export type StoreFormat = "PKCS12" | "JKS" | "PKCS8" | "Key-6";

/** What a key is made for, where the format itself says it. */
export type StoredPurpose = "signature" | "agreement";

export interface StoredCertificate {
  readonly der: Bytes;
  readonly label?: string | undefined;
  /** The same octets as at its key. */
  readonly id?: Bytes | undefined;
}

/** A key that was decrypted. Whoever gets it overwrites `privateKeyInfo`. */
export interface StoredKey {
  /** PKCS #8 PrivateKeyInfo, DER. */
  readonly privateKeyInfo: Bytes;
  readonly label?: string | undefined;
  readonly id?: Bytes | undefined;
  readonly purpose?: StoredPurpose | undefined;
}

export interface UnlockedStore {
  readonly keys: readonly StoredKey[];
  readonly certificates: readonly StoredCertificate[];
}

export interface OpeningContext extends CryptoOption {
  readonly password: string;
  /** Of the keys in the store, where it is not the store's. */
  readonly keyPassword?: string;
  readonly work: OpeningWork;
}

/** A file that was read as far as it can be without its password. */
export interface LockedStore {
  readonly format: StoreFormat;
  /** False where nothing in it is encrypted. */
  readonly passwordNeeded: boolean;
  /** Those that stand there in the clear. */
  readonly certificates: readonly StoredCertificate[];
  /** Names of the keys that stand there in the clear. */
  readonly keyLabels: readonly string[];
  /** Throws `store.wrong-password`, `store.malformed`, `algorithm.unsupported` or `input.too-large`. */
  unlock(context: OpeningContext): Promise<UnlockedStore>;
}
