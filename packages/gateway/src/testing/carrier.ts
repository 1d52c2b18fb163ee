import type { DocumentPresentation, PublishedProcedure, SigningRequest, SignOutput } from "@fisc/core";
import { prepareSigning } from "@fisc/core/signing";
import { createCades, signerFromCryptoKey, writeAsicManifest } from "@fisc/signature";
import type { IssuedWithKey } from "@fisc/signature/testing";

export interface SignedOffer {
  readonly request: SigningRequest;
  readonly presentation: PublishedProcedure | DocumentPresentation;
}

/** Signs an offer as the extension does, with a key in memory in place of a carrier. */
export async function signOffer(
  { request, presentation }: SignedOffer,
  carrier: IssuedWithKey,
  circumstances: { readonly origin: string; readonly topOrigin?: string; readonly at: Date },
): Promise<SignOutput> {
  const { origin, topOrigin = origin, at } = circumstances;
  const { manifestBytes, files, names } = await prepareSigning({ request, presentation, origin, topOrigin });
  const asicManifest = writeAsicManifest({ signature: names.signature, files });
  const signature = await createCades({
    content: asicManifest,
    signer: signerFromCryptoKey(carrier.privateKey.key, carrier.certificate),
    chain: carrier.chain,
    signingTime: at,
  });
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  return { request: request.id, manifest: base64(manifestBytes), asicManifest: base64(asicManifest), signature: base64(signature) };
}
