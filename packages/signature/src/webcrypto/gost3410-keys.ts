import type { Bytes } from "../bytes.ts";
import { DerFields, malformed, readDer, TAG } from "../der/read.ts";
import { readOid } from "../der/values.ts";
import { bitString, octetString, sequence } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { readGost3410Secret } from "../key-stores/keys/gost3410-key.ts";
import { readPrivateKeyInfo } from "../key-stores/keys/private-key.ts";
import { gost3410Profile } from "../national/gost3410/algorithms.ts";
import {
  GOST3410,
  gost3410PublicKey,
  namedGostDomain,
  readGost3410PublicKey,
  signGost3410,
  writeGost3410PublicKey,
  writeGost3410Value,
} from "../national/gost3410/index.ts";
import { drawSecret } from "./draw-secret.ts";
import type { KeyHalves, KeyKind } from "./key-kind.ts";

const WHAT = "GOST 34.10 key";

export const GOST3410_KEYS: KeyKind = {
  schemes: GOST3410.signatures ?? [],

  generate(scheme, curve, random) {
    const { key, octets } = gost3410Profile(scheme.id);
    const domain = namedGostDomain(curve);
    if (domain.octets !== octets) throw new SignatureError("algorithm.mismatch", { algorithm: curve });
    const { secret, taken } = drawSecret({ bits: domain.order.bits, octets: domain.octets }, random, (privateKey) =>
      gost3410PublicKey(domain, privateKey),
    );
    return { secret, spki: writeGost3410PublicKey({ algorithm: key, curve }, taken) };
  },

  readPrivate(scheme, pkcs8): KeyHalves {
    const { algorithm, identifier, parameters, key } = readPrivateKeyInfo(pkcs8);
    const profile = gost3410Profile(scheme.id);
    if (algorithm !== profile.key) throw new SignatureError("algorithm.mismatch", { algorithm });
    if (!parameters) throw malformed(WHAT);
    const domain = namedGostDomain(readOid(new DerFields(parameters, WHAT).next(TAG.oid)));
    if (domain.octets !== profile.octets) throw new SignatureError("key.invalid", { what: "curve" });
    const secret = readGost3410Secret(key, domain.octets);
    return { secret, spki: sequence(identifier.raw.slice(), bitString(octetString(gost3410PublicKey(domain, secret)))) };
  },

  curveOf(spki) {
    readGost3410PublicKey(spki);
    const identifier = new DerFields(new DerFields(readDer(spki, TAG.sequence, WHAT), WHAT).next(TAG.sequence), WHAT);
    identifier.next(TAG.oid);
    return readOid(new DerFields(identifier.next(TAG.sequence), WHAT).next(TAG.oid));
  },

  sign(scheme, { secret, spki }, data, entropy): Bytes {
    const { order, hash } = gost3410Profile(scheme.id);
    const { domain } = readGost3410PublicKey(spki);
    return writeGost3410Value(signGost3410(domain, { privateKey: secret, digest: hash(data), hash, entropy }), order);
  },
};
