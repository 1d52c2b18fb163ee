import { equal } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { nameKey, type DistinguishedName } from "../certificate/name.ts";
import type { PathQuestion } from "../path/question.ts";
import type { SignatureChecks } from "../path/signature-checks.ts";
import type { WorkBudget } from "../path/work.ts";
import { crlStatus } from "./crl-status.ts";
import { ocspStatus } from "./ocsp-status.ts";
import { combined, type RevocationStatus } from "./status.ts";

/** Whether the path of an issuer of lists is valid up to `anchor`, with `source` for its own revocation. */
export type IssuerValidation = (certificate: Certificate, anchor: Certificate, source: RevocationSource) => Promise<boolean>;

/** How deep issuers of lists may depend on lists of other issuers. */
const MAXIMUM_NESTING = 3;

/** All evidence of revocation that a question brings, and who may speak. */
export class RevocationSource {
  readonly question: PathQuestion;
  readonly checks: SignatureChecks;
  readonly work: WorkBudget;
  readonly #validate: IssuerValidation;
  /** Issuers of lists whose own path is being validated: none of them may vouch for itself. */
  readonly #underway: readonly Certificate[];
  readonly #valid: Map<Certificate, boolean>;
  readonly #bySubject: ReadonlyMap<string, readonly Certificate[]>;

  constructor(
    question: PathQuestion,
    checks: SignatureChecks,
    work: WorkBudget,
    validate: IssuerValidation,
    outer?: RevocationSource,
    underway: readonly Certificate[] = [],
  ) {
    this.question = question;
    this.checks = checks;
    this.work = work;
    this.#validate = validate;
    this.#underway = underway;
    this.#valid = outer ? outer.#valid : new Map();
    this.#bySubject = outer
      ? outer.#bySubject
      : Map.groupBy([...question.intermediates, ...question.anchors], ({ subject }) => nameKey(subject));
  }

  /** `issuers`: the validated path above the certificate, its issuer first, the anchor last. */
  async statusOf(certificate: Certificate, issuers: readonly Certificate[]): Promise<RevocationStatus> {
    const ocsp = await ocspStatus(certificate, issuers, this);
    // a list is asked too: whichever tells of a revocation counts
    const crl = await crlStatus(certificate, issuers, this);
    return combined([ocsp, crl]);
  }

  issuersNamed(name: DistinguishedName): readonly Certificate[] {
    return this.#bySubject.get(nameKey(name)) ?? [];
  }

  /** Whether a certificate outside the path may be believed as an issuer of lists. `issuers`: the path it would speak for. */
  async isValid(certificate: Certificate, issuers: readonly Certificate[]): Promise<boolean> {
    const anchor = issuers.at(-1);
    if (!anchor) return false;
    if (issuers.some(({ der }) => equal(der, certificate.der))) return true;
    const known = this.#valid.get(certificate);
    if (known !== undefined) return known;
    if (this.#underway.length === MAXIMUM_NESTING || this.#underway.includes(certificate) || !this.work.spend("steps")) return false;
    const inner = new RevocationSource(this.question, this.checks, this.work, this.#validate, this, [...this.#underway, certificate]);
    const valid = await this.#validate(certificate, anchor, inner);
    // a refusal inside of another validation may only mean that it was not allowed to vouch for itself
    if (valid || this.#underway.length === 0) this.#valid.set(certificate, valid);
    return valid;
  }
}
