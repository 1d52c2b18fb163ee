import type { CryptoOption } from "../algorithms/scheme.ts";
import type { Bytes } from "../bytes.ts";
import { oid } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { readLocked } from "./format.ts";
import { KEY_6 } from "./key-6/object-identifiers.ts";
import { KeyStore } from "./key-store.ts";
import { openPrivateKey } from "./keys/private-key.ts";
import type { LockedStore, StoredKey, StoreFormat, UnlockedStore } from "./locked-store.ts";
import { StoreKey } from "./store-key.ts";
import { OpeningWork, STORE_LIMITS, type StoreLimits } from "./work.ts";

/** What a file tells without its password. */
export interface KeyStoreContents {
  readonly format: StoreFormat;
  readonly passwordNeeded: boolean;
  /** DER. PKCS #12 mostly encrypts them; Key-6 and PKCS #8 have none. */
  readonly certificates: readonly Bytes[];
  /** Names of its keys, where they stand in the clear. */
  readonly keyLabels: readonly string[];
}

export interface OpenInput extends CryptoOption {
  readonly file: Uint8Array;
  readonly password: string;
  /** Of the keys in it, where the store was made with two passwords (`store.wrong-password` with `what: "key"` asks for it). */
  readonly keyPassword?: string;
  /** Certificates (DER) of the keys in it, where they are kept apart. */
  readonly certificates?: readonly Uint8Array[];
  readonly limits?: StoreLimits;
}

/** Throws `SignatureError`: `store.malformed`, `algorithm.unsupported` or `input.too-large`. */
export async function inspectKeyStore(file: Uint8Array, limits: StoreLimits = {}): Promise<KeyStoreContents> {
  const { format, passwordNeeded, certificates, keyLabels } = await read(file, limits);
  return { format, passwordNeeded, certificates: certificates.map(({ der }) => der), keyLabels };
}

/**
 * Opens PKCS #12, JKS, PKCS #8 (also as PEM) or Key-6. Close what it gives.
 *
 * Throws `SignatureError`: `store.wrong-password`; `store.malformed` (damaged, or no store); `algorithm.unsupported` (`params.algorithm` names it, as an
 * object identifier); `key.invalid`; `certificate.malformed` for one of `certificates`; `input.too-large`. Where a file has nothing that tells damage from a wrong password, it is the password.
 */
export async function openKeyStore({
  file,
  password,
  keyPassword,
  certificates = [],
  limits = {},
  ...option
}: OpenInput): Promise<KeyStore> {
  const locked = await read(file, limits);
  const work = new OpeningWork(limits.steps ?? STORE_LIMITS.steps);
  const secrets = { password, ...(keyPassword !== undefined && { keyPassword }) };
  const unlocked = await refusingDamage(() => locked.unlock({ ...option, ...secrets, work }));
  const store = new KeyStore(locked.format, await refusingDamage(() => openKeys(unlocked, option)));
  try {
    await refusingDamage(() => store.addCertificates(unlocked.certificates.map(({ der }) => der)));
    await store.addCertificates(certificates);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Opens a store for as long as `work` runs, and closes it whatever happens. Throws as `openKeyStore`, and what `work` throws. */
export async function withKeyStore<T>(input: OpenInput, work: (store: KeyStore) => Promise<T>): Promise<T> {
  const store = await openKeyStore(input);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

async function read(file: Uint8Array, { octets = STORE_LIMITS.octets }: StoreLimits): Promise<LockedStore> {
  if (file.length > octets) throw new SignatureError("input.too-large", { what: "store", limit: octets });
  return refusingDamage(() => readLocked(file));
}

async function openKeys({ keys }: UnlockedStore, option: CryptoOption): Promise<StoreKey[]> {
  const opened: StoreKey[] = [];
  const all: StoredKey[] = [];
  try {
    for (const key of keys) all.push(...(await withSecondKey(key)));
    for (const key of all) opened.push(new StoreKey(await openPrivateKey(key.privateKeyInfo, option), key));
    return opened;
  } catch (error) {
    for (const key of opened) key.destroy();
    throw error;
  } finally {
    for (const { privateKeyInfo } of [...keys, ...all]) privateKeyInfo.fill(0);
  }
}

/** A key and, where its attributes hold one more, that too. */
async function withSecondKey(key: StoredKey): Promise<StoredKey[]> {
  if (!contains(key.privateKeyInfo, oid(KEY_6.agreementKey))) return [key];
  const { readSecondKey } = await import("./key-6/second-key.ts");
  const second = readSecondKey(key.privateKeyInfo);
  return second
    ? [
        { ...key, purpose: "signature" },
        { ...key, privateKeyInfo: second, purpose: "agreement" },
      ]
    : [key];
}

function contains(octets: Bytes, part: Bytes): boolean {
  for (let at = 0; at + part.length <= octets.length; at++) if (part.every((octet, i) => octets[at + i] === octet)) return true;
  return false;
}

/** Parts that cannot be read are the file's damage, whatever reads them. */
async function refusingDamage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SignatureError) || !DAMAGE.includes(error.code)) throw error;
    throw new SignatureError("store.malformed", { what: String(error.params["what"] ?? "store") }, { cause: error });
  }
}

const DAMAGE: readonly string[] = ["der.malformed", "certificate.malformed", "input.invalid"];
