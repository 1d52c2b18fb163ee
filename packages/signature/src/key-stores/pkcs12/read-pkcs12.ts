import { copy, type Bytes } from "../../bytes.ts";
import { BerFields, berChildren, berExplicit, berOctets, readBer, toDer } from "../../der/ber.ts";
import { contextTag, malformed, readDer, TAG, type DerNode } from "../../der/read.ts";
import { readOid, readSmall } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import { openEncrypted } from "../encryption/open-encrypted.ts";
import type { LockedStore, OpeningContext, StoredKey, UnlockedStore } from "../locked-store.ts";
import { MOST_ENTRIES } from "../work.ts";
import { hasMac } from "./integrity.ts";
import { readBags, type Bags, type KeyBag } from "./safe-bags.ts";

const DATA = "1.2.840.113549.1.7.1";
const ENCRYPTED_DATA = "1.2.840.113549.1.7.6";
const CONSTRUCTED_OCTETS = 0x24;

/** Bags that are encrypted together. */
interface EncryptedBags {
  readonly algorithm: DerNode;
  readonly data: Bytes;
}

interface Pfx {
  /** What the MAC is of. */
  readonly content: Bytes;
  readonly macData: DerNode | undefined;
  readonly clear: Bags;
  readonly encrypted: readonly EncryptedBags[];
}

/** PFX of RFC 7292, in BER. Throws `der.malformed`, `algorithm.unsupported` or `input.too-large`. */
export function readPkcs12(file: Bytes): LockedStore {
  const pfx = readPfx(file);
  const { clear, encrypted, macData } = pfx;
  return {
    format: "PKCS12",
    passwordNeeded: macData !== undefined || encrypted.length > 0 || clear.keys.some(({ algorithm }) => algorithm !== undefined),
    certificates: clear.certificates,
    keyLabels: clear.keys.flatMap(({ label }) => label ?? []),
    unlock: (context) => unlock(pfx, context),
  };
}

function readPfx(file: Bytes): Pfx {
  const what = "PFX";
  const fields = new BerFields(readBer(file, TAG.sequence, what), what);
  if (readSmall(fields.next(TAG.integer)) !== 3) throw malformed(what);
  const safe = readContentInfo(fields.next(TAG.sequence));
  const macData = fields.optional(TAG.sequence);
  fields.end();
  // the other way, by a signature and for a recipient's key (RFC 7292 3.1), needs keys of its own
  if (safe.type !== DATA) throw new SignatureError("algorithm.unsupported", { algorithm: safe.type });
  const content = copy(octetsOf(safe.content, what));
  const clear: Bags = { keys: [], certificates: [] };
  const encrypted: EncryptedBags[] = [];
  for (const item of berChildren(readBer(content, TAG.sequence, what), what, MOST_ENTRIES)) {
    const { type, content: inner } = readContentInfo(item);
    if (type === DATA) merge(clear, readBags(octetsOf(inner, what)));
    else if (type === ENCRYPTED_DATA) encrypted.push(readEncryptedData(berExplicit(inner, TAG.sequence, what)));
    else throw new SignatureError("algorithm.unsupported", { algorithm: type });
  }
  return { content, macData, clear, encrypted };
}

function readContentInfo(node: DerNode): { readonly type: string; readonly content: DerNode } {
  const fields = new BerFields(node, "content");
  const type = readOid(fields.next(TAG.oid));
  const content = fields.next(contextTag(0, true));
  fields.end();
  return { type, content };
}

/** The OCTET STRING, whole or in pieces, in an EXPLICIT tag. */
function octetsOf(explicit: DerNode, what: string): Bytes {
  const [octets, ...others] = berChildren(explicit, what, 2);
  if (!octets || others.length > 0) throw malformed(what);
  return berOctets(octets, what);
}

/** EncryptedData (RFC 5652 8). */
function readEncryptedData(node: DerNode): EncryptedBags {
  const what = "encrypted data";
  const fields = new BerFields(node, what);
  fields.next(TAG.integer);
  const info = new BerFields(fields.next(TAG.sequence), what);
  if (readOid(info.next(TAG.oid)) !== DATA) throw malformed(what);
  const algorithm = readDer(toDer(info.next(TAG.sequence), what), TAG.sequence, what);
  const data = info.next(contextTag(0, false), contextTag(0, true));
  // IMPLICIT: the tag stands for that of an OCTET STRING, whole or in pieces
  const octets = { ...data, tag: data.tag === contextTag(0, true) ? CONSTRUCTED_OCTETS : TAG.octetString };
  return { algorithm, data: copy(berOctets(octets, what)) };
}

function merge(into: Bags, from: Bags): void {
  into.keys.push(...from.keys);
  into.certificates.push(...from.certificates);
  if (into.keys.length + into.certificates.length > MOST_ENTRIES) throw new SignatureError("input.too-large", { what: "store" });
}

async function unlock(pfx: Pfx, context: OpeningContext): Promise<UnlockedStore> {
  const { macData, content } = pfx;
  const whole = macData ? await hasMac(macData, content, context) : undefined;
  if (whole === false) await refuse(pfx, context);
  const keys: StoredKey[] = [];
  const decrypted: Bags = { keys: [], certificates: [] };
  try {
    for (const { algorithm, data } of pfx.encrypted) {
      const plain = await openEncrypted(algorithm, data, context);
      try {
        merge(decrypted, readBags(plain));
      } finally {
        plain.fill(0);
      }
    }
    for (const bag of [...pfx.clear.keys, ...decrypted.keys]) keys.push(await openKey(bag, context));
    return { keys, certificates: [...pfx.clear.certificates, ...decrypted.certificates] };
  } catch (error) {
    for (const { privateKeyInfo } of keys) privateKeyInfo.fill(0);
    // under a MAC that holds nothing is damaged: what does not open has a password of its own
    if (whole && error instanceof SignatureError && error.code === "store.wrong-password")
      throw new SignatureError("store.wrong-password", { what: "key" });
    throw error;
  } finally {
    for (const { algorithm, data } of decrypted.keys) if (!algorithm) data.fill(0);
  }
}

async function openKey({ algorithm, data, label, id }: KeyBag, context: OpeningContext): Promise<StoredKey> {
  return { privateKeyInfo: algorithm ? await openEncrypted(algorithm, data, forKeys(context)) : copy(data), label, id };
}

function forKeys(context: OpeningContext): OpeningContext {
  return { ...context, password: context.keyPassword ?? context.password };
}

/** The MAC does not hold. If the password opens what is encrypted, it is right, and the file was damaged or changed. */
async function refuse({ encrypted, clear }: Pfx, context: OpeningContext): Promise<never> {
  const keys = clear.keys.map((bag) => ({ ...bag, by: forKeys(context) }));
  for (const { algorithm, data, by } of [...keys, ...encrypted.map((bags) => ({ ...bags, by: context }))]) {
    if (!algorithm) continue;
    const plain = await openEncrypted(algorithm, data, by).catch((error: unknown) => {
      if (error instanceof SignatureError) return undefined;
      throw error;
    });
    if (!plain) continue;
    plain.fill(0);
    throw new SignatureError("store.malformed", { what: "mac" });
  }
  throw new SignatureError("store.wrong-password");
}
