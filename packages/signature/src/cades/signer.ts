import { algorithmFacts, registryOf, type SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { webCrypto, type CryptoOption } from "../algorithms/verify.ts";
import { copy } from "../bytes.ts";
import { readCertificate } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";

interface SignerIdentity {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
}

/** Hashes and signs by itself: a token, WebCrypto. */
export interface BytesSigner extends SignerIdentity {
  /** Hashes and signs `bytes` by `algorithm`. ECDSA: `r‖s`, each as long as the curve's field (WebCrypto, PKCS#11); RSA: the value as it is. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Is given the digest: a remote service, a daemon. */
export interface DigestSigner extends SignerIdentity {
  /** Signs a digest by the hash of `algorithm`; for RSA with PKCS #1 v1.5 the DigestInfo around it is the signer's work. Values as in `BytesSigner`. */
  signDigest(digest: Uint8Array): Promise<Uint8Array>;
}

/** A private key that stays where it is: a token, a daemon, a remote service, a non-exportable CryptoKey. */
export type OutsideSigner = BytesSigner | DigestSigner;

/** A key whose algorithm the registry knows by its name signs by that. `ECDSA` keys take the hash of their curve's size (P-256: SHA-256, P-384: SHA-384, P-521: SHA-512); RSA keys the hash they were made for. */
export function signerFromCryptoKey(key: CryptoKey, certificate: Uint8Array, option: CryptoOption = {}): BytesSigner {
  const named = registryOf(option).find(key.algorithm.name);
  if (named) return { certificate, algorithm: named.id, sign: async (bytes) => signBy({ name: named.id }, key, bytes, option) };
  const algorithm = keyAlgorithm(key, certificate);
  const { family, digest } = algorithmFacts(algorithm, option);
  const parameters =
    family === "ECDSA"
      ? { name: "ECDSA", hash: digest }
      : family === "RSA-PSS"
        ? { name: "RSA-PSS", saltLength: Number(digest.slice(4)) / 8 }
        : { name: "RSASSA-PKCS1-v1_5" };
  return {
    certificate,
    algorithm,
    sign: async (bytes) => signBy(parameters, key, bytes, option),
  };
}

async function signBy(parameters: Algorithm, key: CryptoKey, bytes: Uint8Array, option: CryptoOption): Promise<Uint8Array> {
  return new Uint8Array(await webCrypto(option).sign(parameters, key, copy(bytes)));
}

function keyAlgorithm(key: CryptoKey, certificate: Uint8Array): SignatureAlgorithm {
  const { publicKey } = readCertificate(certificate);
  if (key.algorithm.name === "ECDSA" && publicKey.kind === "EC") {
    return publicKey.curve === "P-256" ? "ECDSA-SHA256" : publicKey.curve === "P-384" ? "ECDSA-SHA384" : "ECDSA-SHA512";
  }
  const hash = "hash" in key.algorithm ? (key.algorithm as { readonly hash: { readonly name: string } }).hash.name : "";
  const size = { "SHA-256": "SHA256", "SHA-384": "SHA384", "SHA-512": "SHA512" }[hash] as "SHA256" | "SHA384" | "SHA512" | undefined;
  if (publicKey.kind === "RSA" && size && key.algorithm.name === "RSASSA-PKCS1-v1_5") return `RSA-PKCS1-${size}`;
  if (publicKey.kind === "RSA" && size && key.algorithm.name === "RSA-PSS") return `RSA-PSS-${size}`;
  throw new SignatureError("algorithm.mismatch", { key: key.algorithm.name, certificate: publicKey.kind });
}
