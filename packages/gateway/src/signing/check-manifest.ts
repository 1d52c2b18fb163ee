import { FiscError } from "@fisc/core";
import type { SignaturePolicy, SigningManifest, SigningRequest } from "@fisc/core";
import { canonicalBytes } from "@fisc/core/canonical";
import { buildSigningManifest, parseSigningManifest, signedFiles, signingFileNames } from "@fisc/core/signing";
import { writeAsicManifest } from "@fisc/signature";
import { createHash } from "node:crypto";
import type { DossierRecord } from "../dossiers/record.ts";
import { RegimeError } from "../http/problem.ts";
import { sha256 } from "../procedures/publications.ts";
import type { Treasury } from "../treasury.ts";
import { presentationDigests, signedDocument } from "./signed-document.ts";

export interface ReceivedFiles {
  readonly manifest: Buffer;
  readonly asicManifest: Buffer;
}

/**
 * Holds what was signed against what had to be signed: built again from the dossier as it is now, and compared byte by byte.
 * What parted is told in order of what a person can do about it.
 * @throws FiscError `signature.invalid`, `.wrong-origin`, `.wrong-dossier`, `.data-changed`, `.attachment-changed`; RegimeError
 */
export function checkManifest(
  treasury: Treasury,
  record: DossierRecord,
  policy: SignaturePolicy,
  asked: { readonly request: SigningRequest; readonly origin: string },
  files: ReceivedFiles,
): void {
  const manifest = parseSigningManifest(files.manifest);
  if (manifest === null) throw new FiscError("signature.invalid", { reason: "manifest" });
  const { request, origin } = asked;
  checkOrigin(treasury, manifest, origin, request);
  if (manifest.dossier !== record.row.id || manifest.dossier !== request.dossier || manifest.dossierCode !== record.row.code)
    throw new FiscError("signature.wrong-dossier");
  if (manifest.nonce !== request.nonce) throw new FiscError("signature.invalid", { reason: "nonce" });
  if (manifest.history !== request.history || !record.chain.includes(manifest.history))
    throw new FiscError("signature.invalid", { reason: "history" });

  const now = signedDocument(record, policy);
  const documentSha256 = sha256(now.data);
  // Built from the dossier of this moment: the request may be older than a change.
  const current: SigningRequest = {
    ...request,
    dossierCode: record.row.code,
    version: record.replayed.version,
    documentName: now.name,
    document: now.data,
    attachments: now.attachments,
  };
  if (manifest.version !== current.version || request.version !== current.version) throw new FiscError("signature.data-changed");
  const expected = buildSigningManifest({
    request: current,
    origin: manifest.origin,
    topOrigin: manifest.topOrigin,
    presentationSha256: manifest.presentation,
    documentSha256,
  });
  if (!sameJson(manifest.document, expected.document)) throw new FiscError("signature.data-changed");
  if (!sameJson(manifest.attachments, expected.attachments)) throw new FiscError("signature.attachment-changed");
  if (!presentationDigests(treasury, record, policy).has(manifest.presentation)) throw notShown(treasury, record, policy, manifest);
  if (!canonical(expected).equals(files.manifest)) throw new FiscError("signature.invalid", { reason: "manifest" });

  const manifestSha256 = createHash("sha256").update(files.manifest).digest("hex");
  const asicManifest = writeAsicManifest({
    signature: signingFileNames(request.sequence).signature,
    files: signedFiles({ request: current, documentSha256, manifestSha256 }),
  });
  if (!Buffer.from(asicManifest).equals(files.asicManifest)) throw new FiscError("signature.invalid", { reason: "asic-manifest" });
}

/** What was drawn for the signer is not what has to be signed: either never was, or was until other rules came into force. */
function notShown(treasury: Treasury, record: DossierRecord, policy: SignaturePolicy, { presentation }: SigningManifest): FiscError {
  const { regime } = record.row;
  const earlier = { ...record, pin: { ...record.pin, regime } };
  if (regime !== record.pin.regime && presentationDigests(treasury, earlier, policy).has(presentation))
    return new RegimeError(regime, record.pin.regime, []);
  return new FiscError("signature.invalid", { reason: "presentation" });
}

/** Frame and page must both be portals of this gateway, and the frame the one that asked for the nonce. */
function checkOrigin({ portalOrigins }: Treasury, manifest: SigningManifest, origin: string, request: SigningRequest): void {
  const top = manifest.topOrigin;
  const strangerAround = top !== "" && !portalOrigins.has(top);
  if (manifest.origin !== origin || strangerAround || manifest.audience !== request.audience) {
    throw new FiscError("signature.wrong-origin", { origin: manifest.origin.slice(0, 200) });
  }
}

function canonical(value: object): Buffer {
  return Buffer.from(canonicalBytes(value));
}

function sameJson(one: object, other: object): boolean {
  return canonical(one).equals(canonical(other));
}
