import { algorithmFacts, type DigestName } from "../algorithms/algorithms.ts";
import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { contentDigest, type ContentDigest } from "./content.ts";
import { makeSigner, type SignerInput } from "./make-signer.ts";
import { CMS } from "./oids.ts";
import { writeSignedData } from "./signed-data.ts";

export interface CadesInput extends SignerInput {
  /** What is signed. */
  readonly content: Uint8Array | ContentDigest;
  /** Puts the content inside the signature; by default it stays outside. */
  readonly attach?: boolean;
  /** Must be the digest of the signer's algorithm, and is by default: OpenSSL verifies with it (RFC 5754). */
  readonly digest?: DigestName;
}

/**
 * Makes a CAdES baseline B-B signature (ETSI EN 319 122-1 clause 6): DER of a CMS ContentInfo.
 *
 * Throws `SignatureError`: `algorithm.mismatch` (key, algorithm and digest do not go together), `certificate.malformed`, `input.invalid` (content to
 * attach that is not there), `signature.invalid` (what the signer gave back does not verify). Errors of the signer pass through.
 */
export async function createCades(input: CadesInput): Promise<Bytes> {
  const { content, attach = false } = input;
  const { algorithm } = input.signer;
  if (input.digest && input.digest !== algorithmFacts(algorithm, input).digest)
    throw new SignatureError("algorithm.mismatch", { algorithm, digest: input.digest });
  if (attach && typeof content === "function") throw new SignatureError("input.invalid", { what: "content" });
  const attached = attach && typeof content !== "function" ? { content: content.slice() } : {};

  const made = await makeSigner(input, CMS.data, contentDigest(attached.content ?? content, input));
  return writeSignedData({
    contentType: CMS.data,
    ...attached,
    digestAlgorithm: made.digestAlgorithm,
    certificates: made.certificates,
    signer: made.signerInfo,
  });
}
