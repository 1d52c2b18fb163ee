import type { SignatureScheme } from "../algorithms/scheme.ts";
import type { Bytes } from "../bytes.ts";

/** The halves of a pair: what the private one is, in the octets its kind keeps it in, and the public one as SubjectPublicKeyInfo (DER). */
export interface KeyHalves {
  readonly secret: Bytes;
  readonly spki: Bytes;
}

/** `GOST 34.10` or `DSTU 4145` keys, as WebCrypto asks for them. All throw `SignatureError`s. */
export interface KeyKind {
  /** Each is an algorithm's name in WebCrypto, by its id in the registry. */
  readonly schemes: readonly SignatureScheme[];
  /** `curve`: object identifier. The pair of a secret that is drawn from `random` until it is in range. */
  generate(scheme: SignatureScheme, curve: string, random: (octets: Bytes) => void): KeyHalves;
  /** PrivateKeyInfo (DER), which is left as it is. */
  readPrivate(scheme: SignatureScheme, pkcs8: Bytes): KeyHalves;
  /** Object identifier of a public key's curve, or `explicit`. Throws for a key that must not be used. */
  curveOf(spki: Bytes): string;
  /** The value as CMS holds it. */
  sign(scheme: SignatureScheme, key: KeyHalves, data: Bytes, entropy: Bytes): Bytes;
}
