import { dstu4145Hash } from "../national/dstu4145/algorithms.ts";
import { NORMAL_CURVES, POLYNOMIAL_CURVES } from "../national/dstu4145/curves.ts";
import {
  NORMAL_KEYS,
  POLYNOMIAL_KEYS,
  readDstu4145Parameters,
  readDstu4145PublicKey,
  writeDstu4145PublicKey,
} from "../national/dstu4145/public-key.ts";
import { DSTU4145, dstu4145Domain, dstu4145PublicKey, signDstu4145, writePoint } from "../national/dstu4145/index.ts";
import { concat, type Bytes } from "../bytes.ts";
import { DerFields, malformed, readDer, TAG } from "../der/read.ts";
import { readOid } from "../der/values.ts";
import { bitString, octetString, sequence } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { fixedLength, readPrivateKeyInfo } from "../key-stores/keys/private-key.ts";
import type { SignatureScheme } from "../algorithms/scheme.ts";
import { drawSecret } from "./draw-secret.ts";
import type { KeyHalves, KeyKind } from "./key-kind.ts";

const WHAT = "DSTU 4145 key";
const ARC = "1.2.804.2.1.1.1.1.3.1";

const isNormal = ({ family }: SignatureScheme): boolean => family.endsWith("-ONB");

function curveOf(identifier: string, scheme: SignatureScheme): { readonly normal: boolean; readonly index: number } {
  const normal = isNormal(scheme);
  const curves = normal ? NORMAL_CURVES : POLYNOMIAL_CURVES;
  const index = curves.findIndex((_, i) => identifier === `${ARC}.${normal ? 2 : 1}.2.${i}`);
  if (index < 0) throw new SignatureError("algorithm.unsupported", { algorithm: identifier });
  return { normal, index };
}

export const DSTU4145_KEYS: KeyKind = {
  schemes: DSTU4145.signatures ?? [],

  generate(scheme, identifier, random) {
    const curve = curveOf(identifier, scheme);
    const numbers = (curve.normal ? NORMAL_CURVES : POLYNOMIAL_CURVES)[curve.index];
    if (!numbers) throw new SignatureError("algorithm.unsupported", { algorithm: identifier });
    const domain = dstu4145Domain(numbers);
    const { secret, taken } = drawSecret(domain.order, random, (privateKey) => dstu4145PublicKey(domain, privateKey));
    return { secret, spki: writeDstu4145PublicKey(curve, taken) };
  },

  readPrivate(scheme, pkcs8): KeyHalves {
    const { algorithm, identifier, parameters, key } = readPrivateKeyInfo(pkcs8);
    const normal = isNormal(scheme);
    if (!(normal ? NORMAL_KEYS : POLYNOMIAL_KEYS).includes(algorithm)) throw new SignatureError("algorithm.mismatch", { algorithm });
    if (!parameters) throw malformed(WHAT);
    const { domain } = readDstu4145Parameters(parameters, normal);
    const secret = fixedLength(key, domain.order.octets);
    const point = writePoint(domain, dstu4145PublicKey(domain, secret));
    return { secret, spki: sequence(identifier.raw.slice(), bitString(octetString(point))) };
  },

  curveOf(spki) {
    readDstu4145PublicKey(spki);
    const identifier = new DerFields(new DerFields(readDer(spki, TAG.sequence, WHAT), WHAT).next(TAG.sequence), WHAT);
    identifier.next(TAG.oid);
    const curve = new DerFields(identifier.next(TAG.sequence), WHAT).next(TAG.oid, TAG.sequence);
    return curve.tag === TAG.oid ? readOid(curve) : "explicit";
  },

  sign(scheme, { secret, spki }, data, entropy): Bytes {
    const { domain, substitution } = readDstu4145PublicKey(spki);
    const hash = dstu4145Hash(scheme.digest, substitution);
    const { r, s } = signDstu4145(domain, { privateKey: secret, digest: hash(data), hash, entropy });
    return concat(r, s);
  },
};
