import type { DigestName } from "../algorithms/algorithms.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { copy, type Bytes } from "../bytes.ts";
import { readCertificate } from "../certificate/certificate.ts";
import { readRevocationList } from "../certificate/crl.ts";
import { SignatureError } from "../errors.ts";
import { EvidenceLog } from "../report.ts";
import { checkToken } from "../timestamp/check-token.ts";
import type { MessageImprint } from "../timestamp/request.ts";
import { chosenSigner } from "./add-signer.ts";
import { archiveImprints, writeHashIndex } from "./archive-timestamp.ts";
import { signedContent } from "./check-signature.ts";
import { contentDigest, type ContentDigest } from "./content.ts";
import { ocspChoice, type ValidationValues } from "./embedded-values.ts";
import { attribute } from "./make-signer.ts";
import { CMS, ETSI } from "./oids.ts";
import { changeSignedData, readSignedData } from "./signed-data.ts";
import { withUnsignedAttributes } from "./signer-info.ts";

export interface ExtensionInput extends CryptoOption {
  /** A CMS, DER or BER. All that is signed in it stays byte for byte. */
  readonly signature: Uint8Array;
  /** Which of several signers (0, 1, …). Without it there must be exactly one. */
  readonly signer?: number;
}

export interface TimestampingInput extends ExtensionInput {
  /** Gets a timestamp token (a CMS) over a digest: `timestampClient(…)`, or an authority at hand. */
  readonly stamp: (imprint: MessageImprint) => Promise<Uint8Array>;
  /** Default SHA-256. */
  readonly digest?: DigestName;
}

/**
 * B-B to B-T: a timestamp over the signature value (EN 319 122-1 5.3). Several may be added.
 * Throws `SignatureError`: `cms.malformed`, `input.invalid` (no such signer), `service.lied` (the token is not over this signature, or does not verify).
 * Errors of `stamp` pass through. The authority's path is the verifier's question, not asked here.
 */
export async function addSignatureTimestamp(input: TimestampingInput): Promise<Bytes> {
  const { digest: name = "SHA-256" } = input;
  const data = readSignedData(input.signature);
  const { info, index } = chosenSigner(data, input.signer);
  const token = await stampOver({ digest: name, value: await digest(name, info.signature, input) }, input);
  const extended = withUnsignedAttributes(info, [attribute(CMS.signatureTimestamp, token)]);
  return changeSignedData(data, { signers: new Map([[index, extended]]) });
}

/**
 * B-T to B-LT: certificates and revocation data go into the SignedData (EN 319 122-1 5.4, RFC 5940 for OCSP). Give all that the signer's path
 * and the timestamps' paths need; what is there already is not added again.
 * Throws `SignatureError`: `cms.malformed`, `certificate.malformed`, `crl.malformed`.
 */
export function addValidationValues(input: { readonly signature: Uint8Array; readonly values: Partial<ValidationValues> }): Bytes {
  const { certificates = [], crls = [], ocspResponses = [] } = input.values;
  for (const der of certificates) readCertificate(der);
  for (const der of crls) readRevocationList(der);
  return changeSignedData(readSignedData(input.signature), { certificates, revocations: [...crls, ...ocspResponses.map(ocspChoice)] });
}

/**
 * B-LT to B-LTA, and each time that the newest timestamp is about to lose its strength again: an archive timestamp (EN 319 122-1 5.5.3) over content, signer and all that
 * is there. Before a further one, add the values for the path of the last.
 * Throws as `addSignatureTimestamp`, and `cms.malformed` where content is neither given nor attached.
 */
export async function addArchiveTimestamp(input: TimestampingInput & { readonly content?: Uint8Array | ContentDigest }): Promise<Bytes> {
  const { digest: name = "SHA-256" } = input;
  const data = readSignedData(input.signature);
  const { info, index } = chosenSigner(data, input.signer);
  const contentHash = await contentDigest(signedContent(data, input), input)(name);
  const hashIndex = await writeHashIndex(data, info, name, input);
  const [value] = await archiveImprints(data, info, hashIndex, contentHash, name, input);
  if (!value) throw new SignatureError("input.invalid", { what: "signature" });
  const token = readSignedData(await stampOver({ digest: name, value }, input));
  const stamped = chosenSigner(token);
  // the index goes beside the authority's signature, which does not cover it: the imprint does
  const indexed = withUnsignedAttributes(stamped.info, [attribute(ETSI.hashIndexV3, hashIndex)]);
  const complete = changeSignedData(token, { signers: new Map([[stamped.index, indexed]]) });
  const extended = withUnsignedAttributes(info, [attribute(ETSI.archiveTimestampV3, complete)]);
  return changeSignedData(data, { signers: new Map([[index, extended]]) });
}

/** A token that does not hold would be found out only when it is needed, years later. */
async function stampOver(imprint: MessageImprint, input: TimestampingInput): Promise<Bytes> {
  const token = copy(await input.stamp(imprint));
  const log = new EvidenceLog();
  await checkToken({ ...input, token, imprint: async (name) => (name === imprint.digest ? [imprint.value] : []) }, log);
  const failed = log.evidence.find(({ outcome }) => outcome === "failed");
  if (failed) throw new SignatureError("service.lied", { what: failed.check });
  return token;
}
