import { concat, type Bytes } from "../../bytes.ts";
import { encode, nullValue, octetString, oid, sequence, small } from "../../der/write.ts";
import { cbcEncrypt, tripleDes } from "../../national/des/index.ts";
import { cfbEncrypt, DKE_1, gost28147 } from "../../national/gost28147/index.ts";
import { gost34311 } from "../../national/gost34311/index.ts";
import { dstu7624 } from "../../national/dstu7624/index.ts";
import { pbkdf2, pkcs12Key, sha1 } from "../../national/key-derivation/index.ts";
import { rc2 } from "../../national/rc2/index.ts";
import type { BlockCipher } from "../../national/block-cipher/block-cipher.ts";

export interface Encrypted {
  /** AlgorithmIdentifier, DER. */
  readonly algorithm: Bytes;
  readonly data: Bytes;
}

/** Encrypts by a password, as a store of the field does. */
export type Encryption = (plain: Bytes, password: string) => Promise<Encrypted>;

const random = (length: number): Bytes => globalThis.crypto.getRandomValues(new Uint8Array(length));
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

function inBlocks(cipher: BlockCipher, iv: Bytes, plain: Bytes): Bytes {
  const stream = cbcEncrypt(cipher, iv, "pkcs7");
  return concat(stream.update(plain), stream.finish());
}

const OLD = {
  "3DES": { id: 3, octets: 24, cipher: (key: Bytes) => tripleDes(key) },
  "2DES": { id: 4, octets: 16, cipher: (key: Bytes) => tripleDes(concat(key, key.subarray(0, 8))) },
  "RC2-128": { id: 5, octets: 16, cipher: (key: Bytes) => rc2(key, 128) },
  "RC2-40": { id: 6, octets: 5, cipher: (key: Bytes) => rc2(key, 40) },
} as const;

/** The schemes of RFC 7292 appendix C. */
export function oldEncryption(name: keyof typeof OLD, iterations = 100): Encryption {
  const { id, octets, cipher } = OLD[name];
  return async (plain, password) => {
    const salt = random(8);
    const question = { hash: sha1, password, salt, iterations };
    const iv = pkcs12Key({ ...question, purpose: "iv", octets: 8 });
    const key = pkcs12Key({ ...question, purpose: "key", octets });
    const algorithm = sequence(oid(`1.2.840.113549.1.12.1.${id}`), sequence(octetString(salt), small(iterations)));
    return { algorithm, data: inBlocks(cipher(key), iv, plain) };
  };
}

function pbes2(salt: Bytes, iterations: number, prf: string, cipher: Bytes): Bytes {
  const derivation = sequence(octetString(salt), small(iterations), sequence(oid(prf), nullValue()));
  return sequence(oid("1.2.840.113549.1.5.13"), sequence(sequence(oid("1.2.840.113549.1.5.12"), derivation), cipher));
}

/** PBES2 with PBKDF2 by HMAC with SHA-256, and AES-256. */
export function aesEncryption(iterations = 100): Encryption {
  return async (plain, password) => {
    const { subtle } = globalThis.crypto;
    const [salt, iv] = [random(16), random(16)];
    const secret = await subtle.importKey("raw", utf8(password), "PBKDF2", false, ["deriveKey"]);
    const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
    const key = await subtle.deriveKey(parameters, secret, { name: "AES-CBC", length: 256 }, false, ["encrypt"]);
    const cipher = sequence(oid("2.16.840.1.101.3.4.1.42"), octetString(iv));
    return {
      algorithm: pbes2(salt, iterations, "1.2.840.113549.2.9", cipher),
      data: new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv }, key, plain)),
    };
  };
}

/** DKE 1 as algorithm parameters carry it. */
export const DKE_1_OCTETS: Bytes = new Uint8Array(
  "a9d6eb45f13c708280c4967b231f5eadf658eba4c037291d38d96bf025ca4e17f8e9720dc615b43a28975f0bc1dea36438b564ea2c179fd0123e6db8fac57904"
    .match(/../g)
    ?.map((octet) => Number.parseInt(octet, 16)) ?? [],
);

/** PBES2 with PBKDF2 by HMAC with GOST 34.311, and GOST 28147 (CFB) or DSTU 7624 (CBC). */
export function gostEncryption(cipher: "GOST28147" | "DSTU7624" = "GOST28147", iterations = 100, withBox = true): Encryption {
  return async (plain, password) => {
    const [salt, iv] = [random(32), random(cipher === "GOST28147" ? 8 : 32)];
    const key = pbkdf2({ hash: gost34311(DKE_1), password: utf8(password), salt, iterations, octets: 32 });
    // most programs write the S-box beside the start vector
    const box = cipher === "GOST28147" && withBox ? [octetString(DKE_1_OCTETS)] : [];
    const name = cipher === "GOST28147" ? "1.2.804.2.1.1.1.1.1.1.3" : "1.2.804.2.1.1.1.1.1.3.5.2";
    return {
      algorithm: pbes2(salt, iterations, "1.2.804.2.1.1.1.1.1.2", sequence(oid(name), sequence(octetString(iv), ...box))),
      data: cipher === "GOST28147" ? cfbEncrypt(gost28147(key, DKE_1), iv).update(plain) : inBlocks(dstu7624(key, 32), iv, plain),
    };
  };
}

/** EncryptedPrivateKeyInfo (RFC 5958 3). */
export async function writeEncryptedKey(privateKeyInfo: Bytes, encryption: Encryption, password: string): Promise<Bytes> {
  const { algorithm, data } = await encryption(privateKeyInfo, password);
  return sequence(algorithm, octetString(data));
}

/** The same element in BER: indefinite lengths, and octet strings in two pieces. */
export function toIndefinite(der: Bytes): Bytes {
  const [tag = 0, first = 0] = der;
  const content = der.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
  const end = Uint8Array.of(0, 0);
  if (tag === 0x04 || tag === 0x80) {
    const half = content.length >> 1;
    return concat(Uint8Array.of(tag | 0x20, 0x80), encode(0x04, content.subarray(0, half)), encode(0x04, content.subarray(half)), end);
  }
  if ((tag & 0x20) === 0) return der;
  const parts: Bytes[] = [];
  for (let at = 0; at < content.length;) {
    const length = content[at + 1] ?? 0;
    const octets = length < 0x80 ? 0 : length & 0x7f;
    const size = octets === 0 ? length : content.subarray(at + 2, at + 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
    const next = at + 2 + octets + size;
    parts.push(toIndefinite(content.slice(at, next)));
    at = next;
  }
  return concat(Uint8Array.of(tag, 0x80), ...parts, end);
}
