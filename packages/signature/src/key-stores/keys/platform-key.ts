import { webCrypto } from "../../algorithms/web-crypto.ts";
import type { CryptoOption } from "../../algorithms/scheme.ts";
import type { Bytes } from "../../bytes.ts";
import { signerFromCryptoKey, type BytesSigner } from "../../cades/signer.ts";
import { SignatureError } from "../../errors.ts";
import { SecretOctets } from "../secret-octets.ts";

/** What WebCrypto calls a key for one algorithm. */
export type ImportParameters = RsaHashedImportParams | EcKeyImportParams;

/** A key that the platform signs with: it takes it non-extractable, as often as algorithms are asked for. */
export class PlatformKey {
  readonly #secret: SecretOctets;
  readonly #option: CryptoOption;

  /** `pkcs8`: DER, taken over. */
  constructor(pkcs8: Bytes, option: CryptoOption) {
    this.#secret = new SecretOctets(pkcs8);
    this.#option = option;
  }

  /** Throws `key.invalid` where the platform does not take it, `algorithm.unsupported` where it does not know its kind. */
  async import(parameters: ImportParameters): Promise<CryptoKey> {
    try {
      return await this.#secret.use((octets) => webCrypto(this.#option).importKey("pkcs8", octets, parameters, false, ["sign"]));
    } catch (error) {
      if (error instanceof SignatureError) throw error;
      // the platform's error may quote what it was given: it is not passed on
      if (error instanceof Error && error.name === "NotSupportedError")
        throw new SignatureError("algorithm.unsupported", { algorithm: parameters.name });
      throw new SignatureError("key.invalid", { what: "key" });
    }
  }

  async signer(certificate: Bytes, parameters: ImportParameters): Promise<BytesSigner> {
    const signer = signerFromCryptoKey(await this.import(parameters), certificate, this.#option);
    const sign = async (bytes: Uint8Array): Promise<Uint8Array> => {
      const signing = this.#secret.use(() => signer.sign(bytes));
      try {
        return await signing;
      } catch {
        // numbers that do not go together, which an import does not find
        throw new SignatureError("key.invalid", { what: "key" });
      }
    };
    return { ...signer, sign };
  }

  destroy(): void {
    this.#secret.destroy();
  }
}
