import { concat, type Bytes } from "../../bytes.ts";
import { createCades } from "../../cades/create.ts";
import { CMS } from "../../cades/oids.ts";
import { changeSignedData, readSignedData, type SignedData } from "../../cades/signed-data.ts";
import { withUnsignedAttributes } from "../../cades/signer-info.ts";
import { signerFromCryptoKey } from "../../cades/signer.ts";
import { validateSignature, type SignatureQuestion, type SignatureReport } from "../../cades/validate-signature.ts";
import { digest } from "../../algorithms/verify.ts";
import { contextTag, TAG } from "../../der/read.ts";
import { encode, explicitTag, oid, sequence, small } from "../../der/write.ts";
import type { Evidence } from "../../report.ts";
import { attribute, forgeCades, type Forgery } from "../forge-cades.ts";
import { createTestPki, type IssuedWithKey, type IssueInput, type TestPki } from "../pki.ts";
import { createTestTimestampAuthority, type TestTimestampAuthority } from "../timestamp-authority.ts";

/** One thing that is wrong on purpose, and what a right validation says of it. */
export interface DeliberateFault {
  readonly group: string;
  readonly fault: string;
  /** `indication/sub-indication at check (detail)`; the same words as `found` gives. */
  readonly expected: string;
  found(): Promise<string>;
}

export const NOW = new Date("2026-11-21T08:00:00Z");
export const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

/** A signature without a fault, and what it needs to pass. */
export class FaultScene {
  readonly content: Bytes = new TextEncoder().encode("the manifest");
  readonly pki: TestPki;
  readonly foreign: TestPki;
  readonly stampPki: TestPki;
  readonly stamps: TestTimestampAuthority;
  readonly person: IssuedWithKey;
  readonly other: IssuedWithKey;
  readonly genuine: Bytes;
  /** Told of every report that a case makes. */
  readonly #onReport: (report: SignatureReport) => void;

  private constructor(
    pkis: Pick<FaultScene, "pki" | "foreign" | "stampPki">,
    people: Pick<FaultScene, "person" | "other">,
    stamps: TestTimestampAuthority,
    genuine: Bytes,
    onReport: (report: SignatureReport) => void,
  ) {
    this.#onReport = onReport;
    this.pki = pkis.pki;
    this.foreign = pkis.foreign;
    this.stampPki = pkis.stampPki;
    this.person = people.person;
    this.other = people.other;
    this.stamps = stamps;
    this.genuine = genuine;
  }

  static async create(onReport: (report: SignatureReport) => void = () => undefined): Promise<FaultScene> {
    const make = (name: string, more = {}): Promise<TestPki> => createTestPki({ name, algorithm: "P-256", now: NOW, ...more });
    const pkis = {
      pki: await make("Treasury", { issuingNotAfter: later(100) }),
      foreign: await make("Foreign"),
      stampPki: await make("Stamps"),
    };
    const person = await pkis.pki.issue({ subject: { commonName: "signer" }, notAfter: later(90) });
    const other = await pkis.pki.issue({ subject: { commonName: "other" } });
    const genuine = await createCades({
      content: new TextEncoder().encode("the manifest"),
      signer: signerFromCryptoKey(person.privateKey.key, person.certificate),
      chain: person.chain,
      signingTime: NOW,
    });
    return new FaultScene(pkis, { person, other }, await createTestTimestampAuthority(pkis.stampPki), genuine, onReport);
  }

  forge(forgery: Partial<Forgery> = {}): Promise<Bytes> {
    const { person, content } = this;
    const { certificate, privateKey: key, chain } = person;
    return forgeCades({ content, key, certificate, certificates: [certificate, ...chain], signingTime: NOW, ...forgery });
  }

  /** Signed by a certificate that is issued for the case. */
  async signedBy(request: Partial<IssueInput>): Promise<Bytes> {
    const { certificate, privateKey: key, chain } = await this.pki.issue({ subject: { commonName: "signer" }, ...request });
    return this.forge({ certificate, key, certificates: [certificate, ...chain] });
  }

  lists(day = 0): Promise<Bytes[]> {
    return this.pki.crls({ thisUpdate: later(day) });
  }

  async report(question: Partial<SignatureQuestion> = {}): Promise<SignatureReport> {
    return this.seen(
      await validateSignature({
        signature: this.genuine,
        content: this.content,
        trustAnchors: [this.pki.root.certificate],
        timestampAnchors: [this.stampPki.root.certificate],
        crls: [...(await this.lists()), ...(await this.stampPki.crls())],
        at: NOW,
        ...question,
      }),
    );
  }

  seen(report: SignatureReport): SignatureReport {
    this.#onReport(report);
    return report;
  }

  async told(question: Partial<SignatureQuestion> = {}): Promise<string> {
    return describe(await this.report(question));
  }

  /** A token over the genuine signature's value. */
  async token(at: Date, by: TestTimestampAuthority = this.stamps, over: Uint8Array | undefined = undefined): Promise<Bytes> {
    const value = concat(over ?? readSignedData(this.genuine).signers[0]?.signature ?? new Uint8Array());
    return by.stamp({ digest: "SHA-256", value: await digest("SHA-256", value) }, at);
  }

  /** The genuine signature with anything in the place of a timestamp; what the report says of the timestamp. */
  async stamped(token: Uint8Array, question: Partial<SignatureQuestion> = {}): Promise<string> {
    const report = await this.report({ signature: this.withUnsigned(attribute(CMS.signatureTimestamp, token)), ...question });
    const [timestamp] = report.timestamps ?? [];
    return timestamp ? `timestamp ${describe(timestamp)}, signature ${describe(report)} ${report.level ?? ""}`.trim() : "no timestamp";
  }

  withUnsigned(...attributes: readonly Uint8Array[]): Bytes {
    const data = readSignedData(this.genuine);
    const [signer] = data.signers;
    return signer ? changeSignedData(data, { signers: new Map([[0, withUnsignedAttributes(signer, attributes)]]) }) : this.genuine;
  }
}

interface Told {
  readonly indication: string;
  readonly subIndication?: string;
  readonly evidence: readonly Evidence[];
}

export function describe({ indication, subIndication, evidence }: Told): string {
  if (subIndication === undefined) return indication;
  // what concerns a timestamp only is told with the timestamp
  const own = evidence.filter(({ check }) => !["signature-timestamp", "archive-timestamp", "content-timestamp"].includes(check));
  const failed = own.find(({ outcome }) => outcome === "failed");
  const why = failed?.params["why"];
  return `${indication}/${subIndication} at ${failed?.check}${why === undefined ? "" : ` (${why})`}`;
}

/** The same SignedData around another signer, and with other lists: what an extension would never do. */
export function writeWith(data: SignedData, signer: Uint8Array, revocations: readonly Uint8Array[] = data.revocations): Bytes {
  return sequence(
    oid(CMS.signedData),
    explicitTag(
      0,
      sequence(
        small(data.version),
        encode(TAG.set, ...data.digestAlgorithms),
        data.encapsulated,
        encode(contextTag(0, true), ...data.certificates),
        ...(revocations.length > 0 ? [encode(contextTag(1, true), ...revocations)] : []),
        encode(TAG.set, signer),
      ),
    ),
  );
}
