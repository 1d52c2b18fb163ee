import { copy, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import { sameTag } from "../../national/hash/mac.ts";
import { sha1 } from "../../national/key-derivation/sha1.ts";
import type { LockedStore, OpeningContext, StoredCertificate, StoredKey, UnlockedStore } from "../locked-store.ts";
import { MOST_ENTRIES } from "../work.ts";
import { JksReader } from "./jks-reader.ts";
import { openProtectedKey, passwordOctets } from "./key-protector.ts";

const MAGIC = 0xfeedfeed;
const DIGEST = 20;
/** What the digest at the end starts from, besides the password. */
const PHRASE = "Mighty Aphrodite";

interface ProtectedKey {
  readonly label: string;
  /** EncryptedPrivateKeyInfo. */
  readonly data: Bytes;
}

interface Jks {
  readonly body: Bytes;
  readonly digest: Bytes;
  readonly keys: readonly ProtectedKey[];
  readonly certificates: readonly StoredCertificate[];
}

/** Java's key store, versions 1 and 2. Certificates stand there in the clear. Throws `store.malformed` or `input.too-large`. */
export function readJks(file: Bytes): LockedStore {
  const jks = parse(file);
  return {
    format: "JKS",
    passwordNeeded: true,
    certificates: jks.certificates,
    keyLabels: jks.keys.map(({ label }) => label),
    unlock: (context) => unlock(jks, context),
  };
}

function parse(file: Bytes): Jks {
  const end = file.length - DIGEST;
  const reader = new JksReader(file.subarray(0, Math.max(0, end)));
  const magic = reader.integer();
  const version = reader.integer();
  const count = reader.integer();
  if (magic !== MAGIC || version < 1 || version > 2) throw new SignatureError("store.malformed", { what: "JKS" });
  if (count > MOST_ENTRIES) throw new SignatureError("input.too-large", { what: "store" });
  const keys: ProtectedKey[] = [];
  const certificates: StoredCertificate[] = [];
  for (let entry = 0; entry < count; entry++) {
    const kind = reader.integer();
    const label = reader.text();
    reader.skip(8);
    if (kind === 1) keys.push({ label, data: copy(reader.octets(reader.integer())) });
    else if (kind !== 2) throw new SignatureError("store.malformed", { what: "entry" });
    for (let left = kind === 1 ? reader.integer() : 1; left > 0; left--) {
      const type = version === 2 ? reader.text() : "X.509";
      const der = copy(reader.octets(reader.integer()));
      if (type === "X.509") certificates.push({ der, label });
      if (certificates.length > MOST_ENTRIES) throw new SignatureError("input.too-large", { what: "store" });
    }
  }
  reader.end();
  return { body: copy(file.subarray(0, end)), digest: copy(file.subarray(end)), keys, certificates };
}

async function unlock(
  { body, digest, keys, certificates }: Jks,
  { password, keyPassword = password }: OpeningContext,
): Promise<UnlockedStore> {
  const secret = passwordOctets(password);
  const keySecret = passwordOctets(keyPassword);
  const opened: StoredKey[] = [];
  try {
    const whole = sameTag(sha1.create().update(secret).update(new TextEncoder().encode(PHRASE)).update(body).digest(), digest);
    for (const { label, data } of keys) {
      const privateKeyInfo = openProtectedKey(data, keySecret);
      if (privateKeyInfo) opened.push({ privateKeyInfo, label });
      // each key has a digest of its own under its own password
      else throw new SignatureError("store.wrong-password", whole ? { what: "key" } : {});
    }
    if (whole) return { keys: opened, certificates };
    throw opened.length > 0 ? new SignatureError("store.malformed", { what: "mac" }) : new SignatureError("store.wrong-password");
  } catch (error) {
    for (const { privateKeyInfo } of opened) privateKeyInfo.fill(0);
    // one key opened: the password is right, and what did not is damaged
    if (opened.length > 0 && error instanceof SignatureError && error.code === "store.wrong-password" && error.params["what"] === undefined)
      throw new SignatureError("store.malformed", { what: "mac" });
    throw error;
  } finally {
    secret.fill(0);
    keySecret.fill(0);
  }
}
