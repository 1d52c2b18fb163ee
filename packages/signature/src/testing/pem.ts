import { fromBase64, toBase64, type Bytes } from "../bytes.ts";
import { readCertificate } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";

export type PemLabel = "CERTIFICATE" | "X509 CRL" | "PRIVATE KEY" | "PUBLIC KEY";

/** RFC 7468. */
export function toPem(label: PemLabel, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** Every block with the label, in order. Throws `SignatureError` `input.invalid` where a block is not base64. */
export function fromPem(label: PemLabel, text: string): Bytes[] {
  const block = new RegExp(`-----BEGIN ${label}-----([^-]*)-----END ${label}-----`, "g");
  return [...text.matchAll(block)].map(([, body = ""]) => {
    const der = fromBase64(body.replace(/\s+/g, ""));
    if (!der) throw new SignatureError("input.invalid", { what: label });
    return der;
  });
}

/** PEM of the public key in a certificate. */
export function exportPublicKeyPem(certificate: Uint8Array): string {
  return toPem("PUBLIC KEY", readCertificate(certificate).spki);
}
