import { ALL_ALGORITHMS, type SignatureAlgorithm } from "./algorithms.ts";
import type { PublicKeyInfo } from "./public-key.ts";

/** What a policy still takes. Defaults follow ETSI TS 119 312: SHA-2, RSA from 2048 bits, the NIST curves. */
export interface AlgorithmConstraints {
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
  { signatures = ALL_ALGORITHMS, minimumRsaBits = 2048 }: AlgorithmConstraints = {},
): string | null {
  if (!algorithm || !signatures.includes(algorithm)) return algorithm ?? "unsupported";
  if (key.kind === "other") return key.algorithm;
  if (key.kind === "RSA" && (key.bits < minimumRsaBits || key.bits > MAXIMUM_RSA_BITS)) return `RSA-${key.bits}`;
  return null;
}
