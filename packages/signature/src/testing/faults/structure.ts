import { concat } from "../../bytes.ts";
import { CMS } from "../../cades/oids.ts";
import { validateSignature } from "../../cades/validate-signature.ts";
import { readSignedData } from "../../cades/signed-data.ts";
import { contextTag, TAG } from "../../der/read.ts";
import { encode, nullValue, octetString, oid, sequence } from "../../der/write.ts";
import type { Bytes } from "../../bytes.ts";
import { attribute } from "../forge-cades.ts";
import { describe, later, NOW, writeWith, type DeliberateFault, type FaultScene } from "./scene.ts";

const FORMAT = "TOTAL-FAILED/FORMAT_FAILURE at format";
const NO_SIGNER = "INDETERMINATE/NO_SIGNING_CERTIFICATE_FOUND at signing-certificate";
const WRONG_VALUE = "TOTAL-FAILED/SIG_CRYPTO_FAILURE at signature-value";
const WRONG_DIGEST = "TOTAL-FAILED/HASH_FAILURE at message-digest";
const MISSING = "INDETERMINATE/SIG_CONSTRAINTS_FAILURE at mandatory-attributes";

const flipped = (bytes: Uint8Array, at: number): Bytes => concat(bytes).map((byte, index) => (index === at ? byte ^ 1 : byte));

/** The same signed attributes without one of them, as somebody would take it out of a finished signature. */
function withoutAttribute(signature: Bytes, type: string): Bytes {
  const data = readSignedData(signature);
  const [signer] = data.signers;
  const [version, sid, digestAlgorithm, , algorithm, value] = signer?.fields ?? [];
  if (!signer || !version || !sid || !digestAlgorithm || !algorithm || !value) return signature;
  const kept = [...signer.signedAttributes].filter(([name]) => name !== type);
  const attributes = kept.map(([name, values]) => sequence(oid(name), encode(TAG.set, ...values.map(({ raw }) => raw))));
  const fields = [version, sid, digestAlgorithm, encode(contextTag(0, true), ...attributes), algorithm, value];
  return writeWith(data, sequence(...fields));
}

/** Content, encoding, signed attributes and the certificate that a signature names. */
export function structureFaults(scene: FaultScene): DeliberateFault[] {
  const { genuine, person, other } = scene;
  const fault = (name: string, expected: string, signature: () => Bytes | Promise<Bytes>): DeliberateFault => ({
    group: "structure",
    fault: name,
    expected,
    found: async () => scene.told({ signature: await signature() }),
  });
  const forged = (name: string, expected: string, forgery: () => Parameters<FaultScene["forge"]>[0]): DeliberateFault =>
    fault(name, expected, () => scene.forge(forgery()));
  return [
    {
      group: "structure",
      fault: "one byte of the content is another",
      expected: WRONG_DIGEST,
      found: () => scene.told({ content: flipped(scene.content, 3) }),
    },
    {
      group: "structure",
      fault: "the content is not there",
      expected: "INDETERMINATE/SIGNED_DATA_NOT_FOUND at message-digest",
      found: async () => describe(await validateSignature({ signature: genuine, trustAnchors: [scene.pki.root.certificate], at: NOW })),
    },
    fault("the last byte of the signature value is another", WRONG_VALUE, () => flipped(genuine, genuine.length - 1)),
    fault("the last byte is cut off", FORMAT, () => genuine.slice(0, -1)),
    fault("the second half is cut off", FORMAT, () => genuine.slice(0, genuine.length / 2)),
    fault("a byte is appended", FORMAT, () => concat(genuine, Uint8Array.of(0))),
    fault("there are no bytes", FORMAT, () => new Uint8Array()),
    fault("a certificate stands in its place", FORMAT, () => person.certificate),
    forged("other content is attached beside the one at hand", FORMAT, () => ({ attachContent: true })),
    forged("a second signer was added that nobody asked for", "TOTAL-FAILED/FORMAT_FAILURE at signer-count", () => ({ signers: 2 })),
    forged("there is no signer", "TOTAL-FAILED/FORMAT_FAILURE at signer-count", () => ({ signers: 0 })),
    fault("the certificate reference is taken out of a finished signature", WRONG_VALUE, () =>
      withoutAttribute(genuine, CMS.signingCertificateV2),
    ),
    fault("the signing time is taken out of a finished signature", WRONG_VALUE, () => withoutAttribute(genuine, CMS.signingTime)),
    fault("the message digest is taken out of a finished signature", FORMAT, () => withoutAttribute(genuine, CMS.messageDigest)),
    forged("it was signed without the certificate reference", MISSING, () => ({ attributes: { "signing-certificate-v2": null } })),
    forged("it was signed without the signing time", MISSING, () => ({ attributes: { "signing-time": null } })),
    forged("the signed message digest is of other bytes", WRONG_DIGEST, () => ({
      attributes: { "message-digest": attribute(CMS.messageDigest, octetString(new Uint8Array(32))) },
    })),
    forged("an attribute stands there twice", FORMAT, () => ({ furtherAttributes: [attribute(CMS.signingTime, nullValue())] })),
    forged("the signing time is tomorrow", "INDETERMINATE/SIG_CONSTRAINTS_FAILURE at signing-time", () => ({ signingTime: later(1) })),
    forged("another person's certificate is sent in place of the signer's", NO_SIGNER, () => ({ certificates: [other.certificate] })),
    forged("a certificate with the same issuer and serial but another signature is sent", NO_SIGNER, () => ({
      certificates: [flipped(person.certificate, person.certificate.length - 1)],
    })),
    forged("the signed reference means another certificate", NO_SIGNER, () => ({
      referenced: other.certificate,
      certificates: [person.certificate, other.certificate],
    })),
    forged("certificate, identifier and reference are all another person's", WRONG_VALUE, () => ({
      referenced: other.certificate,
      identified: other.certificate,
      certificates: [other.certificate],
    })),
    forged("the digest is SHA-1", "INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE at algorithm-constraints", () => ({
      digestAlgorithm: sequence(oid("1.3.14.3.2.26")),
    })),
    forged("digest and signature algorithm are of two hashes", FORMAT, () => ({
      signatureAlgorithm: sequence(oid("1.2.840.10045.4.3.3")),
    })),
    {
      group: "structure",
      fault: "the policy ended the algorithm yesterday",
      expected: "INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE at algorithm-constraints",
      found: () => scene.told({ algorithms: { ends: [{ algorithms: ["ECDSA-SHA256"], until: later(-1).toISOString() }] } }),
    },
  ];
}
