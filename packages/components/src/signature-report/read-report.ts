import type {
  FileOutcome,
  ReadCertificate,
  ReadFile,
  ReadFinding,
  ReadReport,
  ReadSignature,
  ReadStep,
  ReadTimestamp,
  StepOutcome,
  Verdict,
} from "./report-model.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What is drawn of one list; the rest is in the exported report. */
const MOST = { signatures: 50, steps: 300, certificates: 20, timestamps: 20, files: 200, params: 12 } as const;
/** Countersignatures of countersignatures. */
const DEEPEST = 3;
/** Characters of a report as JSON. */
const LONGEST_JSON = 16 * 1024 * 1024;

/**
 * Reads what a validator of signatures says: the report of one signature, several of them, or that of a container (`signatures`, `unsigned`), as
 * an object or as JSON. Nothing of it is taken for granted; what is not understood is left out, and never becomes «passed».
 * @returns null where it is no report
 */
export function readReport(value: unknown): ReadReport | null {
  const report = typeof value === "string" ? parsed(value) : value;
  const container = fields(report);
  const listed = Array.isArray(report) ? report : container && Array.isArray(container["signatures"]) ? container["signatures"] : null;
  const all: readonly unknown[] = listed ?? (container && "indication" in container ? [container] : []);
  if (listed === null && all.length === 0) return null;
  if (!all.every((one) => fields(one) !== null)) return null;
  return {
    signatures: all.slice(0, MOST.signatures).map((one) => signature(one, 0)),
    left: Math.max(0, all.length - MOST.signatures),
    unsigned: container ? list(container["unsigned"], MOST.files).filter((name) => typeof name === "string") : [],
  };
}

function parsed(json: string): unknown {
  try {
    return json.length > LONGEST_JSON ? null : (JSON.parse(json) as unknown);
  } catch {
    return null;
  }
}

function signature(value: unknown, depth: number): ReadSignature {
  const report = fields(value) ?? {};
  const signer = fields(report["signer"]);
  const basic = fields(report["basic"]);
  return {
    ...finding(report),
    ...(signer && { signer: certificate(signer) }),
    ...optional("level", report["level"]),
    ...optional("id", report["id"]),
    ...optional("algorithm", report["algorithm"]),
    ...optional("signingTime", report["signingTime"]),
    ...optional("bestSignatureTime", report["bestSignatureTime"]),
    ...optional("process", report["process"]),
    ...optional("manifest", report["manifest"]),
    ...optional("container", report["signature"]),
    ...(basic && { basic: verdictOf(basic["indication"]) }),
    timestamps: list(report["timestamps"], MOST.timestamps).map(timestamp),
    countersignatures:
      depth < DEEPEST ? list(report["countersignatures"], MOST.timestamps).map((inner) => signature(inner, depth + 1)) : [],
    files: list(report["files"], MOST.files).map(file),
  };
}

function finding(report: Fields): ReadFinding {
  const indication = text(report["indication"]);
  const said = verdictOf(indication);
  const chain = list(report["chain"], MOST.certificates).map((one) => certificate(fields(one) ?? {}));
  const steps = list(report["evidence"], MOST.steps).map(step);
  // A validator passes nothing without a chain, and gives no reason for a failure that is none: such a report was not made by one.
  const contradicts = said === "passed" && (chain.length === 0 || "subIndication" in report || steps.some(refutes));
  return {
    verdict: contradicts ? "unknown" : said,
    indication,
    contradicts,
    ...optional("subIndication", report["subIndication"]),
    steps,
    chain,
  };
}

/** Steps about a timestamp or a countersignature take nothing away from the signature where they fail. */
const aside: readonly string[] = ["signature-timestamp", "archive-timestamp", "content-timestamp", "countersignature"];

function refutes({ check, outcome }: ReadStep): boolean {
  return outcome === "failed" && !aside.includes(check);
}

function verdictOf(indication: unknown): Verdict {
  if (indication === "TOTAL-PASSED") return "passed";
  if (indication === "TOTAL-FAILED") return "failed";
  return indication === "INDETERMINATE" ? "indeterminate" : "unknown";
}

function step(value: unknown): ReadStep {
  const evidence = fields(value) ?? {};
  const params = Object.entries(fields(evidence["params"]) ?? {}).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  const { outcome } = evidence;
  return {
    check: text(evidence["check"]),
    outcome: isOneOf<StepOutcome>(outcome, ["passed", "failed", "skipped"]) ? outcome : "unknown",
    ...optional("fault", evidence["fault"]),
    params: params.slice(0, MOST.params),
  };
}

function timestamp(value: unknown): ReadTimestamp {
  const report = fields(value) ?? {};
  const { accuracy } = report;
  const authority = fields(report["authority"]);
  return {
    ...finding(report),
    kind: text(report["kind"]),
    ...optional("time", report["time"]),
    ...(typeof accuracy === "number" && Number.isFinite(accuracy) && { accuracy }),
    ...(authority && { authority: certificate(authority) }),
  };
}

function file(value: unknown): ReadFile {
  const found = fields(value) ?? {};
  const { outcome } = found;
  return { name: text(found["name"]), outcome: isOneOf<FileOutcome>(outcome, ["matched", "changed", "missing"]) ? outcome : "unknown" };
}

function certificate(value: Fields): ReadCertificate {
  return {
    subject: text(value["subject"]),
    ...optional("commonName", value["subjectCommonName"]),
    ...optional("organization", value["organization"]),
    issuer: text(value["issuer"]),
    serial: text(value["serial"]),
    notBefore: text(value["notBefore"]),
    notAfter: text(value["notAfter"]),
    keyUsage: list(value["keyUsage"], MOST.params).filter((use) => typeof use === "string"),
    key: keyText(fields(value["publicKey"]) ?? {}),
    sha256: text(value["sha256"]),
  };
}

/** `RSA 2048`, `EC P-256`; the kind alone where there is no more. */
function keyText({ kind, bits, curve, algorithm }: Fields): string {
  return [kind, bits ?? curve ?? algorithm].filter((part) => typeof part === "string" || typeof part === "number").join(" ");
}

function fields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function list(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function optional<Name extends string>(name: Name, value: unknown): { readonly [key in Name]?: string } {
  return typeof value === "string" && value !== "" ? ({ [name]: value } as { [key in Name]?: string }) : {};
}

function isOneOf<T extends string>(value: unknown, known: readonly T[]): value is T {
  return known.some((one) => one === value);
}
