import { fromBase64, toHex } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { ASIC_NAMESPACE, CADES_MEDIA_TYPE, isSafeName, isSignatureName, SHA256_IDENTIFIER, XMLDSIG_NAMESPACE } from "./names.ts";
import type { AsicManifest, AsicManifestFile } from "./write-manifest.ts";
import { readXml, type XmlElement } from "./xml.ts";

/** Bytes. */
const MANIFEST_LIMIT = 1024 * 1024;
const FILES_LIMIT = 1000;

/**
 * Reads an ASiCManifest for CAdES, strictly: the elements and attributes of ETSI EN 319 162-1 A.4 without extensions,
 * SHA-256 only, names that are safe and occur once. Anything else is refused: what is not understood is not signed for.
 * Throws `SignatureError` `manifest.malformed` or `input.too-large`, nothing else.
 */
export function readAsicManifest(bytes: Uint8Array): AsicManifest {
  if (bytes.length > MANIFEST_LIMIT) throw new SignatureError("input.too-large", { what: "manifest", limit: MANIFEST_LIMIT });
  const root = readXml(bytes);
  expect(root, ASIC_NAMESPACE, "ASiCManifest", []);
  const [signature, ...references] = root.children;
  if (!signature || references.length === 0 || root.text !== "") throw refused("ASiCManifest");
  if (references.length > FILES_LIMIT) throw new SignatureError("input.too-large", { what: "manifest", limit: FILES_LIMIT });

  expect(signature, ASIC_NAMESPACE, "SigReference", ["URI", "MimeType"]);
  if (signature.children.length > 0 || signature.text !== "") throw refused("SigReference");
  const type = signature.attributes.get("MimeType");
  if (type !== undefined && type !== CADES_MEDIA_TYPE) throw refused("MimeType");

  const manifest = { signature: readUri(signature), files: references.map(readReference) };
  if (!isSignatureName(manifest.signature)) throw refused("SigReference");
  const names = [manifest.signature, ...manifest.files.map((file) => file.name)];
  if (new Set(names).size !== names.length) throw refused("duplicate");
  return manifest;
}

function readReference(element: XmlElement): AsicManifestFile {
  expect(element, ASIC_NAMESPACE, "DataObjectReference", ["URI", "MimeType", "Rootfile"]);
  const [method, value, ...others] = element.children;
  if (!method || !value || others.length > 0 || element.text !== "") throw refused("DataObjectReference");
  expect(method, XMLDSIG_NAMESPACE, "DigestMethod", ["Algorithm"]);
  expect(value, XMLDSIG_NAMESPACE, "DigestValue", []);
  if (method.attributes.get("Algorithm") !== SHA256_IDENTIFIER || method.children.length > 0 || method.text !== "")
    throw refused("DigestMethod");
  const hash = fromBase64(value.text);
  if (!hash || hash.length !== 32 || value.children.length > 0) throw refused("DigestValue");
  return { name: readUri(element), mediaType: element.attributes.get("MimeType") ?? "", sha256: toHex(hash) };
}

function readUri(element: XmlElement): string {
  let name: string;
  try {
    name = decodeURIComponent(element.attributes.get("URI") ?? "");
  } catch {
    throw refused("URI");
  }
  if (!isSafeName(name)) throw refused("URI");
  return name;
}

function expect(element: XmlElement, namespace: string, name: string, attributes: readonly string[]): void {
  if (element.namespace !== namespace || element.name !== name) throw refused(name);
  for (const attribute of element.attributes.keys()) if (!attributes.includes(attribute)) throw refused(attribute);
}

function refused(what: string): SignatureError {
  return new SignatureError("manifest.malformed", { what });
}
