import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

const root = resolve(import.meta.dirname, "../../..");
const FILES = ["cades/openssl.test.ts", "cades/interop.test.ts", "timestamp/openssl.test.ts", "key-stores/outside-programs.test.ts"];

interface Line {
  readonly name: string;
  readonly passed: boolean;
  readonly skipped: boolean;
}

/** The package's own tests that hold it against OpenSSL, GnuTLS and Java's keytool, both ways: what we make they accept, what they make we accept. */
export async function runOutsidePrograms(): Promise<SuiteResult> {
  const cases: ConformanceCase[] = [];
  let skipped = 0;
  for (const file of FILES) {
    for (const line of await run(`packages/signature/src/${file}`)) {
      if (line.skipped) skipped++;
      else cases.push({ name: line.name, expected: "holds", found: line.passed ? "holds" : "fails", agrees: line.passed });
    }
  }
  return {
    name: "OpenSSL, GnuTLS and keytool",
    about:
      "openssl cms, ts, ca, ocsp, pkcs12 and pkcs8, GnuTLS certtool, Java's keytool: what we make they accept, what they make we validate and open",
    cases,
    listed: true,
    ...(skipped > 0 && { note: `${skipped} skipped, as a program is not there` }),
  };
}

async function run(file: string): Promise<Line[]> {
  const reporter = resolve(import.meta.dirname, "case-reporter.ts");
  const child = spawn(process.execPath, ["--conditions=source", "--test", `--test-reporter=${reporter}`, file], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await new Promise((done) => child.on("close", done));
  const lines = output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line);
  if (lines.length === 0) return [{ name: `${file} ran no test`, passed: false, skipped: false }];
  return lines;
}
