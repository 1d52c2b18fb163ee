/** ETSI EN 319 162-1 clauses 4.3, 4.4 and annex A. */
export const ASIC_E = "application/vnd.etsi.asic-e+zip";
export const ASIC_S = "application/vnd.etsi.asic-s+zip";
/** Extended: any files, each signature over a manifest. Simple: one file, signed directly. */
export type ContainerType = typeof ASIC_E | typeof ASIC_S;
export const CONTAINER_TYPES: readonly ContainerType[] = [ASIC_E, ASIC_S];
/** Where ASiC-S has its CAdES signatures (4.3.3.2). */
export const SIMPLE_SIGNATURE = "META-INF/signature.p7s";
export const CADES_MEDIA_TYPE = "application/pkcs7-signature";
export const ASIC_NAMESPACE = "http://uri.etsi.org/02918/v1.2.1#";
export const XMLDSIG_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";
export const SHA256_IDENTIFIER = "http://www.w3.org/2001/04/xmlenc#sha256";

export const MIMETYPE_FILE = "mimetype";

/** `META-INF/ASiCManifest001.xml`: in any case, as clause 4.4 only asks for the beginning and the end. */
export function isManifestName(name: string): boolean {
  return /^META-INF\/ASiCManifest[^/]*\.xml$/i.test(name);
}

/** `META-INF/signature001.p7s` (clause 4.4). */
export function isSignatureName(name: string): boolean {
  return /^META-INF\/[^/]*signature[^/]*\.p7s$/i.test(name);
}

/** Characters of a name in a container. */
const NAME_LIMIT = 400;

const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that stays inside of the folder it is unpacked to, on every system: relative, `/` only, no `.` or `..`, no empty
 * segment, no drive, stream or device of Windows, no control or direction-changing character, NFC.
 */
export function isSafeName(name: string): boolean {
  if (name.length === 0 || name.length > NAME_LIMIT || name !== name.normalize("NFC")) return false;
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u.test(name) || !name.isWellFormed()) return false;
  return name.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !/[. ]$/.test(part) && !WINDOWS_DEVICE.test(part));
}

/** Manifests, signatures and whatever else speaks of the container itself; no file that anybody would sign. */
export function isMetadataName(name: string): boolean {
  return /^META-INF\//i.test(name) || name === MIMETYPE_FILE;
}
