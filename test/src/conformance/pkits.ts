import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validatePath } from "@fisc/signature";

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
}

export interface PkitsResult {
  readonly total: number;
  readonly agreed: number;
  /** Policy inputs (RFC 5280 6.1.1 (c)–(g)) that `validatePath` does not take yet. */
  readonly notAsked: number;
  readonly refusedThoughValid: readonly string[];
  readonly acceptedThoughInvalid: readonly string[];
  readonly cases: readonly string[];
}

/** NIST's Public Key Interoperability Test Suite against `validatePath`. */
export async function runPkits(folder: string): Promise<PkitsResult> {
  const { time, tests } = JSON.parse(await readFile(join(folder, "pkits.json"), "utf8")) as { time: string; tests: readonly PkitsCase[] };
  const refusedThoughValid: string[] = [];
  const acceptedThoughInvalid: string[] = [];
  const cases: string[] = [];
  let agreed = 0;
  let notAsked = 0;
  for (const one of tests) {
    const name = `${one.test} ${one.title}`;
    if (hasPolicyInputs(one)) {
      notAsked += 1;
      cases.push(`not asked  ${name}`);
      continue;
    }
    const verdict = await judge(folder, one, new Date(time));
    const passed = verdict === "TOTAL-PASSED";
    if (passed === one.shouldValidate) agreed += 1;
    else (passed ? acceptedThoughInvalid : refusedThoughValid).push(`${name}: ${verdict}`);
    cases.push(`${passed === one.shouldValidate ? "as NIST  " : "differs  "}  ${name}: ${verdict}`);
  }
  return { total: tests.length, agreed, notAsked, refusedThoughValid, acceptedThoughInvalid, cases };
}

function hasPolicyInputs(one: PkitsCase): boolean {
  const anyPolicy = one.initialPolicySet.length === 1 && one.initialPolicySet[0] === "anyPolicy";
  return !anyPolicy || one.initialExplicitPolicy || one.initialPolicyMappingInhibit || one.initialInhibitAnyPolicy;
}

async function judge(folder: string, one: PkitsCase, at: Date): Promise<string> {
  const certificates = await Promise.all(one.certs.map((name) => readFile(join(folder, "certs", `${name}.crt`))));
  const crls = await Promise.all(one.crls.map((name) => readFile(join(folder, "crls", `${name}.crl`))));
  const anchor = certificates[0];
  const certificate = certificates.at(-1);
  if (!anchor || !certificate) throw new Error(`${one.test} names no certificates`);
  try {
    // PKITS tests paths, not what the end entity may sign: any key usage will do.
    const report = await validatePath({
      certificate,
      intermediates: certificates.slice(1, -1),
      trustAnchors: [anchor],
      crls,
      at,
      keyUsage: [],
    });
    return report.indication === "TOTAL-PASSED" ? report.indication : `${report.indication}/${report.subIndication ?? ""}`;
  } catch (error) {
    return error instanceof Error && "code" in error ? `refused (${String(error.code)})` : `untyped error ${String(error)}`;
  }
}
