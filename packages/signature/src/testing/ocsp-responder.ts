import type { CryptoOption } from "../algorithms/scheme.ts";
import { toHex, type Bytes } from "../bytes.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { contextTag, DerFields, explicit, readDer, TAG } from "../der/read.ts";
import { readOctets, readOid } from "../der/values.ts";
import { encode, nullValue, oid, sequence } from "../der/write.ts";
import { OCSP_EXTENSION } from "../revocation/ocsp-response.ts";
import type { IssuedCertificate, IssuedWithKey, TestPki } from "./pki.ts";
import { writeOcspResponse, type OcspResponseFields } from "./write-ocsp.ts";

const OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
const OCSP_NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
/** `unauthorized` (RFC 6960 4.2.1): not one of ours. */
const UNAUTHORIZED = 6;

export interface TestOcspResponder {
  readonly certificate: IssuedWithKey;
  /** From now on it answers for this one: `good` until something else is said. */
  know(issued: IssuedCertificate): void;
  revoke(serial: string, at: Date, reason?: number): void;
  /** An OCSPResponse to an OCSPRequest (DER), as of a moment. */
  answer(request: Uint8Array, at: Date): Promise<Bytes>;
}

/** A responder that the issuing CA of a test PKI lets answer for it (RFC 6960 4.2.2.2). */
export async function createTestOcspResponder(pki: TestPki, option: CryptoOption = {}): Promise<TestOcspResponder> {
  const certificate = await pki.issue({
    subject: { commonName: "OCSP" },
    keyUsage: ["digitalSignature"],
    furtherExtensions: [
      { id: EXTENSION.extendedKeyUsage, critical: false, value: sequence(oid(OCSP_SIGNING)) },
      { id: OCSP_NO_CHECK, critical: false, value: nullValue() },
    ],
  });
  const known = new Map<string, Bytes>();
  const revoked = new Map<string, Exclude<OcspResponseFields["status"], string>>();
  return {
    certificate,
    know: (issued) => void known.set(issued.serial, issued.certificate),
    revoke: (serial, at, reason) => void revoked.set(serial, { at, ...(reason !== undefined && { reason }) }),
    async answer(request, at) {
      const { serial, nonce } = readRequest(request);
      const asked = known.get(serial);
      if (!asked) return sequence(encode(TAG.enumerated, Uint8Array.of(UNAUTHORIZED)));
      const status = revoked.get(serial);
      return writeOcspResponse(
        {
          certificate: asked,
          issuer: pki.issuing.certificate,
          responder: certificate.certificate,
          status: status && status.at <= at ? status : "good",
          thisUpdate: at,
          ...(nonce && { nonce }),
        },
        certificate.privateKey,
        option,
      );
    },
  };
}

/** Serial in hex and nonce of a request for one certificate (RFC 6960 4.1.1). Throws `der.malformed`. */
function readRequest(request: Uint8Array): { readonly serial: string; readonly nonce: Bytes | undefined } {
  const what = "OCSP request";
  const tbs = new DerFields(new DerFields(readDer(new Uint8Array(request), TAG.sequence, what), what).next(TAG.sequence), what);
  const list = new DerFields(tbs.next(TAG.sequence), what);
  const id = new DerFields(new DerFields(list.next(TAG.sequence), what).next(TAG.sequence), what);
  id.next(TAG.sequence);
  id.next(TAG.octetString);
  id.next(TAG.octetString);
  const serial = toHex(id.next(TAG.integer).content);
  const wrapped = tbs.optional(contextTag(2, true));
  if (!wrapped) return { serial, nonce: undefined };
  const extensions = new DerFields(explicit(wrapped, TAG.sequence, what), what);
  const extension = new DerFields(extensions.next(TAG.sequence), what);
  if (readOid(extension.next(TAG.oid)) !== OCSP_EXTENSION.nonce) return { serial, nonce: undefined };
  return { serial, nonce: readOctets(readDer(readOctets(extension.next(TAG.octetString)), TAG.octetString, what)) };
}
