import type { SignatureAlgorithm } from "../algorithms/scheme.ts";
import { copy, equal, type Bytes } from "../bytes.ts";
import type { BytesSigner } from "../cades/signer.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import type { KeyUsage } from "../certificate/extensions.ts";
import { SignatureError } from "../errors.ts";
import type { PrivateKey } from "./keys/private-key.ts";
import type { StoredPurpose } from "./locked-store.ts";

export interface StoreKeyFacts {
  readonly label?: string | undefined;
  readonly purpose?: StoredPurpose | undefined;
}

export interface SignerChoice {
  /** DER. By default the newest that the store has for the key. */
  readonly certificate?: Uint8Array;
  /** By default the first of `algorithms`. */
  readonly algorithm?: SignatureAlgorithm;
}

/** One key of an open store. It has no octets of the key that a program, a log or a message could get at. */
export class StoreKey {
  /** The name that the store gives it, for people. */
  readonly label: string | undefined;
  /** What the format says that it is for; of most formats only certificates say it. */
  readonly purpose: StoredPurpose | undefined;
  readonly #key: PrivateKey;
  #certificates: readonly Certificate[] = [];

  constructor(key: PrivateKey, { label, purpose }: StoreKeyFacts) {
    this.#key = key;
    this.label = label;
    this.purpose = purpose;
  }

  /** What it can sign by, the usual one first. */
  get algorithms(): readonly SignatureAlgorithm[] {
    return this.#key.algorithms;
  }

  /** DER of the certificates over this key that the store holds or that were added, the newest first. */
  get certificates(): readonly Bytes[] {
    return this.#certificates.map(({ der }) => copy(der));
  }

  /** What its newest certificate says that it is for; empty where that says nothing or there is none. */
  get keyUsage(): readonly KeyUsage[] {
    return [...(this.#certificates[0]?.keyUsage ?? [])];
  }

  /** Keeps those that are over this key. */
  async adopt(candidates: readonly Certificate[]): Promise<void> {
    const found = [...this.#certificates];
    for (const candidate of candidates) {
      const known = found.some(({ der }) => equal(der, candidate.der));
      if (!known && (await this.#belongsTo(candidate))) found.push(candidate);
    }
    this.#certificates = found.toSorted((one, other) => other.notBefore.getTime() - one.notBefore.getTime());
  }

  /**
   * Signs for `createCades`, `addSigner`, `signContainer` and whoever else takes an outside signer. Throws `store.key-not-found` (`what:
   * "certificate"`) where there is no certificate, `algorithm.mismatch` where certificate or algorithm are not for this key.
   */
  async signer({ certificate, algorithm }: SignerChoice = {}): Promise<BytesSigner> {
    const chosen = certificate ? readCertificate(certificate) : this.#certificates[0];
    if (!chosen) throw new SignatureError("store.key-not-found", { what: "certificate" });
    const [usual] = this.#key.algorithms;
    const wanted = algorithm ?? usual;
    if (wanted === undefined || !this.#key.algorithms.includes(wanted))
      throw new SignatureError("algorithm.mismatch", { algorithm: String(algorithm), key: String(usual) });
    if (!(await this.#belongsTo(chosen))) throw new SignatureError("algorithm.mismatch", { algorithm: wanted, key: "certificate" });
    return this.#key.signer(chosen.der, wanted);
  }

  /** Overwrites it; `KeyStore.close` does so for all. */
  destroy(): void {
    this.#key.destroy();
  }

  /** A certificate whose key cannot be read is over none of ours. */
  async #belongsTo({ spki }: Certificate): Promise<boolean> {
    try {
      return await this.#key.belongsTo(spki);
    } catch (error) {
      if (error instanceof SignatureError && error.code !== "store.closed") return false;
      throw error;
    }
  }
}
