import type { Bytes } from "../../bytes.ts";
import { toDer } from "../../der/ber.ts";
import { DerFields, malformed, readDer, TAG, type DerNode } from "../../der/read.ts";
import { readOctets, readOid, readSmall } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import type { OpeningContext } from "../locked-store.ts";
import { rc2Cbc, readCipher, tripleDesCbc, type StoreCipher } from "./ciphers.ts";
import { pbkdf2 } from "./derive.ts";
import { hashOfDigest, hashOfHmac } from "./hashes.ts";
import { scrypt } from "./scrypt.ts";

const WHAT = "encryption";
const SHA1 = "1.3.14.3.2.26";
const PBES2 = "1.2.840.113549.1.5.13";
export const PBKDF2 = "1.2.840.113549.1.5.12";
const SCRYPT = "1.3.6.1.4.1.11591.4.11";
const HMAC_SHA1 = "1.2.840.113549.2.7";

/** The schemes of RFC 7292 appendix C, which are all over SHA-1. */
const OLD_SCHEMES: Readonly<Record<string, (iv: Bytes) => StoreCipher>> = {
  "1.2.840.113549.1.12.1.3": (iv) => tripleDesCbc(24, iv),
  "1.2.840.113549.1.12.1.4": (iv) => tripleDesCbc(16, iv),
  "1.2.840.113549.1.12.1.5": (iv) => rc2Cbc(16, 128, iv),
  "1.2.840.113549.1.12.1.6": (iv) => rc2Cbc(5, 40, iv),
};

/**
 * What was encrypted by a password, in the clear; the caller overwrites it. `identifier`: the AlgorithmIdentifier of RFC 8018 or of RFC 7292, in BER. It is
 * one element of ASN.1: whether it reads as one tells a right password from a wrong one.
 *
 * Throws `store.wrong-password`, `algorithm.unsupported`, `der.malformed` or `input.too-large`.
 */
export async function openEncrypted(identifier: DerNode, data: Bytes, context: OpeningContext): Promise<Bytes> {
  const fields = new DerFields(readDer(toDer(identifier, WHAT), TAG.sequence, WHAT), WHAT);
  const oid = readOid(fields.next(TAG.oid));
  if (oid !== PBES2 && !Object.hasOwn(OLD_SCHEMES, oid)) throw new SignatureError("algorithm.unsupported", { algorithm: oid });
  const parameters = fields.next(TAG.sequence);
  fields.end();
  const plain = oid === PBES2 ? await openPbes2(parameters, data, context) : await openOld(oid, parameters, data, context);
  if (plain && isOneElement(plain)) return plain;
  plain?.fill(0);
  throw new SignatureError("store.wrong-password");
}

async function openPbes2(parameters: DerNode, data: Bytes, context: OpeningContext): Promise<Bytes | null> {
  const fields = new DerFields(parameters, WHAT);
  const derivation = new DerFields(fields.next(TAG.sequence), WHAT);
  const cipher = readCipher(fields.next(TAG.sequence));
  fields.end();
  const function_ = readOid(derivation.next(TAG.oid));
  const input = derivation.next(TAG.sequence);
  derivation.end();
  if (function_ !== PBKDF2 && function_ !== SCRYPT) throw new SignatureError("algorithm.unsupported", { algorithm: function_ });
  const derive = function_ === PBKDF2 ? deriveByPbkdf2 : scrypt;
  return withKey(await derive(input, cipher.octets, context), (key) => cipher.decrypt(key, data, context));
}

/** PBKDF2-params (RFC 8018 A.2). A length of the key that is not the cipher's is refused. */
export async function deriveByPbkdf2(node: DerNode, octets: number, context: OpeningContext): Promise<Bytes> {
  const fields = new DerFields(node, WHAT);
  const salt = readOctets(fields.next(TAG.octetString));
  const iterations = readSmall(fields.next(TAG.integer));
  const length = fields.optional(TAG.integer);
  const prf = fields.optional(TAG.sequence);
  fields.end();
  if (length && readSmall(length) !== octets) throw malformed(WHAT);
  const hash = hashOfHmac(prf ? readOid(new DerFields(prf, WHAT).next(TAG.oid)) : HMAC_SHA1);
  return pbkdf2({ hash, salt, iterations, octets }, context);
}

async function openOld(oid: string, parameters: DerNode, data: Bytes, context: OpeningContext): Promise<Bytes | null> {
  const fields = new DerFields(parameters, WHAT);
  const salt = readOctets(fields.next(TAG.octetString));
  const iterations = readSmall(fields.next(TAG.integer));
  fields.end();
  const scheme = OLD_SCHEMES[oid] as (iv: Bytes) => StoreCipher;
  const cost = hashOfDigest(SHA1).cost;
  // key and start vector; a key of 24 octets takes two digests
  context.work.spend(iterations, 3 * cost);
  const { pkcs12KeyInTurns } = await import("../../national/key-derivation/pkcs12.ts");
  const question = { hash: await hashOfDigest(SHA1).load(), password: context.password, salt, iterations };
  const cipher = scheme(await pkcs12KeyInTurns({ ...question, purpose: "iv", octets: 8 }));
  return withKey(await pkcs12KeyInTurns({ ...question, purpose: "key", octets: cipher.octets }), (key) =>
    cipher.decrypt(key, data, context),
  );
}

async function withKey(key: Bytes, work: (key: Bytes) => Promise<Bytes | null>): Promise<Bytes | null> {
  try {
    return await work(key);
  } finally {
    key.fill(0);
  }
}

/** A SEQUENCE from the first octet to the last: by chance one in 2^24 wrong passwords leads to it where there is no padding to tell. */
function isOneElement(plain: Bytes): boolean {
  const first = plain[1];
  if (plain[0] !== TAG.sequence || first === undefined) return false;
  if (first === 0x80) return plain.length >= 4 && plain.at(-1) === 0 && plain.at(-2) === 0;
  if (first < 0x80) return plain.length === 2 + first;
  const count = first & 0x7f;
  const length = plain.subarray(2, 2 + count).reduce((sum, octet) => sum * 256 + octet, 0);
  return count <= 4 && plain.length === 2 + count + length;
}
