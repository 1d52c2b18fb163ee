import { SignatureError } from "../errors.ts";
import { registryOf } from "./algorithms.ts";
import type { PublicKeyInfo } from "./public-key.ts";
import type { CryptoOption, DigestName, SignatureAlgorithm } from "./scheme.ts";

/** A policy for algorithms, as data. Defaults follow ETSI TS 119 312: SHA-2, RSA from 2048 bits, the NIST curves. */
export interface AlgorithmConstraints {
  /** What is taken at all, whenever it was made. Default: all that the registry has. */
  readonly signatures?: readonly SignatureAlgorithm[];
  /** Bits of the modulus: shorter keys are not taken, whenever they signed. */
  readonly minimumRsaBits?: number;
  /** What is trusted up to a moment: what is proven to be older still counts. Default: nothing ends. */
  readonly ends?: readonly AlgorithmEnd[];
}

/** Algorithms or keys, and when they stop to prove anything (EN 319 102-1 5.2.8). */
export interface AlgorithmEnd {
  /** Ids of signature algorithms or names of digests; a digest ends every signature over it. */
  readonly algorithms?: readonly string[];
  /** RSA keys of fewer bits. */
  readonly rsaBitsBelow?: number;
  /** ISO 8601. */
  readonly until: string;
}

/**
 * NIST SP 800-131A: SHA-1 in signatures and RSA below 2048 bits ended with 2013. For signatures of an archive, together with `SHA1_ALGORITHMS`:
 * the standard registry knows no SHA-1 and the default policy no short key, whatever the date.
 */
export const ENDED_WITH_2013: AlgorithmConstraints = {
  minimumRsaBits: 1024,
  ends: [{ algorithms: ["SHA-1"], rsaBitsBelow: 2048, until: "2014-01-01T00:00:00Z" }],
};

/** Above this an RSA verification costs too much to offer to strangers. */
const MAXIMUM_RSA_BITS = 8192;

/** `null`: allowed, as far as time does not matter; else what is not. */
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

/** From when on signatures of this algorithm under such a key prove nothing; `undefined`: the policy names no end. Throws `input.invalid` for no date. */
export function signatureEnd(
  algorithm: SignatureAlgorithm | undefined,
  key: PublicKeyInfo,
  constraints: AlgorithmConstraints | undefined,
  option: CryptoOption,
): Date | undefined {
  if (!constraints?.ends) return undefined;
  const digest = algorithm === undefined ? undefined : registryOf(option).find(algorithm)?.digest;
  return earliestEnd(
    constraints,
    ({ algorithms = [], rsaBitsBelow = 0 }) =>
      (algorithm !== undefined && algorithms.includes(algorithm)) ||
      (digest !== undefined && algorithms.includes(digest)) ||
      (key.kind === "RSA" && key.bits < rsaBitsBelow),
  );
}

/** The same for a digest alone. */
export function digestEnd(name: DigestName, constraints: AlgorithmConstraints | undefined): Date | undefined {
  return constraints && earliestEnd(constraints, ({ algorithms = [] }) => algorithms.includes(name));
}

function earliestEnd({ ends = [] }: AlgorithmConstraints, concerns: (end: AlgorithmEnd) => boolean): Date | undefined {
  let earliest: Date | undefined;
  for (const end of ends) {
    if (!concerns(end)) continue;
    const until = new Date(end.until);
    if (Number.isNaN(until.getTime())) throw new SignatureError("input.invalid", { what: "algorithms" });
    if (!earliest || until < earliest) earliest = until;
  }
  return earliest;
}
