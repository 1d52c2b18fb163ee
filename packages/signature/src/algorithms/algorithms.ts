import { equal, type Bytes } from "../bytes.ts";
import { explicitTag, nullValue, oid, sequence, small } from "../der/write.ts";

export type DigestName = "SHA-256" | "SHA-384" | "SHA-512";

export type SignatureAlgorithm =
  | "RSA-PKCS1-SHA256"
  | "RSA-PKCS1-SHA384"
  | "RSA-PKCS1-SHA512"
  | "RSA-PSS-SHA256"
  | "RSA-PSS-SHA384"
  | "RSA-PSS-SHA512"
  | "ECDSA-SHA256"
  | "ECDSA-SHA384"
  | "ECDSA-SHA512";

export interface AlgorithmFacts {
  readonly id: SignatureAlgorithm;
  readonly family: "RSA-PKCS1" | "RSA-PSS" | "ECDSA";
  readonly digest: DigestName;
  /** AlgorithmIdentifiers that mean this algorithm; the first is the one we write. */
  readonly identifiers: readonly Bytes[];
}

const DIGESTS: readonly {
  readonly name: DigestName;
  readonly oid: string;
  readonly octets: number;
  readonly rsa: string;
  readonly ecdsa: string;
}[] = [
  { name: "SHA-256", oid: "2.16.840.1.101.3.4.2.1", octets: 32, rsa: "1.2.840.113549.1.1.11", ecdsa: "1.2.840.10045.4.3.2" },
  { name: "SHA-384", oid: "2.16.840.1.101.3.4.2.2", octets: 48, rsa: "1.2.840.113549.1.1.12", ecdsa: "1.2.840.10045.4.3.3" },
  { name: "SHA-512", oid: "2.16.840.1.101.3.4.2.3", octets: 64, rsa: "1.2.840.113549.1.1.13", ecdsa: "1.2.840.10045.4.3.4" },
];

const PSS = "1.2.840.113549.1.1.10";
const MGF1 = "1.2.840.113549.1.1.8";

/** RFC 4055 3.1: one hash for message and mask, salt as long as the hash, default trailer. RFC 4055 2.1 asks for both forms of the hash's parameters. */
function pssIdentifiers(hash: string, salt: number): Bytes[] {
  return [sequence(oid(hash), nullValue()), sequence(oid(hash))].map((identifier) =>
    sequence(oid(PSS), sequence(explicitTag(0, identifier), explicitTag(1, sequence(oid(MGF1), identifier)), explicitTag(2, small(salt)))),
  );
}

const ALGORITHMS: readonly AlgorithmFacts[] = DIGESTS.flatMap((digest): AlgorithmFacts[] => {
  const suffix = digest.name.replace("-", "") as "SHA256" | "SHA384" | "SHA512";
  return [
    {
      id: `RSA-PKCS1-${suffix}`,
      family: "RSA-PKCS1",
      digest: digest.name,
      identifiers: [sequence(oid(digest.rsa), nullValue()), sequence(oid(digest.rsa))],
    },
    { id: `RSA-PSS-${suffix}`, family: "RSA-PSS", digest: digest.name, identifiers: pssIdentifiers(digest.oid, digest.octets) },
    { id: `ECDSA-${suffix}`, family: "ECDSA", digest: digest.name, identifiers: [sequence(oid(digest.ecdsa))] },
  ];
});

export const ALL_ALGORITHMS: readonly SignatureAlgorithm[] = ALGORITHMS.map(({ id }) => id);

export function isSignatureAlgorithm(id: string): id is SignatureAlgorithm {
  return ALGORITHMS.some((facts) => facts.id === id);
}

export function algorithmFacts(id: SignatureAlgorithm): AlgorithmFacts {
  const facts = ALGORITHMS.find((candidate) => candidate.id === id);
  if (!facts) throw new TypeError(id);
  return facts;
}

/** The AlgorithmIdentifier as we write it. */
export function algorithmIdentifier(id: SignatureAlgorithm): Bytes {
  const [identifier] = algorithmFacts(id).identifiers;
  if (!identifier) throw new TypeError(id);
  return identifier;
}

const RSA_ENCRYPTION: readonly Bytes[] = [sequence(oid("1.2.840.113549.1.1.1"), nullValue()), sequence(oid("1.2.840.113549.1.1.1"))];

/**
 * What an AlgorithmIdentifier (raw DER) names; `undefined` for what this package does not take (SHA-1, national algorithms, …).
 * Compared as bytes, so parameters nobody asked for never pass. `digest`: the message digest of a CMS signer, which completes
 * a bare `rsaEncryption` (RFC 3370 3.2).
 */
export function identifyAlgorithm(identifier: Bytes, digest?: DigestName): SignatureAlgorithm | undefined {
  if (digest && RSA_ENCRYPTION.some((form) => equal(form, identifier))) {
    return ALGORITHMS.find((facts) => facts.family === "RSA-PKCS1" && facts.digest === digest)?.id;
  }
  return ALGORITHMS.find((facts) => facts.identifiers.some((form) => equal(form, identifier)))?.id;
}

/** AlgorithmIdentifier of a digest: parameters absent, as RFC 5754 2 asks of writers. */
export function digestIdentifier(name: DigestName): Bytes {
  const digest = DIGESTS.find((candidate) => candidate.name === name);
  if (!digest) throw new TypeError(name);
  return sequence(oid(digest.oid));
}

/** Readers take both absent and NULL parameters (RFC 5754 2). */
export function identifyDigest(identifier: Bytes): DigestName | undefined {
  return DIGESTS.find((digest) => equal(identifier, sequence(oid(digest.oid))) || equal(identifier, sequence(oid(digest.oid), nullValue())))
    ?.name;
}
