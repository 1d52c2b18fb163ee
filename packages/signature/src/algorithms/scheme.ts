import type { Bytes } from "../bytes.ts";
import type { PublicKeyInfo } from "./public-key.ts";
import type { AlgorithmRegistry } from "./registry.ts";

export type StandardDigest = "SHA-256" | "SHA-384" | "SHA-512";
/** A digest of the registry: the standard ones, or what a national package brings. */
export type DigestName = StandardDigest | (string & {});

type Size = "256" | "384" | "512";
export type StandardSignature = `RSA-PKCS1-SHA${Size}` | `RSA-PSS-SHA${Size}` | `ECDSA-SHA${Size}`;
/** A signature algorithm of the registry. */
export type SignatureAlgorithm = StandardSignature | (string & {});

export interface CryptoOption {
  /** The WebCrypto to work with. Default `globalThis.crypto`. */
  readonly crypto?: Crypto;
  /** Which algorithms there are. Default `STANDARD_ALGORITHMS`: RSA and ECDSA over SHA-2. */
  readonly registry?: AlgorithmRegistry;
}

export interface DigestScheme {
  readonly name: DigestName;
  /** AlgorithmIdentifiers (DER) that mean it; the first is the one we write. */
  readonly identifiers: readonly Bytes[];
  digest(bytes: Bytes, option: CryptoOption): Promise<Bytes>;
}

export interface SignatureToVerify extends CryptoOption {
  /** SubjectPublicKeyInfo, DER, and what it says. */
  readonly spki: Bytes;
  readonly key: PublicKeyInfo;
  readonly data: Bytes;
  /** As it stands in X.509 and CMS. */
  readonly signature: Bytes;
  /** The AlgorithmIdentifier that came with it (DER), for schemes whose parameters vary. */
  readonly identifier?: Bytes;
}

/** One signature algorithm with its digest: everything that the rest of the package has to know about it. */
export interface SignatureScheme {
  readonly id: SignatureAlgorithm;
  /** Schemes that differ only in the digest share it. */
  readonly family: string;
  readonly digest: DigestName;
  /** AlgorithmIdentifiers (DER) that mean it, compared as bytes; the first is the one we write. */
  readonly identifiers: readonly Bytes[];
  /** AlgorithmIdentifiers of the bare key type, as some CMS writers put them (RFC 3370 3.2); the signer's digest completes them. */
  readonly keyIdentifiers?: readonly Bytes[];
  /** For parameters that vary: whether a DER identifier that is not in `identifiers` means it too. Reads strictly, throws nothing. */
  means?(identifier: Bytes): boolean;
  /** Whether a key of this kind can make such signatures. */
  fits(key: PublicKeyInfo): boolean;
  /** False, never an error, for any value that does not verify. */
  verify(input: SignatureToVerify): Promise<boolean>;
  /** What an outside signer gives back, to what stands in X.509 and CMS; `null` where it cannot be a signature by `key`. Default: the same. */
  encode?(raw: Bytes, key: PublicKeyInfo): Bytes | null;
  /** For kinds of keys whose domain parameters may be left out and taken from the issuer's key (RFC 5280 6.1.4 (e)). */
  readonly parameters?: {
    missing(spki: Bytes): boolean;
    /** `null` where the two keys do not go together. */
    inherit(spki: Bytes, issuerSpki: Bytes): Bytes | null;
  };
}
