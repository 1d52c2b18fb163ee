import {
  checkOcspResponse,
  readTimestampResponse,
  SHA1_ALGORITHMS,
  validateEverySignature,
  validatePath,
  validateSignature,
  validateTimestamp,
} from "@fisc/signature";
import { withKeyStore } from "@fisc/signature/key-stores";
import { answered, PublishedFiles, registry, verdict } from "./published.ts";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

/** What authorities of two countries and programs that people sign with there made: signatures, certificates, lists, answers. */
export async function runAuthorities(folder: string): Promise<SuiteResult> {
  const name = "Authorities' files";
  const about =
    "Signatures, certificates, lists, OCSP and TSP answers that Ukrainian and Kazakh authorities and programs made, each with the verdict that it deserves";
  const files = new PublishedFiles(folder);
  if (!files.present) return { name, about, cases: [], skipped: `there is no ${folder}` };
  return { name, about, cases: [...(await runUa(files)), ...(await runKz(files))], listed: true };
}

interface VerifyTask {
  readonly comment: string;
  readonly method: string;
  readonly parameters?: { readonly signature?: { readonly bytes: string; readonly content?: string } };
}

/** The statement by which certificates there are qualified; the root has it critically. */
const STATEMENTS = ["1.2.804.2.1.1.1.2.1"];

async function runUa(files: PublishedFiles): Promise<ConformanceCase[]> {
  const certificates = await files.list("ua/uapki/certs", ".cer");
  const root = certificates.find((file) => file.includes("CAO-")) ?? "";
  const trust = {
    trustAnchors: [await files.der(root)],
    intermediates: await Promise.all(certificates.map((file) => files.der(file))),
    revocation: "unchecked" as const,
    at: new Date("2023-12-01"),
    qualifiedStatements: STATEMENTS,
    registry,
  };
  const cases: ConformanceCase[] = [];
  const { tasks } = (await files.json("ua/uapki/verify-dstu.json")) as { readonly tasks: readonly VerifyTask[] };
  for (const { comment, parameters } of tasks.filter(({ method }) => method === "VERIFY")) {
    const { bytes = "", content } = parameters?.signature ?? {};
    const expected = comment.includes("invalid")
      ? "TOTAL-FAILED HASH_FAILURE"
      : `TOTAL-PASSED CAdES-B-${comment.includes("CAdES-T") ? "T" : "B"}`;
    const question = { signature: Buffer.from(bytes, "base64"), ...(content !== undefined && { content: Buffer.from(content, "base64") }) };
    cases.push(await answered(comment, expected, async () => verdict(await validateSignature({ ...trust, ...question }))));
  }
  for (const file of certificates.filter((name) => name !== root)) {
    const path = { ...trust, certificate: await files.der(file), keyUsage: [] };
    cases.push(await answered(`${file}: path to the root`, "TOTAL-PASSED", async () => verdict(await validatePath(path))));
    const { qualifiedStatements: _, ...unaware } = path;
    cases.push(
      await answered(
        `${file}: by who does not understand the root's critical statement`,
        "INDETERMINATE CHAIN_CONSTRAINTS_FAILURE",
        async () => verdict(await validatePath(unaware)),
      ),
    );
  }
  const [delta = ""] = await files.list("ua/uapki/crls", ".crl");
  const signer = {
    ...trust,
    certificate: await files.der(certificates.find((file) => file.includes("test-sign")) ?? ""),
    revocation: "required" as const,
  };
  const lists = { crls: [await files.der(delta)] };
  cases.push(
    await answered(`${delta}: a list of changes without what it changes`, "INDETERMINATE TRY_LATER", async () =>
      verdict(await validatePath({ ...signer, ...lists })),
    ),
  );
  return [...cases, ...(await runUaDigests(files))];
}

interface DigestTask {
  readonly comment: string;
  readonly commentExpectedResult?: string;
  readonly method: string;
  readonly parameters?: { readonly hashAlgo?: string; readonly bytes?: string };
}

