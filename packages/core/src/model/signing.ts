import type { Attachment, Instant } from "./dossier.ts";
import type { JsonObject } from "./json.ts";
import type { Labels, PublishedProcedure } from "./procedure.ts";

/**
 * What a signature covers. One signing makes four files, named by its sequence number `n` (three digits):
 *
 * - `dossier.json` (or `<template>.json`): the signed data in RFC 8785 form, the same bytes for every signer;
 * - `attachments/<id>-<name>`: the attachments, the same bytes for every signer;
 * - `signing/manifest<n>.json`: this manifest in RFC 8785 form: who signs what, for whom, from which origin;
 * - `META-INF/ASiCManifest<n>.xml`: digests of the three above (ETSI EN 319 162-1 A.4): the content of the CAdES signature.
 */
export interface SigningManifest {
  readonly type: "fisc.signing-manifest/2";
  readonly purpose: SigningPurpose;
  /** Origin of the page that asked, as the browser told the extension; never as the page said. */
  readonly origin: string;
  /** Origin of the top-level page where it is another one. */
  readonly topOrigin: string;
  /** Origin of the gateway that gave the nonce. */
  readonly audience: string;
  readonly dossier: string;
  /** What people call the dossier: shown to the signer, so it is signed. */
  readonly dossierCode: string;
  readonly version: number;
  /** Digest (SHA-256, hex) of the last event in the dossier's log when the nonce was given: who signs vouches for the whole history before. */
  readonly history: string;
  readonly procedure: string;
  /** SHA-256 (hex) of the RFC 8785 form of the published definition that was drawn to the signer. */
  readonly presentation: string;
  readonly role: string;
  /** Given by the gateway, used once. */
  readonly nonce: string;
  readonly expires: Instant;
  readonly document: { readonly name: string; readonly sha256: string };
  readonly attachments: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

export type SigningPurpose = "dossier.sign" | "dossier.approve" | "document.issue";

/** What the gateway hands out before a signature (`POST /dossiers/{id}/signing-requests`). Lives minutes; used once. */
export interface SigningRequest {
  readonly id: string;
  readonly sequence: number;
  readonly action: string;
  readonly purpose: SigningPurpose;
  readonly audience: string;
  readonly dossier: string;
  readonly dossierCode: string;
  readonly version: number;
  /** SHA-256 (hex): see `SigningManifest.history`. */
  readonly history: string;
  readonly procedure: string;
  readonly role: string;
  readonly nonce: string;
  readonly expires: Instant;
  /** `dossier.json` or `<template>.json`. */
  readonly documentName: string;
  readonly document: JsonObject;
  readonly attachments: readonly Attachment[];
  /** Only these certificates are registered for this person and role: SHA-256 of the DER, hex. */
  readonly certificates: readonly string[];
}

/** What the page hands to the extension. The extension draws `presentation` and `request.document`, and hashes what it drew. */
export interface SignInput {
  readonly request: SigningRequest;
  readonly presentation: PublishedProcedure | DocumentPresentation;
  /** By attachment id. */
  readonly files: Readonly<Record<string, Blob>>;
  /** BCP 47 tag for the trusted window. */
  readonly locale: string;
}

/** How an official document is drawn: rows of label and field. */
export interface DocumentPresentation {
  readonly template: string;
  readonly formNumber: string;
  readonly locale: string;
  readonly title: string;
  /** `role.<id>`: what the signer's role is called. */
  readonly labels: Labels;
  readonly currency: { readonly code: string; readonly decimals: number };
  readonly rows: readonly { readonly field: string; readonly label: string; readonly type: "text" | "money" | "date" }[];
}

/** What comes back, and goes to the gateway as it is (`POST /dossiers/{id}/signatures`). All base64. */
export interface SignOutput {
  readonly request: string;
  /** RFC 8785 bytes of the `SigningManifest`. */
  readonly manifest: string;
  /** Bytes of `META-INF/ASiCManifest<n>.xml`. */
  readonly asicManifest: string;
  /** DER of the detached CAdES-B-B signature over `asicManifest`. */
  readonly signature: string;
}

/** What stands between the signing extension and a key, in the order in which it is looked at, with all that can be said of each. */
export const CARRIER_STATES = {
  /** The software that reads key carriers. */
  host: ["ok", "missing", "outdated", "crashed", "timeout"],
  /** Its module for this kind of carrier. */
  driver: ["ok", "missing", "changed", "unloadable"],
  token: ["ok", "missing", "locked", "final-try"],
  certificate: ["ok", "missing", "unusable", "expired", "not-yet-valid"],
} as const;

export type CarrierLink = keyof typeof CARRIER_STATES;

export type CarrierFinding = {
  readonly [Link in CarrierLink]: { readonly link: Link; readonly state: (typeof CARRIER_STATES)[Link][number] };
}[CarrierLink];

/**
 * What a page may learn of the way to the key: states out of closed lists, and nothing that names a person, a device, a certificate or a file. To a
 * site that the person has not allowed, `granted` is false and nothing else is told, nor looked at.
 */
export interface CarrierDiagnosis {
  readonly granted: boolean;
  /** In the order of `CARRIER_STATES`; what stands behind a broken link is not looked at. */
  readonly findings: readonly CarrierFinding[];
}

/** Codes that a signing attempt can end with. Messages are in the locale files of extension and components. */
export type SigningErrorCode =
  | "extension.missing"
  | "extension.outdated"
  | "extension.busy"
  | "extension.refused-origin"
  | "extension.invalid-request"
  | "user.cancelled"
  | "host.missing"
  | "host.outdated"
  | "host.crashed"
  | "host.timeout"
  | "module.missing"
  | "token.missing"
  | "token.removed"
  | "token.locked"
  | "pin.wrong"
  | "pin.final-try"
  | "certificate.none"
  | "certificate.expired"
  | "certificate.not-registered"
  | "request.expired"
  | "attachment.changed"
  | "signature.invalid";
