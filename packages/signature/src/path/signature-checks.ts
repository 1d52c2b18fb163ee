import { violatedConstraint, type AlgorithmConstraints } from "../algorithms/constraints.ts";
import { registryOf } from "../algorithms/algorithms.ts";
import type { AlgorithmRegistry } from "../algorithms/registry.ts";
import type { CryptoOption, SignatureScheme } from "../algorithms/scheme.ts";
import { toHex, type Bytes } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { readPublicKeyInfo } from "../algorithms/public-key.ts";
import type { WorkBudget } from "./work.ts";

/** What carries an X.509 signature: a certificate, a list, a response. */
export interface Signed {
  readonly tbs: Bytes;
  readonly algorithmIdentifier: Bytes;
  readonly signature: Bytes;
}

/**
 * `incomplete`: the issuer's key takes its domain parameters from above, so the answer waits for the path.
 * `refused`: by the policy of algorithms, or a key that no policy may allow. `too-much`: the budget is spent.
 */
export type SignatureCheck = "valid" | "invalid" | "unsupported" | "refused" | "incomplete" | "too-much";

/** Verifies each signature under each key once in a question, and counts. */
export class SignatureChecks {
  readonly #option: CryptoOption;
  readonly #work: WorkBudget;
  readonly #known = new Map<Signed, Map<string, boolean>>();

  constructor(option: CryptoOption, work: WorkBudget) {
    this.#option = option;
    this.#work = work;
  }

  async check(signed: Signed, issuer: Certificate, constraints?: AlgorithmConstraints): Promise<SignatureCheck> {
    const scheme = registryOf(this.#option).identifySignature(signed.algorithmIdentifier);
    if (!scheme) return "unsupported";
    if (!scheme.fits(issuer.publicKey)) return "invalid";
    // a key of absurd size is never worked with; what a policy merely refuses is verified, and then named as refused
    if (violatedConstraint(scheme.id, issuer.publicKey, { minimumRsaBits: 0 }, this.#option) !== null) return "refused";
    if (constraints && violatedConstraint(scheme.id, issuer.publicKey, constraints, this.#option) !== null) return "refused";
    const spki = issuer.completedSpki ?? issuer.spki;
    if (scheme.parameters?.missing(spki)) return "incomplete";

    const byKey = this.#known.get(signed) ?? new Map<string, boolean>();
    this.#known.set(signed, byKey);
    const keyName = keyNameOf(issuer, spki);
    let valid = byKey.get(keyName);
    if (valid === undefined) {
      // counted also where it was verified before: an answer must not depend on the questions that came earlier
      if (!this.#work.spend("signatures")) return "too-much";
      const earlier = verifiedBefore(this.#option, signed);
      valid = earlier?.get(keyName) ?? (await this.#verify(signed, issuer, spki, scheme));
      if (earlier && earlier.size < KEYS) earlier.set(keyName, valid);
      byKey.set(keyName, valid);
    }
    return valid ? "valid" : "invalid";
  }

  #verify(signed: Signed, issuer: Certificate, spki: Bytes, scheme: SignatureScheme): Promise<boolean> {
    const key = issuer.completedSpki ? readPublicKeyInfo(spki) : issuer.publicKey;
    const { tbs: data, signature, algorithmIdentifier: identifier } = signed;
    return scheme.verify({ ...this.#option, spki, key, data, signature, identifier });
  }

  /** The issuer with the domain parameters of the one above it; `null` where they do not go together. */
  complete(child: Signed, issuer: Certificate, above: Certificate | undefined): Certificate | null {
    const parameters = registryOf(this.#option).identifySignature(child.algorithmIdentifier)?.parameters;
    if (!parameters?.missing(issuer.spki)) return issuer;
    const completedSpki = above && parameters.inherit(issuer.spki, above.completedSpki ?? above.spki);
    return completedSpki ? { ...issuer, completedSpki } : null;
  }
}

const keyNames = new WeakMap<Certificate, string>();

function keyNameOf(issuer: Certificate, spki: Bytes): string {
  const known = keyNames.get(issuer);
  if (known !== undefined) return known;
  const name = toHex(spki);
  keyNames.set(issuer, name);
  return name;
}

/** Keys under which one object's signature is remembered: more than one has only what was made to have them. */
const KEYS = 4;

/** Goes with the registry that verified, and is forgotten with the certificate or list that it is of. */
const verified = new WeakMap<AlgorithmRegistry, WeakMap<Signed, Map<string, boolean>>>();

/** Whose signature verified under which key before. Not where the caller brings a WebCrypto, which may answer as it likes. */
function verifiedBefore(option: CryptoOption, signed: Signed): Map<string, boolean> | undefined {
  if (option.crypto) return undefined;
  const registry = registryOf(option);
  const objects = verified.get(registry) ?? new WeakMap<Signed, Map<string, boolean>>();
  verified.set(registry, objects);
  const byKey = objects.get(signed) ?? new Map<string, boolean>();
  objects.set(signed, byKey);
  return byKey;
}
