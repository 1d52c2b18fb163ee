import { algorithmFacts, type SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { ecdsaToDer } from "../algorithms/ecdsa-value.ts";
import { webCrypto, type CryptoOption } from "../algorithms/verify.ts";
import { copy, type Bytes } from "../bytes.ts";

export type StandardTestKey = "RSA-2048" | "RSA-3072" | "P-256" | "P-384" | "P-521";

/** Keys of a `Crypto` that is handed in, for algorithms of a registry that is handed in with it. */
export interface TestKeyFacts {
  readonly parameters: RsaHashedKeyGenParams | (EcKeyGenParams & { readonly hash?: never });
  /** By which such keys sign. */
  readonly algorithm: SignatureAlgorithm;
  /** What `sign` gives, to what certificates and lists hold. Default: the same (ECDSA: DER). */
  readonly inCertificate?: (value: Bytes) => Bytes;
}

export type TestKeyAlgorithm = StandardTestKey | TestKeyFacts;

/** A private key with the algorithm it signs by. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly algorithm: SignatureAlgorithm;
  readonly inCertificate?: TestKeyFacts["inCertificate"];
}

export interface TestKeyPair {
  readonly privateKey: SigningKey;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Bytes;
}

function rsa(modulusLength: number): TestKeyFacts {
  const parameters = { name: "RSASSA-PKCS1-v1_5", modulusLength, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" };
  return { parameters, algorithm: "RSA-PKCS1-SHA256" };
}

const KEYS: Readonly<Record<StandardTestKey, TestKeyFacts>> = {
  "RSA-2048": rsa(2048),
  "RSA-3072": rsa(3072),
  "P-256": { parameters: { name: "ECDSA", namedCurve: "P-256" }, algorithm: "ECDSA-SHA256" },
  "P-384": { parameters: { name: "ECDSA", namedCurve: "P-384" }, algorithm: "ECDSA-SHA384" },
  "P-521": { parameters: { name: "ECDSA", namedCurve: "P-521" }, algorithm: "ECDSA-SHA512" },
};

const factsOf = (algorithm: TestKeyAlgorithm): TestKeyFacts => (typeof algorithm === "string" ? KEYS[algorithm] : algorithm);

const signingKey = (key: CryptoKey, { algorithm, inCertificate }: TestKeyFacts): SigningKey => ({
  key,
  algorithm,
  ...(inCertificate && { inCertificate }),
});

/** Extractable, so that a demonstration can keep them in files. */
export async function generateKeyPair(algorithm: TestKeyAlgorithm, option: CryptoOption = {}): Promise<TestKeyPair> {
  const facts = factsOf(algorithm);
  const pair = await webCrypto(option).generateKey(facts.parameters, true, ["sign", "verify"]);
  return { privateKey: signingKey(pair.privateKey, facts), publicKey: await exportPublicKey(pair.publicKey, option) };
}

export async function exportPublicKey(key: CryptoKey, option: CryptoOption = {}): Promise<Bytes> {
  return new Uint8Array(await webCrypto(option).exportKey("spki", key));
}

/** PKCS#8, DER. */
export async function exportPrivateKey({ key }: SigningKey, option: CryptoOption = {}): Promise<Bytes> {
  return new Uint8Array(await webCrypto(option).exportKey("pkcs8", key));
}

export async function importPrivateKey(pkcs8: Uint8Array, algorithm: TestKeyAlgorithm, option: CryptoOption = {}): Promise<SigningKey> {
  const facts = factsOf(algorithm);
  return signingKey(await webCrypto(option).importKey("pkcs8", copy(pkcs8), facts.parameters, true, ["sign"]), facts);
}

/** Signs and gives the value as it stands in X.509 (ECDSA: DER). */
export async function encodeKeySignature({ key, algorithm, inCertificate }: SigningKey, data: Bytes, option: CryptoOption): Promise<Bytes> {
  const { family, digest: hash } = algorithmFacts(algorithm, option);
  const parameters = family === "ECDSA" ? { name: "ECDSA", hash } : { name: key.algorithm.name, saltLength: Number(hash.slice(4)) / 8 };
  const value = new Uint8Array(await webCrypto(option).sign(parameters, key, data));
  return inCertificate ? inCertificate(value) : family === "ECDSA" ? ecdsaToDer(value) : value;
}
