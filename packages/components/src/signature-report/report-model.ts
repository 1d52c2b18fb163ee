/** A report as it is drawn: whatever was handed in, only what was understood of it. Texts are as the report has them: a stranger's. */
export interface ReadReport {
  readonly signatures: readonly ReadSignature[];
  /** Files that no valid signature covers. */
  readonly unsigned: readonly string[];
  /** Signatures that are in the report and too many to draw. */
  readonly left: number;
}

export type Verdict = "passed" | "failed" | "indeterminate" | "unknown";
export type StepOutcome = "passed" | "failed" | "skipped" | "unknown";
export type FileOutcome = "matched" | "changed" | "missing" | "unknown";

/** ETSI EN 319 102-1 5.1.3, as far as the report says it. */
export interface ReadFinding {
  readonly verdict: Verdict;
  /** As the report has it; empty where it has none. */
  readonly indication: string;
  readonly subIndication?: string;
  /** Says passed, and something in it says otherwise. */
  readonly contradicts: boolean;
  readonly steps: readonly ReadStep[];
  /** Signer first. */
  readonly chain: readonly ReadCertificate[];
}

export interface ReadStep {
  readonly check: string;
  readonly outcome: StepOutcome;
  readonly fault?: string;
  readonly params: readonly (readonly [name: string, value: string | number])[];
}

export interface ReadCertificate {
  readonly subject: string;
  readonly commonName?: string;
  readonly organization?: string;
  readonly issuer: string;
  readonly serial: string;
  /** ISO 8601 UTC, or whatever stands there. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keyUsage: readonly string[];
  readonly key: string;
  readonly sha256: string;
}

export interface ReadTimestamp extends ReadFinding {
  readonly kind: string;
  readonly time?: string;
  /** Milliseconds. */
  readonly accuracy?: number;
  readonly authority?: ReadCertificate;
}

export interface ReadFile {
  readonly name: string;
  readonly outcome: FileOutcome;
}

export interface ReadSignature extends ReadFinding {
  readonly signer?: ReadCertificate;
  readonly level?: string;
  readonly id?: string;
  readonly algorithm?: string;
  readonly signingTime?: string;
  readonly bestSignatureTime?: string;
  readonly process?: string;
  /** What it would be without timestamps. */
  readonly basic?: Verdict;
  readonly timestamps: readonly ReadTimestamp[];
  readonly countersignatures: readonly ReadSignature[];
  readonly files: readonly ReadFile[];
  readonly manifest?: string;
  readonly container?: string;
}
