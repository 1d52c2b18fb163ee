import { equal, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import type { DigestName, DigestScheme, SignatureAlgorithm, SignatureScheme } from "./scheme.ts";

/** What a package of algorithms brings. */
export interface AlgorithmPackage {
  readonly signatures?: readonly SignatureScheme[];
  readonly digests?: readonly DigestScheme[];
}

/** The algorithms that one question is answered with. A value, handed in: nothing is registered globally. */
export class AlgorithmRegistry {
  readonly signatures: readonly SignatureScheme[];
  readonly digests: readonly DigestScheme[];

  constructor(...packages: readonly AlgorithmPackage[]) {
    this.signatures = packages.flatMap(({ signatures = [] }) => signatures);
    this.digests = packages.flatMap(({ digests = [] }) => digests);
  }

  /** These algorithms and those of further packages. */
  with(...packages: readonly AlgorithmPackage[]): AlgorithmRegistry {
    return new AlgorithmRegistry(this, ...packages);
  }

  find(id: SignatureAlgorithm): SignatureScheme | undefined {
    return this.signatures.find((scheme) => scheme.id === id);
  }

  /** Throws `SignatureError` `algorithm.unsupported`. */
  signature(id: SignatureAlgorithm): SignatureScheme {
    const scheme = this.find(id);
    if (!scheme) throw new SignatureError("algorithm.unsupported", { algorithm: id });
    return scheme;
  }

  /** Throws `SignatureError` `algorithm.unsupported`. */
  digest(name: DigestName): DigestScheme {
    const scheme = this.digests.find((candidate) => candidate.name === name);
    if (!scheme) throw new SignatureError("algorithm.unsupported", { algorithm: name });
    return scheme;
  }

  /**
   * What an AlgorithmIdentifier (raw DER) names; `undefined` for what is not here (SHA-1, another country's, …). Compared as
   * bytes, so parameters nobody asked for never pass. `digest`: the message digest of a CMS signer, which completes a bare key type.
   */
  identifySignature(identifier: Bytes, digest?: DigestName): SignatureScheme | undefined {
    const exact = this.signatures.find(
      (scheme) =>
        matches(scheme.identifiers, identifier) ||
        (digest !== undefined && scheme.digest === digest && scheme.keyIdentifiers && matches(scheme.keyIdentifiers, identifier)),
    );
    return exact ?? this.signatures.find((scheme) => scheme.means?.(identifier) === true);
  }

  identifyDigest(identifier: Bytes): DigestScheme | undefined {
    return this.digests.find((scheme) => matches(scheme.identifiers, identifier));
  }
}

function matches(identifiers: readonly Bytes[], identifier: Bytes): boolean {
  return identifiers.some((form) => equal(form, identifier));
}
