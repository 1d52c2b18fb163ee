import type { CryptoOption, SignatureToVerify } from "./scheme.ts";

export function webCrypto(option: CryptoOption): SubtleCrypto {
  return (option.crypto ?? globalThis.crypto).subtle;
}

/** One verification by WebCrypto. The platform refuses some keys itself (a point off the curve): then nothing verifies under them. */
export async function verifyByWebCrypto(
  input: SignatureToVerify,
  key: RsaHashedImportParams | EcKeyImportParams,
  parameters: AlgorithmIdentifier | RsaPssParams | EcdsaParams,
): Promise<boolean> {
  const subtle = webCrypto(input);
  try {
    const imported = await subtle.importKey("spki", input.spki, key, false, ["verify"]);
    return await subtle.verify(parameters, imported, input.signature, input.data);
  } catch {
    return false;
  }
}