/** The digests whose algorithm is one of CMS; the file says what comes out. */
async function runUaDigests(files: PublishedFiles): Promise<ConformanceCase[]> {
  const { tasks } = (await files.json("ua/uapki/digest.json")) as { readonly tasks: readonly DigestTask[] };
  const cases: ConformanceCase[] = [];
  for (const { comment, commentExpectedResult = "", method, parameters } of tasks) {
    const { hashAlgo, bytes } = parameters ?? {};
    if (method !== "DIGEST" || hashAlgo === undefined || bytes === undefined) continue;
    const expected = /hex: ([0-9a-f]+)/.exec(commentExpectedResult)?.[1] ?? "";
    cases.push(
      await answered(comment, expected, async () => {
        const scheme = registry.identifyDigest(writeOid(hashAlgo));
        return Buffer.from((await scheme?.digest(Uint8Array.from(Buffer.from(bytes, "base64")), {})) ?? []).toString("hex");
      }),
    );
  }
  return cases;
}

/** AlgorithmIdentifier (DER) without parameters. */
function writeOid(dotted: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [40 * first + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) + 128);
    return groups;
  });
  return Uint8Array.of(0x30, octets.length + 2, 0x06, octets.length, ...octets);
}

const KZ = "kz/ncanode";
const GOST_2015 = `${KZ}/ca/nca_gost2015_test.cer`;
const GOST_2004 = `${KZ}/ca/nca_gost_test.crt`;
const RSA_2004 = `${KZ}/ca/nca_rsa_test.crt`;

/** Who is who: the certificate in a store, its authority, what lists and OCSP answers of 2022 say of it. */
const PEOPLE = [
  {
    store: "KEY_INDIVIDUAL_VALID_2015",
    password: "Aa123456",
    issuer: GOST_2015,
    listed: "TOTAL-PASSED",
    ocsp: "individual_2015",
    status: "revoked",
  },
  {
    store: "KEY_CEO_REVOKED_2015",
    password: "Aa123456",
    issuer: GOST_2015,
    listed: "INDETERMINATE REVOKED_NO_POE",
    ocsp: "ceo_2015_revoked",
    status: "revoked",
  },
  {
    store: "KEY_CEO_SIGN_REVOKED_2004",
    password: "Qwerty12",
    issuer: GOST_2004,
    listed: "INDETERMINATE REVOKED_NO_POE",
    ocsp: "ceo_sign_2004_revoked",
    status: "revoked",
  },
  { store: "KEY_INDIVIDUAL_SIGN_REVOKED_2004", password: "Qwerty12", issuer: RSA_2004, listed: "INDETERMINATE REVOKED_NO_POE" },
  { store: "KEY_INDIVIDUAL_AUTH_REVOKED_2004", password: "Qwerty12", issuer: RSA_2004, listed: "INDETERMINATE REVOKED_NO_POE" },
  {
    store: "KEY_INDIVIDUAL_VALID_SIGN_2004",
    password: "Qwerty12",
    issuer: RSA_2004,
    // it had expired before the lists that are here
    listed: "INDETERMINATE OUT_OF_BOUNDS_NO_POE",
    ocsp: "individual_sign_2004",
    status: "good",
  },
] as const;

/** Of the message that the recorded timestamp is over; the message itself was not published. */
const IMPRINT = Buffer.from("1465dad126d32bf7aa5d3b95a5c7c331cdff34df", "hex");

