import { FiscError } from "@fisc/core";
import type { SigningErrorCode, SigningRequest, SignOutput } from "@fisc/core";
import type { PreparedSigning } from "@fisc/core/signing";
import { createCades, SignatureError, writeAsicManifest } from "@fisc/signature";
import type { HostClient } from "../host/host-client.ts";
import type { Candidate } from "./certificates.ts";

export interface SigningInput {
  readonly request: SigningRequest;
  readonly prepared: PreparedSigning;
  readonly candidate: Candidate;
  readonly host: HostClient;
  /** Null: typed on the reader's own pad. */
  readonly pin: string | null;
  readonly acceptFinalTry: boolean;
}

/**
 * Makes the CAdES signature over the ASiCManifest with the key on the token. `createCades` verifies the token's answer under the
 * chosen certificate before it gives anything back: another key, another certificate or another content ends as `signature.invalid`.
 */
export async function signWithToken(input: SigningInput): Promise<SignOutput> {
  const { request, prepared, candidate, host } = input;
  const { algorithm } = candidate;
  if (algorithm === null) throw new FiscError<SigningErrorCode>("certificate.none");
  if (Date.parse(request.expires) <= Date.now()) throw new FiscError<SigningErrorCode>("request.expired");
  const asicManifest = writeAsicManifest({ signature: prepared.names.signature, files: prepared.files });
  const sign = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const result = await host.request("sign", {
      certificateSha256: candidate.info.sha256,
      tokenSerial: candidate.token.serial,
      algorithm,
      data: toBase64(bytes),
      pin: input.pin,
      acceptFinalTry: input.acceptFinalTry,
    });
    return Uint8Array.from(atob(result.signature), (letter) => letter.charCodeAt(0));
  };
  try {
    const signature = await createCades({
      content: asicManifest,
      signer: { certificate: candidate.der, algorithm, sign },
      signingTime: new Date(),
    });
    return {
      request: request.id,
      manifest: toBase64(prepared.manifestBytes),
      asicManifest: toBase64(asicManifest),
      signature: toBase64(signature),
    };
  } catch (error) {
    if (error instanceof SignatureError)
      throw new FiscError<SigningErrorCode>("signature.invalid", { reason: error.code }, { cause: error });
    throw error;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
