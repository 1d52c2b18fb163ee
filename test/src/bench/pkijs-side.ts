import { createHash } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

const DATA = "1.2.840.113549.1.7.1";
const SIGNED_DATA = "1.2.840.113549.1.7.2";

const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const certificateOf = (der: Uint8Array): pkijs.Certificate => pkijs.Certificate.fromBER(buffer(der));

/** What a verifier on pkijs does: reads everything anew, verifies the signature and builds the path. Lists are left out, to its advantage. */
export async function verifyWithPkijs(input: {
  readonly signature: Uint8Array;
  readonly content: Uint8Array;
  readonly trustAnchors: readonly Uint8Array[];
  readonly at: Date;
}): Promise<boolean> {
  const info = pkijs.ContentInfo.fromBER(buffer(input.signature));
  const data = new pkijs.SignedData({ schema: info.content });
  return data.verify({
    signer: 0,
    data: buffer(input.content),
    trustedCerts: input.trustAnchors.map(certificateOf),
    checkChain: true,
    checkDate: input.at,
  });
}

/** CAdES-B-B by pkijs with a value from outside: the attributes by hand, as `SignedData.sign` wants the key itself. What comes back is not verified, to its advantage. */
export async function createWithPkijs(input: {
  readonly content: Uint8Array;
  readonly signer: { readonly certificate: Uint8Array; sign(bytes: Uint8Array): Promise<Uint8Array> };
  readonly chain: readonly Uint8Array[];
  readonly signingTime: Date;
}): Promise<Uint8Array> {
  const { content, signer, chain, signingTime } = input;
  const certificate = certificateOf(signer.certificate);
  const sha256 = (bytes: Uint8Array): ArrayBuffer => buffer(createHash("sha256").update(bytes).digest());
  const attribute = (type: string, value: asn1js.BaseBlock): pkijs.Attribute => new pkijs.Attribute({ type, values: [value] });
  const reference = new asn1js.Sequence({
    value: [
      new asn1js.Sequence({
        value: [new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: sha256(signer.certificate) })] })],
      }),
    ],
  });
  const attributes = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute("1.2.840.113549.1.9.3", new asn1js.ObjectIdentifier({ value: DATA })),
      attribute("1.2.840.113549.1.9.4", new asn1js.OctetString({ valueHex: sha256(content) })),
      attribute("1.2.840.113549.1.9.5", new asn1js.UTCTime({ valueDate: signingTime })),
      attribute("1.2.840.113549.1.9.16.2.47", reference),
    ],
  });
  const encoded = new Uint8Array(attributes.toSchema().toBER());
  encoded[0] = 0x31;
  const value = await signer.sign(encoded);
  const rsa = certificate.subjectPublicKeyInfo.algorithm.algorithmId === "1.2.840.113549.1.1.1";
  const data = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: "2.16.840.1.101.3.4.2.1" })],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: [certificate, ...chain.map(certificateOf)],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: "2.16.840.1.101.3.4.2.1" }),
        signedAttrs: attributes,
        signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: rsa ? "1.2.840.113549.1.1.11" : "1.2.840.10045.4.3.2" }),
        signature: new asn1js.OctetString({ valueHex: rsa ? buffer(value) : pkijs.createCMSECDSASignature(buffer(value)) }),
      }),
    ],
  });
  return new Uint8Array(new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: data.toSchema(true) }).toSchema().toBER());
}
