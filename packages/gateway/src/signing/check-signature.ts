import { FiscError } from "@fisc/core";
import type { SignaturePolicy } from "@fisc/core";
import { SignatureError, validateSignature } from "@fisc/signature";
import type { SignatureReport, SubIndication } from "@fisc/signature";
import type { Treasury } from "../treasury.ts";

export type VerifiedSignature = SignatureReport & Required<Pick<SignatureReport, "signer">>;

/** What a signer can do something about; any other failure is `signature.invalid` with its sub-indication. */
const codes: Partial<Record<SubIndication, string>> = {
  EXPIRED: "signature.certificate-expired",
  NOT_YET_VALID: "signature.certificate-expired",
  OUT_OF_BOUNDS_NO_POE: "signature.certificate-expired",
  REVOKED: "signature.certificate-revoked",
  REVOKED_NO_POE: "signature.certificate-revoked",
  REVOKED_CA_NO_POE: "signature.certificate-revoked",
  NO_CERTIFICATE_CHAIN_FOUND: "signature.certificate-untrusted",
  CERTIFICATE_CHAIN_GENERAL_FAILURE: "signature.certificate-untrusted",
  CHAIN_CONSTRAINTS_FAILURE: "signature.certificate-untrusted",
  TRY_LATER: "signature.revocation-unknown",
};

/**
 * Verifies the CAdES signature over the ASiCManifest as of now, by the profile's anchors and the policy's key usage.
 * @param producedAfter when the nonce was given out: the signature cannot be older
 * @throws FiscError `signature.invalid`, `.clock`, `.certificate-expired`, `.certificate-untrusted`, `.certificate-revoked`, `.revocation-unknown`
 */
export async function checkSignature(
  { trust, clock }: Pick<Treasury, "trust" | "clock">,
  policy: SignaturePolicy,
  input: { readonly signature: Uint8Array; readonly content: Uint8Array; readonly producedAfter: Date },
): Promise<VerifiedSignature> {
  const report = await validateSignature({
    ...input,
    trustAnchors: trust.anchors,
    crls: await trust.revocationLists(),
    revocation: trust.revocation,
    at: clock.now(),
    keyUsage: policy.keyUsage,
  }).catch((cause: unknown) => {
    if (cause instanceof SignatureError) throw new FiscError("signature.invalid", { reason: cause.code }, { cause });
    throw cause;
  });
  if (report.indication === "TOTAL-PASSED" && report.level !== undefined && report.signer !== undefined)
    return { ...report, signer: report.signer };
  const reason = report.subIndication ?? report.indication;
  // the signer's computer tells another time than we do: nothing is wrong with the key
  if (report.evidence.some(({ check, outcome }) => check === "signing-time" && outcome === "failed"))
    throw new FiscError("signature.clock", { reason });
  throw new FiscError((report.subIndication === undefined ? undefined : codes[report.subIndication]) ?? "signature.invalid", { reason });
}
