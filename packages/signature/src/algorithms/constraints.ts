import { registryOf } from "./algorithms.ts";
import type { PublicKeyInfo } from "./public-key.ts";
import type { CryptoOption, SignatureAlgorithm } from "./scheme.ts";

/** What a policy still takes. Defaults follow ETSI TS 119 312: SHA-2, RSA from 2048 bits, the NIST curves. */
export interface AlgorithmConstraints {
  /** Default: all that the registry has. */
  readonly signatures?: readonly SignatureAlgorithm[];
  /** Bits of the modulus. */
  readonly minimumRsaBits?: number;
}

/** Above this an RSA verification costs too much to offer to strangers. */
const MAXIMUM_RSA_BITS = 8192;

/** `null`: allowed; else what is not. */
export function violatedConstraint(
  algorithm: SignatureAlgorithm | undefined,
  key: PublicKeyInfo,
  { signatures, minimumRsaBits = 2048 }: AlgorithmConstraints = {},
  option: CryptoOption = {},
): string | null {
  const scheme = algorithm === undefined ? undefined : registryOf(option).find(algorithm);
  if (algorithm === undefined || !scheme || (signatures && !signatures.includes(algorithm))) return algorithm ?? "unsupported";
  // a kind of key that only the scheme itself knows is judged by it
  if (key.kind === "other" && !scheme.fits(key)) return key.algorithm;
  if (key.kind === "RSA" && (key.bits < minimumRsaBits || key.bits > MAXIMUM_RSA_BITS)) return `RSA-${key.bits}`;
  return null;
}
