import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { algorithmFacts, type DigestName, type SignatureAlgorithm } from "./algorithms.ts";
import { ecdsaFromDer } from "./ecdsa-value.ts";
import { FIELD_OCTETS, readPublicKeyInfo, type PublicKeyInfo } from "./public-key.ts";

/** The WebCrypto to work with; another one may bring national algorithms. Default `globalThis.crypto`. */
export interface CryptoOption {
  readonly crypto?: Crypto;
}

export function webCrypto(option: CryptoOption): SubtleCrypto {
  return (option.crypto ?? globalThis.crypto).subtle;
}

export async function digest(name: DigestName, bytes: Bytes, option: CryptoOption = {}): Promise<Bytes> {
  return new Uint8Array(await webCrypto(option).digest(name, bytes));
}

/** Whether a key of this kind can make signatures of this algorithm. */
export function fits(key: PublicKeyInfo, algorithm: SignatureAlgorithm): boolean {
  return algorithmFacts(algorithm).family === "ECDSA" ? key.kind === "EC" : key.kind === "RSA";
}

/** `signature` as it stands in X.509 and CMS (ECDSA: DER). False, never an error, for any value that does not verify. */
export async function verifySignature(
  input: { readonly spki: Bytes; readonly algorithm: SignatureAlgorithm; readonly data: Bytes; readonly signature: Bytes } & CryptoOption,
): Promise<boolean> {
  const subtle = webCrypto(input);
  const key = readPublicKeyInfo(input.spki);
  if (!fits(key, input.algorithm)) return false;
  const { family, digest: hash } = algorithmFacts(input.algorithm);
  try {
    if (key.kind === "EC") {
      const raw = ecdsaFromDer(input.signature, FIELD_OCTETS[key.curve]);
      if (!raw) return false;
      const imported = await subtle.importKey("spki", input.spki, { name: "ECDSA", namedCurve: key.curve }, false, ["verify"]);
      return await subtle.verify({ name: "ECDSA", hash }, imported, raw, input.data);
    }
    const name = family === "RSA-PSS" ? "RSA-PSS" : "RSASSA-PKCS1-v1_5";
    const imported = await subtle.importKey("spki", input.spki, { name, hash }, false, ["verify"]);
    return await subtle.verify({ name, saltLength: Number(hash.slice(4)) / 8 }, imported, input.signature, input.data);
  } catch (error) {
    // the platform refuses the key itself (a point off the curve, an odd modulus): then nothing verifies under it
    if (error instanceof SignatureError) throw error;
    return false;
  }
}
