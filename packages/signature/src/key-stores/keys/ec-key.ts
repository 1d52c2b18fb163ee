import { EC_KEY, readPublicKeyInfo, type Curve } from "../../algorithms/public-key.ts";
import type { CryptoOption, StandardSignature } from "../../algorithms/scheme.ts";
import { webCrypto } from "../../algorithms/web-crypto.ts";
import { equal, type Bytes } from "../../bytes.ts";
import { contextTag, DerFields, explicit, readDer, TAG } from "../../der/read.ts";
import { readBitOctets, readOid } from "../../der/values.ts";
import { bitString, oid, sequence } from "../../der/write.ts";
import { SignatureError } from "../../errors.ts";
import { PlatformKey } from "./platform-key.ts";
import { writePrivateKeyInfo, type PrivateKey, type PrivateKeyParts } from "./private-key.ts";

const CURVES: Readonly<Record<string, { readonly curve: Curve; readonly algorithm: StandardSignature }>> = {
  "1.2.840.10045.3.1.7": { curve: "P-256", algorithm: "ECDSA-SHA256" },
  "1.3.132.0.34": { curve: "P-384", algorithm: "ECDSA-SHA384" },
  "1.3.132.0.35": { curve: "P-521", algorithm: "ECDSA-SHA512" },
};

/** ECPrivateKey (RFC 5915) on a curve that the platform knows. */
export function openEcKey({ key, parameters }: PrivateKeyParts, option: CryptoOption): PrivateKey {
  const name = parameters?.tag === TAG.oid ? readOid(parameters) : "explicit curve";
  const known = Object.hasOwn(CURVES, name) ? CURVES[name] : undefined;
  if (!known) throw new SignatureError("algorithm.unsupported", { algorithm: name });
  const identifier = sequence(oid(EC_KEY), oid(name));
  const point = readPoint(key);
  const spki = point && sequence(identifier, bitString(point));
  const platform = new PlatformKey(writePrivateKeyInfo(identifier, key), option);
  const parameters_ = { name: "ECDSA", namedCurve: known.curve };
  return {
    algorithms: [known.algorithm],
    belongsTo: async (other) => (spki ? equal(other, spki) : verifies(other, await platform.import(parameters_), known.curve, option)),
    signer: (certificate) => platform.signer(certificate, parameters_),
    destroy: () => platform.destroy(),
  };
}

/** The public key, which some stores leave out. */
function readPoint(key: Bytes): Bytes | undefined {
  const what = "EC key";
  const fields = new DerFields(readDer(key, TAG.sequence, what), what);
  fields.next(TAG.integer);
  fields.next(TAG.octetString);
  fields.optional(contextTag(0, true));
  const node = fields.optional(contextTag(1, true));
  fields.end();
  return node && readBitOctets(explicit(node, TAG.bitString, what));
}

/** Whether what the key signs verifies by `spki`: the platform tells no public key of a private one that stays inside. */
async function verifies(spki: Bytes, key: CryptoKey, curve: Curve, option: CryptoOption): Promise<boolean> {
  const info = readPublicKeyInfo(spki);
  if (info.kind !== "EC" || info.curve !== curve) return false;
  const subtle = webCrypto(option);
  const how = { name: "ECDSA", hash: "SHA-256" };
  const probe = new TextEncoder().encode("whose key is this");
  const imported = await subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: curve }, false, ["verify"]).catch(() => undefined);
  return imported !== undefined && subtle.verify(how, imported, await subtle.sign(how, key, probe), probe);
}
