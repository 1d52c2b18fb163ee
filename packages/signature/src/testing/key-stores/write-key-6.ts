import { concat, type Bytes } from "../../bytes.ts";
import { contextTag } from "../../der/read.ts";
import { bitString, encode, octetString, oid, sequence, setOf, small } from "../../der/write.ts";
import { KEY_6 } from "../../key-stores/key-6/object-identifiers.ts";
import { DKE_1, ecbEncrypt, gost28147, gost28147Mac } from "../../national/gost28147/index.ts";
import { gost34311 } from "../../national/gost34311/index.ts";
import { DKE_1_OCTETS } from "./encrypt.ts";

/** Key-6 around a PrivateKeyInfo, for tests. `secret`: the password in the encoding of the writer. */
export function writeKey6(privateKeyInfo: Bytes, secret: Uint8Array): Bytes {
  const hash = gost34311(DKE_1);
  let key = hash(secret);
  for (let pass = 1; pass < 10_000; pass++) key = hash(key);
  const cipher = gost28147(key, DKE_1);
  const mac = gost28147Mac(cipher).update(privateKeyInfo).digest();
  const filled = new Uint8Array(8 * Math.ceil(privateKeyInfo.length / 8));
  filled.set(privateKeyInfo);
  const encrypted = ecbEncrypt(cipher).update(filled);
  const [data, rest] = [encrypted.subarray(0, privateKeyInfo.length), encrypted.subarray(privateKeyInfo.length)];
  return sequence(sequence(oid(KEY_6.encryption), sequence(octetString(mac), octetString(rest))), octetString(data));
}

/**
 * PrivateKeyInfo with a second key in its attributes. `identifier`: AlgorithmIdentifier of both; `curve`: that of the second one, by name, or in full with b
 * and base point big-endian; keys are little-endian.
 */
export function writeTwoKeys(identifier: Bytes, key: Bytes, curve: Bytes, secondKey: Bytes): Bytes {
  const attribute = (type: string, value: Bytes): Bytes => sequence(oid(type), setOf(value));
  const box = octetString(DKE_1_OCTETS);
  return sequence(
    small(0),
    identifier,
    octetString(key),
    encode(
      contextTag(0, true),
      concat(
        attribute(KEY_6.agreementParameters, sequence(curve, box, box)),
        attribute(KEY_6.agreementKey, bitString(secondKey.map(reverseBits))),
      ),
    ),
  );
}

function reverseBits(octet: number): number {
  return Number.parseInt(octet.toString(2).padStart(8, "0").split("").reverse().join(""), 2);
}