async function runKz(files: PublishedFiles): Promise<ConformanceCase[]> {
  const trustAnchors = await Promise.all([GOST_2015, GOST_2004, RSA_2004].map((file) => files.der(file)));
  const lists = await files.list(`${KZ}/crl`, ".crl");
  const crls = await Promise.all(lists.map((file) => files.der(file)));
  const path = { trustAnchors, crls, keyUsage: [], at: new Date("2022-08-15"), registry };
  const cases: ConformanceCase[] = [];
  for (const file of ["certs/ceo_valid_sign_2004_gost.cer", "certs/individual_valid_sign_2004_rsa.cer", "CERT_INDIVIDUAL.cer"]) {
    const certificate = await files.der(`${KZ}/${file}`);
    cases.push(
      await answered(`${KZ}/${file}: path and lists`, "TOTAL-PASSED", async () => verdict(await validatePath({ ...path, certificate }))),
    );
  }
  for (const { store, password, issuer, listed, ...asked } of PEOPLE) {
    const file = await files.bytes(`${KZ}/${store}.p12`);
    const certificate = await withKeyStore({ file, password }, async ({ certificates }) => certificates[0] ?? new Uint8Array());
    cases.push(await answered(`${KZ}/${store}: path and lists`, listed, async () => verdict(await validatePath({ ...path, certificate }))));
    if (!("ocsp" in asked)) continue;
    const response = await files.bytes(`${KZ}/ocsp/ocsp_response_${asked.ocsp}.bin`);
    const question = { response, certificate, issuer: await files.der(issuer), at: new Date("2022-09-02T17:00:00Z"), registry };
    cases.push(await answered(`${KZ}/${store}: OCSP`, asked.status, async () => (await checkOcspResponse(question)).status));
    const changed = response.map((octet, i) => (i === response.length - 40 ? octet ^ 1 : octet));
    cases.push(
      await answered(
        `${KZ}/${store}: OCSP with one bit changed`,
        "unknown",
        async () => (await checkOcspResponse({ ...question, response: changed })).status,
      ),
    );
  }
  return [...cases, ...(await runKzSignatures(files, trustAnchors)), ...(await runKzTimestamp(files, trustAnchors))];
}

async function runKzSignatures(files: PublishedFiles, trustAnchors: readonly Uint8Array[]): Promise<ConformanceCase[]> {
  const content = new TextEncoder().encode("test123");
  // the second signer's certificate had expired when it was used
  const gost = "TOTAL-PASSED";
  const rsa = "INDETERMINATE OUT_OF_BOUNDS_NO_POE";
  const cases: ConformanceCase[] = [];
  for (const [name, expected, detached] of [
    ["SIGNED_CMS", [gost, rsa], false],
    ["SIGNED_CMS_ONE_SIGNER", [rsa], false],
    ["SIGNED_DETACHED_CMS", [gost, rsa], true],
  ] as const) {
    const signature = await files.der(`${KZ}/signed/${name}.p7s`);
    const question = { signature, trustAnchors, revocation: "unchecked" as const, at: new Date("2022-09-29"), registry };
    const verdicts = async (more: object): Promise<string> =>
      (await validateEverySignature({ ...question, ...more })).map(verdict).join(", ");
    const own = detached ? { content } : {};
    const plain = { mandatoryAttributes: ["signing-time"] };
    cases.push(await answered(`${KZ}/${name}, taken as plain CMS`, expected.join(", "), () => verdicts({ ...own, ...plain })));
    const refused = expected.map(() => "INDETERMINATE SIG_CONSTRAINTS_FAILURE").join(", ");
    cases.push(await answered(`${KZ}/${name}, where CAdES is asked for`, refused, () => verdicts(own)));
    const wrong = expected.map(() => "TOTAL-FAILED HASH_FAILURE").join(", ");
    const other = { content: new TextEncoder().encode("test124"), ...plain };
    if (detached) cases.push(await answered(`${KZ}/${name} with other content`, wrong, () => verdicts(other)));
  }
  return cases;
}

async function runKzTimestamp(files: PublishedFiles, trustAnchors: readonly Uint8Array[]): Promise<ConformanceCase[]> {
  const response = await files.bytes(`${KZ}/tsp/tsp_response.bin`);
  const question = { trustAnchors, revocation: "unchecked" as const, at: new Date("2022-09-19"), registry: registry.with(SHA1_ALGORITHMS) };
  const judged = async (imprint: Uint8Array): Promise<string> => {
    const { token } = readTimestampResponse(response);
    if (!token) return "no token";
    const report = await validateTimestamp({ ...question, token, imprint: async () => [new Uint8Array(imprint)] });
    const failed = report.evidence.find(({ outcome }) => outcome === "failed");
    return [verdict(report), failed?.check].filter(Boolean).join(" ");
  };
  return [
    await answered(`${KZ}/tsp: token under its own imprint`, "TOTAL-PASSED", () => judged(IMPRINT)),
    await answered(`${KZ}/tsp: token under another imprint`, "TOTAL-FAILED HASH_FAILURE timestamp-imprint", () =>
      judged(IMPRINT.subarray(1)),
    ),
  ];
}
