import type { SignAlgorithm, TokenState } from "@fisc/carrier-host/protocol";
import type { SigningErrorCode } from "@fisc/core";
import type { CertificateInfo } from "@fisc/signature";

/** A certificate on a token that is plugged in. */
export interface Candidate {
  readonly token: TokenState;
  readonly der: Uint8Array<ArrayBuffer>;
  readonly info: CertificateInfo;
  readonly algorithm: SignAlgorithm | null;
}

export interface Choice {
  /** Registered for this person and role, in force now, and of an algorithm that can be signed with. */
  readonly usable: readonly Candidate[];
  /** Why there is none. Null where there is one. */
  readonly problem: SigningErrorCode | null;
  /** What is there besides, for the person to see that it is the wrong key. */
  readonly others: readonly Candidate[];
}

/**
 * Which certificates may be used. `registered`: SHA-256 of the DER, hex. Computed over the DER itself: what the host says of a
 * certificate is not taken for granted.
 */
export function chooseCertificates(candidates: readonly Candidate[], registered: readonly string[], now: number, tokens: number): Choice {
  const mine = candidates.filter(({ info }) => registered.includes(info.sha256));
  const inForce = mine.filter(({ info }) => Date.parse(info.notBefore) <= now && now <= Date.parse(info.notAfter));
  const usable = inForce.filter(({ algorithm, token }) => algorithm !== null && !token.flags.pinLocked);
  const others = candidates.filter((candidate) => !mine.includes(candidate) && !candidate.info.certificateAuthority);
  return { usable, others, problem: usable.length > 0 ? null : problem({ tokens, others, mine, inForce }) };
}

function problem(found: {
  readonly tokens: number;
  readonly others: readonly Candidate[];
  readonly mine: readonly Candidate[];
  readonly inForce: readonly Candidate[];
}): SigningErrorCode {
  if (found.tokens === 0) return "token.missing";
  if (found.mine.length === 0) return found.others.length === 0 ? "certificate.none" : "certificate.not-registered";
  if (found.inForce.length === 0) return "certificate.expired";
  return found.inForce.some(({ token }) => token.flags.pinLocked) ? "token.locked" : "certificate.none";
}

/** Certificates of all tokens, read by our own parser; those that it cannot read are left out. */
export function candidatesOf(
  tokens: readonly TokenState[],
  parse: (der: Uint8Array) => Promise<CertificateInfo>,
): Promise<readonly Candidate[]> {
  const found = tokens.flatMap((token) => token.certificates.map((certificate) => ({ token, certificate })));
  return Promise.all(
    found.map(async ({ token, certificate }): Promise<Candidate | null> => {
      try {
        const der = Uint8Array.from(atob(certificate.der), (letter) => letter.charCodeAt(0));
        return { token, der, info: await parse(der), algorithm: certificate.algorithms[0] ?? null };
      } catch {
        return null;
      }
    }),
  ).then((all) => all.filter((candidate) => candidate !== null));
}
