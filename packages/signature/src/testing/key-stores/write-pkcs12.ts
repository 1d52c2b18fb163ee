import { sha256 } from "@noble/hashes/sha2.js";
import type { Bytes } from "../../bytes.ts";
import { contextTag, TAG } from "../../der/read.ts";
import { encode, explicitTag, nullValue, octetString, oid, sequence, setOf, small } from "../../der/write.ts";
import { DKE_1, gost34311 } from "../../national/gost34311/index.ts";
import { hmac, pbkdf2, pkcs12Key, sha1, type HashFunction } from "../../national/key-derivation/index.ts";
import { toIndefinite, writeEncryptedKey, type Encryption } from "./encrypt.ts";

const DATA = "1.2.840.113549.1.7.1";
const BAG = "1.2.840.113549.1.12.10.1";

export interface Pkcs12Entry {
  /** DER. */
  readonly privateKeyInfo?: Bytes;
  readonly certificate?: Bytes;
  readonly label?: string;
  readonly id?: Bytes;
  /** Default: the store's. */
  readonly password?: string;
}

export interface Pkcs12Input {
  readonly password: string;
  readonly entries: readonly Pkcs12Entry[];
  /** Keys stand in the clear without it. */
  readonly encryption?: Encryption;
  /** Of the certificates; they stand in the clear without it. */
  readonly certificateEncryption?: Encryption;
  /** `none`: no MAC; `PBMAC1`: that of RFC 9579 with SHA-256. Default `SHA-1`. */
  readonly mac?: "SHA-1" | "GOST34311" | "PBMAC1" | "none";
  /** Octets of PBMAC1's key. Default 32; `null` leaves the length out. Others than 32 are an attack. */
  readonly macKeyOctets?: number | null;
  readonly macIterations?: number;
  /** Indefinite lengths and strings in pieces, as Java providers write them. */
  readonly ber?: boolean;
}

/** PFX of RFC 7292, for tests. */
export async function writePkcs12(input: Pkcs12Input): Promise<Bytes> {
  const { password, entries, encryption, certificateEncryption, ber = false } = input;
  const shape = ber ? toIndefinite : (der: Bytes): Bytes => der;
  const keys: Bytes[] = [];
  for (const entry of entries) {
    if (!entry.privateKeyInfo) continue;
    const value = encryption ? await writeEncryptedKey(entry.privateKeyInfo, encryption, entry.password ?? password) : entry.privateKeyInfo;
    keys.push(bag(encryption ? 2 : 1, value, entry));
  }
  const certificates = entries.flatMap((entry) => {
    if (!entry.certificate) return [];
    return bag(3, sequence(oid("1.2.840.113549.1.9.22.1"), explicitTag(0, octetString(entry.certificate))), entry);
  });
  const clear = [...keys, ...(certificateEncryption ? [] : certificates)];
  const items = [sequence(oid(DATA), explicitTag(0, octetString(shape(sequence(...clear)))))];
  if (certificateEncryption && certificates.length > 0) {
    const { algorithm, data } = await certificateEncryption(shape(sequence(...certificates)), password);
    const info = sequence(oid(DATA), algorithm, encode(contextTag(0, false), data));
    items.push(sequence(oid("1.2.840.113549.1.7.6"), explicitTag(0, sequence(small(0), info))));
  }
  const content = shape(sequence(...items));
  const macs = input.mac === "none" ? [] : [macOf(content, input)];
  return shape(sequence(small(3), sequence(oid(DATA), explicitTag(0, octetString(content))), ...macs));
}

function bag(kind: number, value: Bytes, { label, id }: Pkcs12Entry): Bytes {
  const attributes = [
    ...(label === undefined ? [] : [sequence(oid("1.2.840.113549.1.9.20"), setOf(encode(TAG.bmpString, bmp(label))))]),
    ...(id === undefined ? [] : [sequence(oid("1.2.840.113549.1.9.21"), setOf(octetString(id)))]),
  ];
  return sequence(oid(`${BAG}.${kind}`), explicitTag(0, value), ...(attributes.length > 0 ? [setOf(...attributes)] : []));
}

function bmp(text: string): Bytes {
  return Uint8Array.from({ length: 2 * text.length }, (_, i) => text.charCodeAt(i >> 1) >> (i % 2 === 0 ? 8 : 0));
}

function macOf(content: Bytes, input: Pkcs12Input): Bytes {
  const { password, mac, macIterations: iterations = 100 } = input;
  if (mac === "PBMAC1") return pbmac1(content, input);
  const hash = mac === "GOST34311" ? gost34311(DKE_1) : sha1;
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(20));
  const key = pkcs12Key({ hash, password, salt, iterations, purpose: "mac", octets: hash.outputLen });
  const algorithm = sequence(oid(mac === "GOST34311" ? "1.2.804.2.1.1.1.1.2.1" : "1.3.14.3.2.26"), nullValue());
  return sequence(sequence(algorithm, octetString(hmac(hash, key).update(content).digest())), octetString(salt), small(iterations));
}

function pbmac1(content: Bytes, { password, macIterations: iterations = 100, macKeyOctets: octets = 32 }: Pkcs12Input): Bytes {
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(16));
  const hash = sha256 as unknown as HashFunction;
  const key = pbkdf2({ hash, password: new TextEncoder().encode(password), salt, iterations, octets: octets ?? 32 });
  const hmacSha256 = sequence(oid("1.2.840.113549.2.9"), nullValue());
  const length = octets === null ? [] : [small(octets)];
  const derivation = sequence(oid("1.2.840.113549.1.5.12"), sequence(octetString(salt), small(iterations), ...length, hmacSha256));
  const algorithm = sequence(oid("1.2.840.113549.1.5.14"), sequence(derivation, hmacSha256));
  // salt and iterations of the old MAC have to be there, and mean nothing
  return sequence(sequence(algorithm, octetString(hmac(hash, key).update(content).digest())), octetString(Uint8Array.of(0)), small(1));
}
