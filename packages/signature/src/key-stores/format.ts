import { copy, equal, fromBase64, type Bytes } from "../bytes.ts";
import { berChildren, readBer } from "../der/ber.ts";
import { TAG, type DerNode } from "../der/read.ts";
import { SignatureError } from "../errors.ts";
import { KEY_6 } from "./key-6/object-identifiers.ts";
import { oid } from "../der/write.ts";
import type { LockedStore, StoreFormat } from "./locked-store.ts";

const JKS = [0xfe, 0xed, 0xfe, 0xed];
const JCEKS = [0xce, 0xce, 0xce, 0xce];
const PEM = /^\s*-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----([A-Za-z0-9+/=\s]*)-----END (?:ENCRYPTED )?PRIVATE KEY-----\s*$/;

/** Reads what can be read without the password, loading only what the file's own format takes. Throws `store.malformed`, `algorithm.unsupported`, `input.too-large`. */
export async function readLocked(file: Uint8Array): Promise<LockedStore> {
  const bytes = withoutPem(copy(file));
  return READERS[formatOf(bytes)](bytes);
}

const READERS: Readonly<Record<StoreFormat, (bytes: Bytes) => Promise<LockedStore>>> = {
  PKCS12: async (bytes) => (await import("./pkcs12/read-pkcs12.ts")).readPkcs12(bytes),
  JKS: async (bytes) => (await import("./jks/read-jks.ts")).readJks(bytes),
  PKCS8: async (bytes) => (await import("./pkcs8/read-pkcs8.ts")).readPkcs8(bytes),
  "Key-6": async (bytes) => (await import("./key-6/read-key-6.ts")).readKey6(bytes),
};

function formatOf(bytes: Bytes): StoreFormat {
  const begins = (magic: readonly number[]): boolean => magic.every((octet, i) => bytes[i] === octet);
  if (begins(JKS)) return "JKS";
  if (begins(JCEKS)) throw new SignatureError("algorithm.unsupported", { algorithm: "JCEKS" });
  const [first, second] = bytes[0] === TAG.sequence ? berChildren(readBer(bytes, TAG.sequence, "store"), "store", 8) : [];
  if (!first || !second) throw new SignatureError("store.malformed", { what: "format" });
  if (first.tag === TAG.sequence) return namesKey6(first) ? "Key-6" : "PKCS8";
  // version 3 is PKCS #12; a PrivateKeyInfo has 0, and 1 with a public key
  return first.tag === TAG.integer && first.content.length === 1 && first.content[0] === 3 ? "PKCS12" : "PKCS8";
}

function namesKey6(identifier: DerNode): boolean {
  const [name] = berChildren(identifier, "encryption", 8);
  return name !== undefined && equal(name.raw, oid(KEY_6.encryption));
}

/** A key alone is often kept as text (RFC 7468 10, 11). */
function withoutPem(bytes: Bytes): Bytes {
  if (bytes[0] === TAG.sequence || bytes[0] === JKS[0]) return bytes;
  const [, base64] = PEM.exec(new TextDecoder("latin1").decode(bytes)) ?? [];
  const inner = base64 === undefined ? null : fromBase64(base64.replaceAll(/\s/g, ""));
  return inner ?? bytes;
}
