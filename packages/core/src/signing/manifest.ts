import { canonicalBytes, sha256Hex } from "../canonical/index.ts";
import type { Attachment } from "../model/dossier.ts";
import type { Json } from "../model/json.ts";
import type { DocumentPresentation, SigningManifest, SigningRequest } from "../model/signing.ts";
import type { PublishedProcedure } from "../model/procedure.ts";

/**
 * The one place that decides what a signature covers. The extension builds the manifest and the file list with it,
 * the gateway builds them again and compares byte by byte.
 */

/** A line of the ASiCManifest. `sha256` is lower-case hex. */
export interface SignedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
}

/** Names in the container that belong to one signature. */
export interface SigningFileNames {
  readonly manifest: string;
  readonly asicManifest: string;
  readonly signature: string;
}

export interface PreparedSigning {
  readonly manifest: SigningManifest;
  /** RFC 8785. */
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly documentBytes: Uint8Array<ArrayBuffer>;
  /** In the order in which the ASiCManifest lists them: document, attachments as in the request, manifest. */
  readonly files: readonly SignedFile[];
  readonly names: SigningFileNames;
}

/** `sequence` is 1, 2, 3 … within the dossier; three digits at least. */
export function signingFileNames(sequence: number): SigningFileNames {
  const number = String(sequence).padStart(3, "0");
  return {
    manifest: `signing/manifest${number}.json`,
    asicManifest: `META-INF/ASiCManifest${number}.xml`,
    signature: `META-INF/signature${number}.p7s`,
  };
}

/** Characters of one name, long before any file system's limit. */
const NAME_LIMIT = 120;

/**
 * Name of an attachment in the container. Characters that a file system or an archive could read as a path, controls and
 * characters that turn the direction of text become `_`; the ending of a long name is kept.
 */
export function attachmentFileName(attachment: Pick<Attachment, "id" | "name">): string {
  const name = attachment.name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffd/\\:*?"<>|]/gu, "_");
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  const stem = Array.from(name.slice(0, name.length - ending.length))
    .slice(0, NAME_LIMIT - ending.length)
    .join("");
  return `attachments/${attachment.id}-${stem}${ending}`.normalize("NFC").replace(/[. ]+$/, "_");
}

/** Digests are lower-case hex; `origin` and `topOrigin` as the browser gave them to the extension. */
export function buildSigningManifest(input: {
  readonly request: SigningRequest;
  readonly origin: string;
  readonly topOrigin: string;
  readonly presentationSha256: string;
  readonly documentSha256: string;
}): SigningManifest {
  const { request } = input;
  return {
    type: "fisc.signing-manifest/2",
    purpose: request.purpose,
    origin: input.origin,
    topOrigin: input.topOrigin,
    audience: request.audience,
    dossier: request.dossier,
    dossierCode: request.dossierCode,
    history: request.history,
    version: request.version,
    procedure: request.procedure,
    presentation: input.presentationSha256,
    role: request.role,
    nonce: request.nonce,
    expires: request.expires,
    document: { name: request.documentName, sha256: input.documentSha256 },
    attachments: request.attachments.map((attachment) => ({
      name: attachmentFileName(attachment),
      size: attachment.size,
      sha256: attachment.sha256,
    })),
  };
}

export function signedFiles(input: {
  readonly request: SigningRequest;
  readonly documentSha256: string;
  readonly manifestSha256: string;
}): readonly SignedFile[] {
  const { request } = input;
  return [
    { name: request.documentName, mediaType: "application/json", sha256: input.documentSha256 },
    ...request.attachments.map((attachment) => ({
      name: attachmentFileName(attachment),
      mediaType: attachment.mediaType,
      sha256: attachment.sha256,
    })),
    { name: signingFileNames(request.sequence).manifest, mediaType: "application/json", sha256: input.manifestSha256 },
  ];
}

/** Everything that comes before the CAdES signature, in one go. */
export async function prepareSigning(input: {
  readonly request: SigningRequest;
  readonly presentation: PublishedProcedure | DocumentPresentation;
  readonly origin: string;
  readonly topOrigin: string;
}): Promise<PreparedSigning> {
  const documentBytes = canonicalBytes(input.request.document);
  const documentSha256 = await sha256Hex(documentBytes);
  const presentationSha256 = await sha256Hex(canonicalBytes(input.presentation as unknown as Json));
  const manifest = buildSigningManifest({ ...input, presentationSha256, documentSha256 });
  const manifestBytes = canonicalBytes(manifest as unknown as Json);
  const files = signedFiles({ request: input.request, documentSha256, manifestSha256: await sha256Hex(manifestBytes) });
  return { manifest, manifestBytes, documentBytes, files, names: signingFileNames(input.request.sequence) };
}

const MANIFEST_KEYS = [
  "attachments",
  "audience",
  "document",
  "dossier",
  "dossierCode",
  "expires",
  "history",
  "nonce",
  "origin",
  "presentation",
  "procedure",
  "purpose",
  "role",
  "topOrigin",
  "type",
  "version",
];

/**
 * Reads manifest bytes: null unless they are the RFC 8785 form of an object with exactly the manifest's keys and types.
 * Whether it is the *right* manifest is for the caller to compare with `buildSigningManifest`.
 */
export function parseSigningManifest(bytes: Uint8Array): SigningManifest | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    const again = canonicalBytes(value as Json);
    if (again.length !== bytes.length || again.some((byte, index) => byte !== bytes[index])) return null;
  } catch {
    return null;
  }
  if (!hasKeys(value, MANIFEST_KEYS)) return null;
  const { attachments, document, version, type, ...texts } = value;
  if (type !== "fisc.signing-manifest/2" || !Number.isSafeInteger(version)) return null;
  if (!Object.values(texts).every((text) => typeof text === "string")) return null;
  if (!hasKeys(document, ["name", "sha256"]) || !Object.values(document).every((text) => typeof text === "string")) return null;
  if (!Array.isArray(attachments) || !attachments.every(isManifestAttachment)) return null;
  return value as unknown as SigningManifest;
}

function isManifestAttachment(value: unknown): boolean {
  return (
    hasKeys(value, ["name", "sha256", "size"]) &&
    typeof value["name"] === "string" &&
    typeof value["sha256"] === "string" &&
    Number.isSafeInteger(value["size"])
  );
}

function hasKeys(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const own = Object.keys(value).sort();
  return own.length === keys.length && keys.every((key, index) => own[index] === key);
}
