import type { EvidenceLog } from "../report.ts";
import { digestEnd, signatureEnd, type AlgorithmConstraints } from "./constraints.ts";
import type { PublicKeyInfo } from "./public-key.ts";
import type { CryptoOption, DigestName, SignatureAlgorithm } from "./scheme.ts";

interface Used {
  readonly algorithm: SignatureAlgorithm | undefined;
  readonly digest?: DigestName | undefined;
  readonly key: PublicKeyInfo;
  /** Since when what they protect is proven to be there. */
  readonly at: Date;
  /** It cannot be older than this. */
  readonly producedAfter?: Date | undefined;
}

/** EN 319 102-1 5.2.8 with dates: whether the policy still took the algorithm at the moment for which there is proof. Logs only what failed. */
export function checkAlgorithmEnd(
  { algorithm, digest, key, at, producedAfter }: Used,
  { algorithms, ...option }: CryptoOption & { readonly algorithms?: AlgorithmConstraints },
  log: EvidenceLog,
): void {
  const ends = [signatureEnd(algorithm, key, algorithms, option), digest === undefined ? undefined : digestEnd(digest, algorithms)];
  for (const end of ends) {
    if (!end || end > at) continue;
    const params = { algorithm: algorithm ?? digest ?? "", until: end.toISOString(), at: at.toISOString() };
    const certain = producedAfter !== undefined && producedAfter >= end;
    log.fail(
      "algorithm-constraints",
      "INDETERMINATE",
      certain ? "CRYPTO_CONSTRAINTS_FAILURE" : "CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
      params,
    );
    return;
  }
}
