import { violatedConstraint, type AlgorithmConstraints } from "../algorithms/constraints.ts";
import { registryOf } from "../algorithms/algorithms.ts";
import type { CryptoOption } from "../algorithms/scheme.ts";
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
      if (!this.#work.spend("signatures")) return "too-much";
      const key = issuer.completedSpki ? readPublicKeyInfo(spki) : issuer.publicKey;
      valid = await scheme.verify({
        ...this.#option,
        spki,
        key,
        data: signed.tbs,
        signature: signed.signature,
        identifier: signed.algorithmIdentifier,
      });
      byKey.set(keyName, valid);
    }
    return valid ? "valid" : "invalid";
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
