import { copy, equal, type Bytes } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import type { KeyUsage } from "../certificate/extensions.ts";
import { SignatureError } from "../errors.ts";
import type { StoreFormat } from "./locked-store.ts";
import type { StoreKey } from "./store-key.ts";

/** Certificates in a chain: as many as a path may have. */
const LONGEST_CHAIN = 12;

/** A store that was opened. Its keys are in memory until `close`. */
export class KeyStore {
  readonly format: StoreFormat;
  readonly keys: readonly StoreKey[];
  #certificates: readonly Certificate[] = [];

  constructor(format: StoreFormat, keys: readonly StoreKey[]) {
    this.format = format;
    this.keys = keys;
  }

  /** DER of all certificates, of keys and of authorities. */
  get certificates(): readonly Bytes[] {
    return this.#certificates.map(({ der }) => copy(der));
  }

  /**
   * Certificates (DER) that come from elsewhere: some formats hold none. Each goes to the key that it is over; the others are kept for chains. Throws
   * `certificate.malformed`.
   */
  async addCertificates(certificates: readonly Uint8Array[]): Promise<void> {
    const read = certificates.map((der) => readCertificate(der));
    const fresh = read.filter((one, i) => ![...this.#certificates, ...read.slice(0, i)].some(({ der }) => equal(der, one.der)));
    for (const key of this.keys) await key.adopt(fresh);
    this.#certificates = [...this.#certificates, ...fresh];
  }

  /**
   * The key to use for `usage`: the one whose certificate says so, the newest certificate of several; where no key has a certificate, the one that the format
   * says is for it. Throws `store.key-not-found`.
   */
  keyFor(usage: KeyUsage): StoreKey {
    const certified = this.keys.filter(({ certificates }) => certificates.length > 0).toSorted((one, other) => since(other) - since(one));
    const purpose = usage === "keyAgreement" ? "agreement" : "signature";
    const found =
      certified.length > 0
        ? // without the extension no use is excluded (RFC 5280 4.2.1.3)
          (certified.find(({ keyUsage }) => keyUsage.includes(usage)) ?? certified.find(({ keyUsage }) => keyUsage.length === 0))
        : this.keys.find((key) => (key.purpose ?? "signature") === purpose);
    if (!found) throw new SignatureError("store.key-not-found", { usage });
    return found;
  }

  /** DER of the issuers of `certificate`, the next one first, as far as the store has them: for `createCades`, that sends them along. Not validated. */
  chainOf(certificate: Uint8Array): readonly Bytes[] {
    const chain: Certificate[] = [];
    let last = readCertificate(certificate);
    while (chain.length < LONGEST_CHAIN && !equal(last.issuerRaw, last.subjectRaw)) {
      const issuer = this.#certificates.find(({ subjectRaw }) => equal(subjectRaw, last.issuerRaw));
      if (!issuer || chain.includes(issuer)) break;
      chain.push(issuer);
      last = issuer;
    }
    return chain.map(({ der }) => copy(der));
  }

  /** Overwrites all keys. Signers that were made of them throw `store.closed` from then on. */
  close(): void {
    for (const key of this.keys) key.destroy();
  }
}

/** From when its newest certificate holds, in milliseconds. */
function since({ certificates: [newest] }: StoreKey): number {
  return newest ? readCertificate(newest).notBefore.getTime() : 0;
}
