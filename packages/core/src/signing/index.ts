import type { CarrierDiagnosis, SigningErrorCode, SignInput, SignOutput } from "../model/signing.ts";

/** What a page may ask of the extension. `createSigningClient` finds the extension by its content script. */
export interface SigningClient {
  /** Resolves within `timeout` ms (default 1,000): the extension's version, or null where it is not installed. */
  probe(timeout?: number): Promise<{ readonly version: string } | null>;
  /** Opens the trusted window. Rejects with `FiscError<SigningErrorCode>`; nothing is retried. */
  sign(input: SignInput, signal?: AbortSignal): Promise<SignOutput>;
  /**
   * How the way to the key is, as far as this site may know. Signs nothing, asks for no PIN, opens no window; takes up to a minute. Rejects with
   * `extension.missing`, `.outdated` (also one that does not know the question), `.busy`, `.refused-origin`, `host.timeout`.
   */
  diagnose(): Promise<{ readonly version: string; readonly diagnosis: CarrierDiagnosis }>;
}

export { createSigningClient } from "./client.ts";
export type { SigningClientOptions } from "./client.ts";
export {
  attachmentFileName,
  buildSigningManifest,
  parseSigningManifest,
  prepareSigning,
  signedFiles,
  signingFileNames,
} from "./manifest.ts";
export type { PreparedSigning, SignedFile, SigningFileNames } from "./manifest.ts";
export * from "./protocol.ts";
export { CARRIER_STATES } from "../model/signing.ts";
export type { CarrierFinding, CarrierLink } from "../model/signing.ts";
export type { CarrierDiagnosis, SigningErrorCode, SignInput, SignOutput };
