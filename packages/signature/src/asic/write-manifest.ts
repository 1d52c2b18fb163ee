import { fromHex, toBase64 } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { ASIC_NAMESPACE, CADES_MEDIA_TYPE, isSafeName, isSignatureName, SHA256_IDENTIFIER, XMLDSIG_NAMESPACE } from "./names.ts";

export interface AsicManifestFile {
  /** Name in the container. */
  readonly name: string;
  readonly mediaType: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface AsicManifest {
  /** Name of the signature file in the container: `META-INF/signature001.p7s`. */
  readonly signature: string;
  readonly files: readonly AsicManifestFile[];
}

/**
 * An ASiCManifest (ETSI EN 319 162-1 A.4) for CAdES: UTF-8, no XML declaration, no white space between elements, attributes
 * in a fixed order, so that equal input gives equal bytes, in the order of `files`.
 * Throws `SignatureError`: `container.unsafe-name`, `container.duplicate-name`, `input.invalid`.
 */
export function writeAsicManifest({ signature, files }: AsicManifest): Uint8Array<ArrayBuffer> {
  const seen = new Set<string>();
  for (const name of [signature, ...files.map((file) => file.name)]) {
    if (!isSafeName(name)) throw new SignatureError("container.unsafe-name", { name });
    if (seen.has(name)) throw new SignatureError("container.duplicate-name", { name });
    seen.add(name);
  }
  if (files.length === 0) throw new SignatureError("input.invalid", { what: "files" });
  if (!isSignatureName(signature)) throw new SignatureError("input.invalid", { what: "signature", name: signature });
  const xml =
    `<asic:ASiCManifest xmlns:asic="${ASIC_NAMESPACE}" xmlns:ds="${XMLDSIG_NAMESPACE}">` +
    `<asic:SigReference URI="${uri(signature)}" MimeType="${CADES_MEDIA_TYPE}"></asic:SigReference>` +
    files.map(reference).join("") +
    `</asic:ASiCManifest>`;
  return new TextEncoder().encode(xml);
}

function reference({ name, mediaType, sha256 }: AsicManifestFile): string {
  const hash = fromHex(sha256);
  if (!hash || hash.length !== 32) throw new SignatureError("input.invalid", { what: "sha256", name });
  if (!/^[\x20-\x7e]+$/.test(mediaType)) throw new SignatureError("input.invalid", { what: "mediaType", name });
  return (
    `<asic:DataObjectReference URI="${uri(name)}" MimeType="${escapeAttribute(mediaType)}">` +
    `<ds:DigestMethod Algorithm="${SHA256_IDENTIFIER}"></ds:DigestMethod>` +
    `<ds:DigestValue>${toBase64(hash)}</ds:DigestValue>` +
    `</asic:DataObjectReference>`
  );
}

/** `URI` is an xs:anyURI: names go in percent-encoded (RFC 3986), segment by segment. */
function uri(name: string): string {
  return escapeAttribute(name.split("/").map(encodeURIComponent).join("/"));
}

/** As Canonical XML 1.0 (2.3) writes attribute values. */
function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
