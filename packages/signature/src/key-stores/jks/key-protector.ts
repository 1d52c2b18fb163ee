import type { Bytes } from "../../bytes.ts";
import { DerFields, malformed, readDer, TAG } from "../../der/read.ts";
import { readOctets, readOid } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import { sameTag } from "../../national/hash/mac.ts";
import { sha1 } from "../../national/key-derivation/sha1.ts";

export const KEY_PROTECTOR = "1.3.6.1.4.1.42.2.17.1.1";
const DIGEST = 20;

/** UTF-16, big-endian. The caller overwrites it. */
export function passwordOctets(password: string): Bytes {
  const octets = new Uint8Array(2 * password.length);
  for (let i = 0; i < password.length; i++) {
    octets[2 * i] = password.charCodeAt(i) >> 8;
    octets[2 * i + 1] = password.charCodeAt(i);
  }
  return octets;
}

/** XORs with SHA-1(password ‖ the block before); the first block before is the salt. Both ways. */
export function protectorStream(data: Bytes, salt: Bytes, secret: Bytes): Bytes {
  const out = new Uint8Array(data);
  let block = salt;
  for (let at = 0; at < out.length; at += DIGEST) {
    block = sha1.create().update(secret).update(block).digest();
    for (let i = 0; i < DIGEST && at + i < out.length; i++) out[at + i] = (out[at + i] as number) ^ (block[i] as number);
  }
  block.fill(0);
  return out;
}

/** PrivateKeyInfo of an entry; `undefined` where the digest in it is not that of this password and these octets. Throws `algorithm.unsupported`, `der.malformed`. */
export function openProtectedKey(entry: Bytes, secret: Bytes): Bytes | undefined {
  const what = "protected key";
  const fields = new DerFields(readDer(entry, TAG.sequence, what), what);
  const algorithm = readOid(new DerFields(fields.next(TAG.sequence), what).next(TAG.oid));
  const octets = readOctets(fields.next(TAG.octetString));
  fields.end();
  if (algorithm !== KEY_PROTECTOR) throw new SignatureError("algorithm.unsupported", { algorithm });
  if (octets.length <= 2 * DIGEST) throw malformed(what);
  const plain = protectorStream(octets.slice(DIGEST, -DIGEST), octets.slice(0, DIGEST), secret);
  if (sameTag(sha1.create().update(secret).update(plain).digest(), octets.subarray(-DIGEST))) return plain;
  plain.fill(0);
  return undefined;
}
