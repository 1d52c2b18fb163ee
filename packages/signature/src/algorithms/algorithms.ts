import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { ECDSA_SIGNATURES } from "./ecdsa.ts";
import { AlgorithmRegistry } from "./registry.ts";
import { RSA_SIGNATURES } from "./rsa.ts";
import type { CryptoOption, DigestName, SignatureAlgorithm, SignatureScheme, StandardSignature } from "./scheme.ts";
import { SHA2_DIGESTS } from "./sha2.ts";

export type { CryptoOption, DigestName, SignatureAlgorithm, SignatureScheme, StandardSignature } from "./scheme.ts";

/** RSA (PKCS#1 v1.5, PSS) and ECDSA over SHA-2. National packages come on top: `STANDARD_ALGORITHMS.with(theirs)`. */
export const STANDARD_ALGORITHMS: AlgorithmRegistry = new AlgorithmRegistry(
  { digests: SHA2_DIGESTS },
  { signatures: RSA_SIGNATURES },
  { signatures: ECDSA_SIGNATURES },
);

/** Ids of the standard algorithms. */
export const ALL_ALGORITHMS: readonly StandardSignature[] = STANDARD_ALGORITHMS.signatures.map(({ id }) => id as StandardSignature);

export function registryOf({ registry = STANDARD_ALGORITHMS }: CryptoOption): AlgorithmRegistry {
  return registry;
}

export function isSignatureAlgorithm(id: string, option: CryptoOption = {}): id is StandardSignature {
  return registryOf(option).find(id) !== undefined;
}

/** Throws `SignatureError` `algorithm.unsupported`. */
export function algorithmFacts(id: SignatureAlgorithm, option: CryptoOption = {}): SignatureScheme {
  return registryOf(option).signature(id);
}

/** The AlgorithmIdentifier as we write it. */
export function algorithmIdentifier(id: SignatureAlgorithm, option: CryptoOption = {}): Bytes {
  return firstOf(registryOf(option).signature(id).identifiers, id);
}

/** See `AlgorithmRegistry.identifySignature`. */
export function identifyAlgorithm(identifier: Bytes, digest?: DigestName, option: CryptoOption = {}): SignatureAlgorithm | undefined {
  return registryOf(option).identifySignature(identifier, digest)?.id;
}

/** AlgorithmIdentifier of a digest as we write it. */
export function digestIdentifier(name: DigestName, option: CryptoOption = {}): Bytes {
  return firstOf(registryOf(option).digest(name).identifiers, name);
}

export function identifyDigest(identifier: Bytes, option: CryptoOption = {}): DigestName | undefined {
  return registryOf(option).identifyDigest(identifier)?.name;
}

function firstOf(identifiers: readonly Bytes[], algorithm: string): Bytes {
  const [identifier] = identifiers;
  if (!identifier) throw new SignatureError("algorithm.unsupported", { algorithm });
  return identifier;
}
