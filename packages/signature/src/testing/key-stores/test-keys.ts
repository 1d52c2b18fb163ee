import { concat, copy, type Bytes } from "../../bytes.ts";
import { DerFields, readDer, TAG } from "../../der/read.ts";
import { octetString, sequence, small } from "../../der/write.ts";
import {
  dstu4145PublicKey,
  dstu4145Domain,
  NORMAL_CURVES,
  POLYNOMIAL_CURVES,
  writeDstu4145PublicKey,
} from "../../national/dstu4145/index.ts";
import { gost3410PublicKey, namedGostDomain, writeGost3410PublicKey } from "../../national/gost3410/index.ts";

/** A pair that a store takes. */
export interface StoredPair {
  /** PKCS #8, DER. */
  readonly privateKeyInfo: Bytes;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Bytes;
}

/** `RSA`: 2048 bits; `EC`: P-256. */
export async function platformPair(kind: "RSA" | "EC"): Promise<StoredPair> {
  const { subtle } = globalThis.crypto;
  const parameters =
    kind === "EC"
      ? { name: "ECDSA", namedCurve: "P-256" }
      : { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" };
  const { privateKey, publicKey } = (await subtle.generateKey(parameters, true, ["sign", "verify"])) as CryptoKeyPair;
  return {
    privateKeyInfo: new Uint8Array(await subtle.exportKey("pkcs8", privateKey)),
    publicKey: new Uint8Array(await subtle.exportKey("spki", publicKey)),
  };
}

/** A private number of `octets`, little-endian and below any order of that many. */
function secretNumber(octets: number): Bytes {
  return concat(globalThis.crypto.getRandomValues(new Uint8Array(octets - 1)), Uint8Array.of(0));
}

function identifierOf(spki: Bytes): Bytes {
  return copy(new DerFields(readDer(spki, TAG.sequence, "public key"), "public key").next(TAG.sequence).raw);
}

/** DSTU 4145 on a recommended curve; `secret`: little-endian, by default a new one. By default m = 257, polynomial basis. */
export function dstu4145Pair({ normal = false, index = 6, given }: { normal?: boolean; index?: number; given?: Bytes } = {}): StoredPair & {
  readonly secret: Bytes;
  readonly identifier: Bytes;
} {
  const numbers = (normal ? NORMAL_CURVES : POLYNOMIAL_CURVES)[index];
  if (!numbers) throw new RangeError("no such curve");
  const domain = dstu4145Domain(numbers);
  const secret = given ?? secretNumber(domain.order.octets);
  const publicKey = writeDstu4145PublicKey({ normal, index }, dstu4145PublicKey(domain, secret));
  const identifier = identifierOf(publicKey);
  return { publicKey, privateKeyInfo: sequence(small(0), identifier, octetString(secret)), secret, identifier };
}

/** GOST 34.10 by the object identifiers of key, curve and digest. */
export function gost3410Pair(names: { readonly algorithm: string; readonly curve: string; readonly digest?: string }): StoredPair {
  const domain = namedGostDomain(names.curve);
  const secret = secretNumber(domain.octets);
  const publicKey = writeGost3410PublicKey(names, gost3410PublicKey(domain, secret));
  return { publicKey, privateKeyInfo: sequence(small(0), identifierOf(publicKey), octetString(octetString(secret))) };
}
