import type { SigningErrorCode, SignInput, SignOutput } from "../model/signing.ts";

/** What a page may ask of the extension. `createSigningClient` finds the extension by its content script. */
export interface SigningClient {
  /** Resolves within `timeout` ms (default 1,000): the extension's version, or null where it is not installed. */
  probe(timeout?: number): Promise<{ readonly version: string } | null>;
  /** Opens the trusted window. Rejects with `FiscError<SigningErrorCode>`; nothing is retried. */
  sign(input: SignInput, signal?: AbortSignal): Promise<SignOutput>;
}

export type { SigningErrorCode, SignInput, SignOutput };
