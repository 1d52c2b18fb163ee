import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { STANDARD_ALGORITHMS, validatePath, type PathReport } from "@fisc/signature";
import { DSA_SHA1 } from "@fisc/signature/testing";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

interface PkitsCase {
  readonly test: string;
  readonly title: string;
  /** First the trust anchor, last the certificate in question. */
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly initialPolicySet: readonly string[];
  readonly initialExplicitPolicy: boolean;
  readonly initialPolicyMappingInhibit: boolean;
  readonly initialInhibitAnyPolicy: boolean;
  readonly shouldValidate: boolean;
  readonly userConstrainedPolicySet: readonly string[];
}

interface PkitsSuite {
  readonly time: string;
  readonly tests: readonly PkitsCase[];
  /** Name → OID. */
  readonly policyOids: Readonly<Record<string, string>>;
}

/** Two paths of the suite are signed by DSA. */
const registry = STANDARD_ALGORITHMS.with(DSA_SHA1);

/** NIST's Public Key Interoperability Test Suite against `validatePath`, with all inputs and the resulting policy set. */
export async function runPkits(folder: string): Promise<Pick<SuiteResult, "cases" | "note">> {
  const suite = JSON.parse(await readFile(join(folder, "pkits.json"), "utf8")) as PkitsSuite;
  const files = await Promise.all(suite.tests.map((one) => readFiles(folder, one)));
  const cases: ConformanceCase[] = [];
  const started = performance.now();
  for (const [index, one] of suite.tests.entries()) {
    const report = await judge(files[index] ?? { certificates: [], crls: [] }, one, suite);
    const verdict = typeof report === "string" ? report : [report.indication, report.subIndication].filter(Boolean).join("/");
    const passed = verdict === "TOTAL-PASSED";
    const policies = typeof report === "string" ? [] : report.policies.constrained;
    const wanted = one.userConstrainedPolicySet.map((policy) => oidOf(policy, suite));
    const found = passed ? `valid ${policies.toSorted().join(" ")}`.trim() : verdict;
    const expected = one.shouldValidate ? `valid ${wanted.toSorted().join(" ")}`.trim() : "invalid";
    cases.push({ name: `${one.test} ${one.title}`, expected, found, agrees: one.shouldValidate ? found === expected : !passed });
  }
  return { cases, note: `all in ${Math.round(performance.now() - started)} ms` };
}

function oidOf(policy: string, { policyOids }: PkitsSuite): string {
  const oid = policyOids[policy];
  if (oid === undefined) throw new Error(`The suite gives no OID for ${policy}`);
  return oid;
}

interface CaseFiles {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

async function readFiles(folder: string, one: PkitsCase): Promise<CaseFiles> {
  return {
    certificates: await Promise.all(one.certs.map((name) => readFile(join(folder, "certs", `${name}.crt`)))),
    crls: await Promise.all(one.crls.map((name) => readFile(join(folder, "crls", `${name}.crl`)))),
  };
}

async function judge({ certificates, crls }: CaseFiles, one: PkitsCase, suite: PkitsSuite): Promise<PathReport | string> {
  const anchor = certificates[0];
  const certificate = certificates.at(-1);
  if (!anchor || !certificate) throw new Error(`${one.test} names no certificates`);
  try {
    return await validatePath({
      certificate,
      intermediates: certificates.slice(1, -1),
      trustAnchors: [anchor],
      crls,
      at: new Date(suite.time),
      // PKITS tests paths, not what the end entity may sign: any key usage will do.
      keyUsage: [],
      certificatePolicies: {
        initial: one.initialPolicySet.map((policy) => oidOf(policy, suite)),
        requireExplicit: one.initialExplicitPolicy,
        inhibitMapping: one.initialPolicyMappingInhibit,
        inhibitAny: one.initialInhibitAnyPolicy,
      },
      registry,
    });
  } catch (error) {
    return error instanceof Error && "code" in error ? `refused (${String(error.code)})` : `untyped error ${String(error)}`;
  }
}
