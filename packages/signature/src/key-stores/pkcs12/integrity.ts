import type { Bytes } from "../../bytes.ts";
import { toDer } from "../../der/ber.ts";
import { children, DerFields, malformed, readDer, TAG, type DerNode } from "../../der/read.ts";
import { readOctets, readOid, readSmall } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import { hmac } from "../../national/key-derivation/pbkdf2.ts";
import { sameTag } from "../../national/hash/mac.ts";
import { deriveByPbkdf2, PBKDF2 } from "../encryption/open-encrypted.ts";
import { hashOfDigest, hashOfHmac } from "../encryption/hashes.ts";
import type { OpeningContext } from "../locked-store.ts";

const WHAT = "mac";
const PBMAC1 = "1.2.840.113549.1.5.14";

/**
 * Whether MacData (RFC 7292 4, RFC 9579) is that of `content` under the password. Throws `algorithm.unsupported`, `der.malformed` or `input.too-large`.
 */
export async function hasMac(macData: DerNode, content: Bytes, context: OpeningContext): Promise<boolean> {
  const fields = new DerFields(readDer(toDer(macData, WHAT), TAG.sequence, WHAT), WHAT);
  const info = new DerFields(fields.next(TAG.sequence), WHAT);
  const salt = readOctets(fields.next(TAG.octetString));
  const count = fields.optional(TAG.integer);
  fields.end();
  const algorithm = info.next(TAG.sequence);
  const expected = readOctets(info.next(TAG.octetString));
  info.end();

  const oid = readOid(new DerFields(algorithm, WHAT).next(TAG.oid));
  if (oid === PBMAC1) return sameTag(await pbmac1(algorithm, content, context), expected);
  const { cost, load } = hashOfDigest(oid);
  const iterations = count ? readSmall(count) : 1;
  context.work.spend(iterations, cost);
  const { pkcs12KeyInTurns } = await import("../../national/key-derivation/pkcs12.ts");
  const hash = await load();
  const key = await pkcs12KeyInTurns({ hash, password: context.password, salt, iterations, purpose: "mac", octets: hash.outputLen });
  const mac = hmac(hash, key).update(content).digest();
  key.fill(0);
  return sameTag(mac, expected);
}

/**
 * PBMAC1 (RFC 8018 7.1) with PBKDF2 and an HMAC whose key is as long as its digest. RFC 9579 section 4: the length has to be written; a file that may choose
 * a short one could be changed by who tries all its keys.
 */
async function pbmac1(algorithm: DerNode, content: Bytes, context: OpeningContext): Promise<Bytes> {
  const fields = new DerFields(algorithm, WHAT);
  fields.next(TAG.oid);
  const parameters = new DerFields(fields.next(TAG.sequence), WHAT);
  fields.end();
  const derivation = new DerFields(parameters.next(TAG.sequence), WHAT);
  const hash = await hashOfHmac(readOid(new DerFields(parameters.next(TAG.sequence), WHAT).next(TAG.oid))).load();
  parameters.end();
  const function_ = readOid(derivation.next(TAG.oid));
  if (function_ !== PBKDF2) throw new SignatureError("algorithm.unsupported", { algorithm: function_ });
  const input = derivation.next(TAG.sequence);
  const [, , length] = children(input, WHAT, 4);
  if (length?.tag !== TAG.integer) throw malformed(WHAT);
  const key = await deriveByPbkdf2(input, hash.outputLen, context);
  const mac = hmac(hash, key).update(content).digest();
  key.fill(0);
  return mac;
}
