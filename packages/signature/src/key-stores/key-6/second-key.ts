import type { Bytes } from "../../bytes.ts";
import { children, contextTag, DerFields, malformed, readDer, TAG, type DerNode } from "../../der/read.ts";
import { readBitOctets, readOctets, readOid } from "../../der/values.ts";
import { encode, octetString, oid, sequence, small } from "../../der/write.ts";
import { KEY_6 } from "./object-identifiers.ts";

const WHAT = "second key";

/**
 * The key for agreements that stands in attributes of a PrivateKeyInfo beside the one that signs, as a PrivateKeyInfo of its own (DER);
 * `undefined` where there is none. The caller overwrites it. Throws `der.malformed`.
 */
export function readSecondKey(privateKeyInfo: Bytes): Bytes | undefined {
  const fields = new DerFields(readDer(privateKeyInfo, TAG.sequence, WHAT), WHAT);
  fields.next(TAG.integer);
  const identifier = fields.next(TAG.sequence);
  fields.next(TAG.octetString);
  const attributes = fields.optional(contextTag(0, true));
  if (!attributes) return undefined;
  const values = new Map(children(attributes, WHAT, 64).map(readAttribute));
  const key = values.get(KEY_6.agreementKey);
  const parameters = values.get(KEY_6.agreementParameters);
  if (!key || !parameters) return undefined;

  const algorithm = readOid(new DerFields(identifier, WHAT).next(TAG.oid));
  const curveAndBoxes = new DerFields(parameters, WHAT);
  const curve = curveAndBoxes.next(TAG.oid, TAG.sequence);
  const box = curveAndBoxes.optional(TAG.octetString);
  const wrappingBox = curveAndBoxes.optional(TAG.octetString) ?? box;
  const boxes = wrappingBox ? [octetString(readOctets(wrappingBox))] : [];
  const secret = readBitOctets(key).map(reverseBits);
  const written = sequence(small(0), sequence(oid(algorithm), sequence(littleEndian(curve), ...boxes)), octetString(secret));
  secret.fill(0);
  return written;
}

function readAttribute(node: DerNode): [string, DerNode | undefined] {
  const fields = new DerFields(node, WHAT);
  const type = readOid(fields.next(TAG.oid));
  const [value] = children(fields.next(TAG.set), WHAT, 16);
  fields.end();
  return [type, value];
}

/** A curve in full is written here with b and the base point backwards. */
function littleEndian(curve: DerNode): Bytes {
  if (curve.tag === TAG.oid) return curve.raw;
  const parts = children(curve, WHAT, 8).map(({ tag, raw, content }) =>
    tag === TAG.octetString ? encode(tag, content.toReversed()) : raw,
  );
  if (parts.length < 5) throw malformed(WHAT);
  return sequence(...parts);
}

/** A BIT STRING holds the number's lowest bit first. */
function reverseBits(octet: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) reversed |= ((octet >> bit) & 1) << (7 - bit);
  return reversed;
}
