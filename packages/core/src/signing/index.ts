import type { SigningErrorCode, SignInput, SignOutput } from "../model/signing.ts";

/** What a page may ask of the extension. `createSigningClient` finds the extension by its content script. */
export interface SigningClient {
  /** Resolves within `timeout` ms (default 1,000): the extension's version, or null where it is not installed. */
  probe(timeout?: number): Promise<{ readonly version: string } | null>;
  /** Opens the trusted window. Rejects with `FiscError<SigningErrorCode>`; nothing is retried. */
  sign(input: SignInput, signal?: AbortSignal): Promise<SignOutput>;
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
export type { SigningErrorCode, SignInput, SignOutput };
