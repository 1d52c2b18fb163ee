import { digest } from "../algorithms/verify.ts";
import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { signedContent } from "./check-signature.ts";
import { contentDigest, type ContentDigest } from "./content.ts";
import { attribute, makeSigner, type SignerInput } from "./make-signer.ts";
import { CMS } from "./oids.ts";
import { changeSignedData, readSignedData, type SignedData } from "./signed-data.ts";
import { withUnsignedAttributes, type SignerInfo } from "./signer-info.ts";

export interface CoSignInput extends SignerInput {
  /** A CMS with at least one signer, DER or BER. */
  readonly signature: Uint8Array;
  /** The detached content; left out where it is attached. */
  readonly content?: Uint8Array | ContentDigest;
}

/**
 * Adds a signer who signs the same content, independent of the others (a parallel signature). No byte of the other signers changes; the new one
 * is not always last, as signers that stand in DER order stay so.
 * Throws as `createCades`, and `cms.malformed` for a signature that cannot be read.
 */
export async function addSigner(input: CoSignInput): Promise<Bytes> {
  const data = readSignedData(input.signature);
  const made = await makeSigner(input, data.contentType, contentDigest(signedContent(data, input), input));
  return changeSignedData(data, {
    addedSigners: [made.signerInfo],
    digestAlgorithms: [made.digestAlgorithm],
    certificates: made.certificates,
  });
}

export interface CountersignInput extends SignerInput {
  readonly signature: Uint8Array;
  /** Whose signature is signed (0, 1, …). Without it there must be exactly one. */
  readonly target?: number;
}

/**
 * Signs the signature value of another signer (RFC 5652 11.4): an unsigned attribute beside it, which changes nothing that was signed.
 * Throws as `createCades`; `cms.malformed` for a signature that cannot be read, `input.invalid` for a target that is not there.
 */
export async function countersign(input: CountersignInput): Promise<Bytes> {
  const data = readSignedData(input.signature);
  const { info, index } = chosenSigner(data, input.target);
  const made = await makeSigner(input, null, (name) => digest(name, info.signature, input));
  const countersigned = withUnsignedAttributes(info, [attribute(CMS.countersignature, made.signerInfo)]);
  return changeSignedData(data, { signers: new Map([[index, countersigned]]), certificates: made.certificates });
}

/** Throws `SignatureError` `input.invalid`. */
export function chosenSigner({ signers }: SignedData, index?: number): { readonly info: SignerInfo; readonly index: number } {
  const info = signers[index ?? 0];
  if (!info || (index === undefined && signers.length !== 1))
    throw new SignatureError("input.invalid", { what: "signer", count: signers.length });
  return { info, index: index ?? 0 };
}
