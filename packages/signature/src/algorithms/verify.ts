import type { Bytes } from "../bytes.ts";
import { registryOf } from "./algorithms.ts";
import { readPublicKeyInfo, type PublicKeyInfo } from "./public-key.ts";
import type { CryptoOption, DigestName, SignatureAlgorithm } from "./scheme.ts";

export type { CryptoOption } from "./scheme.ts";
export { webCrypto } from "./web-crypto.ts";

/** Throws `SignatureError` `algorithm.unsupported`. */
export async function digest(name: DigestName, bytes: Bytes, option: CryptoOption = {}): Promise<Bytes> {
  return registryOf(option).digest(name).digest(bytes, option);
}

/** Whether a key of this kind can make signatures of this algorithm. */
export function fits(key: PublicKeyInfo, algorithm: SignatureAlgorithm, option: CryptoOption = {}): boolean {
  return registryOf(option).find(algorithm)?.fits(key) ?? false;
}

/** `signature` as it stands in X.509 and CMS (ECDSA: DER). False, never an error, for any value that does not verify. */
export async function verifySignature(
  input: {
    readonly spki: Bytes;
    readonly algorithm: SignatureAlgorithm;
    readonly data: Bytes;
    readonly signature: Bytes;
    readonly identifier?: Bytes;
  } & CryptoOption,
): Promise<boolean> {
  const key = readPublicKeyInfo(input.spki);
  const scheme = registryOf(input).signature(input.algorithm);
  return scheme.fits(key) && scheme.verify({ ...input, key });
}
