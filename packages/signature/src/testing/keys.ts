import { algorithmFacts, type SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { ecdsaToDer } from "../algorithms/ecdsa-value.ts";
import { webCrypto, type CryptoOption } from "../algorithms/verify.ts";
import { copy, type Bytes } from "../bytes.ts";

export type TestKeyAlgorithm = "RSA-2048" | "RSA-3072" | "P-256" | "P-384" | "P-521";

/** A private key with the algorithm it signs by. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly algorithm: SignatureAlgorithm;
}

export interface TestKeyPair {
  readonly privateKey: SigningKey;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Bytes;
}

interface KeyFacts {
  readonly parameters: RsaHashedKeyGenParams | (EcKeyGenParams & { readonly hash?: never });
  readonly algorithm: SignatureAlgorithm;
}

function rsa(modulusLength: number): KeyFacts {
  const parameters = { name: "RSASSA-PKCS1-v1_5", modulusLength, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" };
  return { parameters, algorithm: "RSA-PKCS1-SHA256" };
}

const KEYS: Readonly<Record<TestKeyAlgorithm, KeyFacts>> = {
  "RSA-2048": rsa(2048),
  "RSA-3072": rsa(3072),
  "P-256": { parameters: { name: "ECDSA", namedCurve: "P-256" }, algorithm: "ECDSA-SHA256" },
  "P-384": { parameters: { name: "ECDSA", namedCurve: "P-384" }, algorithm: "ECDSA-SHA384" },
  "P-521": { parameters: { name: "ECDSA", namedCurve: "P-521" }, algorithm: "ECDSA-SHA512" },
};

/** Extractable, so that a demonstration can keep them in files. */
export async function generateKeyPair(algorithm: TestKeyAlgorithm, option: CryptoOption = {}): Promise<TestKeyPair> {
  const { parameters, algorithm: signs } = KEYS[algorithm];
  const pair = await webCrypto(option).generateKey(parameters, true, ["sign", "verify"]);
  return { privateKey: { key: pair.privateKey, algorithm: signs }, publicKey: await exportPublicKey(pair.publicKey, option) };
}

export async function exportPublicKey(key: CryptoKey, option: CryptoOption = {}): Promise<Bytes> {
  return new Uint8Array(await webCrypto(option).exportKey("spki", key));
}

/** PKCS#8, DER. */
export async function exportPrivateKey({ key }: SigningKey, option: CryptoOption = {}): Promise<Bytes> {
  return new Uint8Array(await webCrypto(option).exportKey("pkcs8", key));
}

export async function importPrivateKey(pkcs8: Uint8Array, algorithm: TestKeyAlgorithm, option: CryptoOption = {}): Promise<SigningKey> {
  const { parameters, algorithm: signs } = KEYS[algorithm];
  return { key: await webCrypto(option).importKey("pkcs8", copy(pkcs8), parameters, true, ["sign"]), algorithm: signs };
}

/** Signs and gives the value as it stands in X.509 (ECDSA: DER). */
export async function encodeKeySignature({ key, algorithm }: SigningKey, data: Bytes, option: CryptoOption): Promise<Bytes> {
  const { family, digest: hash } = algorithmFacts(algorithm, option);
  const parameters = family === "ECDSA" ? { name: "ECDSA", hash } : { name: key.algorithm.name, saltLength: Number(hash.slice(4)) / 8 };
  const value = new Uint8Array(await webCrypto(option).sign(parameters, key, data));
  return family === "ECDSA" ? ecdsaToDer(value) : value;
}
