import { digest } from "../algorithms/verify.ts";
import { toHex } from "../bytes.ts";
import { validateSignature, type SignatureQuestion, type SignatureReport } from "../cades/validate-signature.ts";
import { SignatureError } from "../errors.ts";
import type { Evidence } from "../report.ts";
import { isManifestName } from "./names.ts";
import { openContainer, type ContainerEntries, type ContainerLimits } from "./open-container.ts";
import { readAsicManifest } from "./read-manifest.ts";
import type { AsicManifestFile } from "./write-manifest.ts";

export interface ContainerQuestion extends Omit<SignatureQuestion, "signature" | "content"> {
  readonly container: Uint8Array | Blob;
  readonly limits?: ContainerLimits;
}

export interface ContainerReport {
  /** At least one signature, and all of them passed. Says nothing about `unsigned`. */
  readonly passed: boolean;
  readonly signatures: readonly ContainerSignatureReport[];
  /** Entries that no passed signature covers, signatures and manifests apart: show them as not signed, or refuse them. */
  readonly unsigned: readonly string[];
  readonly entries: ContainerEntries;
}

/** The report of one manifest's signature; a file that is missing or changed makes it fail as a whole. */
export interface ContainerSignatureReport extends SignatureReport {
  /** Name of the ASiCManifest. */
  readonly manifest: string;
  /** Name of the signature file; absent where the manifest cannot be read. */
  readonly signature?: string;
  readonly files: readonly (AsicManifestFile & { readonly outcome: "matched" | "changed" | "missing" })[];
}

/**
 * Validates every ASiCManifest of an ASiC-E container with CAdES: the digests of its files, and its signature as `validateSignature` does.
 * Throws `SignatureError` for a container that cannot be opened (see `openContainer`) and for a faulty question.
 */
export async function validateContainer(question: ContainerQuestion): Promise<ContainerReport> {
  const entries = await openContainer(question.container, question.limits);
  const manifests = [...entries.keys()].filter(isManifestName);
  const signatures: ContainerSignatureReport[] = [];
  // one after the other: a container with many signatures must not take every core
  for (const name of manifests) signatures.push(await verifyManifest(name, entries, question));

  const covered = new Set<string>(manifests);
  for (const { indication, signature, files } of signatures) {
    if (signature !== undefined) covered.add(signature);
    if (indication === "TOTAL-PASSED") for (const file of files) covered.add(file.name);
  }
  return {
    passed: signatures.length > 0 && signatures.every(({ indication }) => indication === "TOTAL-PASSED"),
    signatures,
    unsigned: [...entries.keys()].filter((name) => !covered.has(name)),
    entries,
  };
}

async function verifyManifest(name: string, entries: ContainerEntries, question: ContainerQuestion): Promise<ContainerSignatureReport> {
  const content = entries.get(name) ?? new Uint8Array();
  let manifest;
  try {
    manifest = readAsicManifest(content);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    return { manifest: name, files: [], ...formatFailure({ code: error.code, ...error.params }) };
  }
  const found = { manifest: name, signature: manifest.signature };
  const files = await Promise.all(manifest.files.map(async (file) => ({ ...file, outcome: await compareFile(file, entries, question) })));
  const signature = entries.get(manifest.signature);
  if (!signature) return { ...found, files, ...formatFailure({ missing: manifest.signature }) };

  const { level, ...report } = await validateSignature({ ...question, signature, content });
  const evidence: Evidence[] = [
    ...files.map((file): Evidence => ({
      check: "signed-file",
      outcome: file.outcome === "matched" ? "passed" : "failed",
      params: { name: file.name, is: file.outcome },
    })),
    ...report.evidence,
  ];
  // a proven failure of the signature itself tells more than a file that is not there
  if (files.some((file) => file.outcome === "changed")) {
    return { ...found, ...report, files, indication: "TOTAL-FAILED", subIndication: "HASH_FAILURE", evidence };
  }
  if (report.indication !== "TOTAL-FAILED" && files.some((file) => file.outcome === "missing")) {
    return { ...found, ...report, files, indication: "INDETERMINATE", subIndication: "SIGNED_DATA_NOT_FOUND", evidence };
  }
  return { ...found, ...report, ...(level && { level }), files, evidence };
}

async function compareFile(
  { name, sha256 }: AsicManifestFile,
  entries: ContainerEntries,
  option: ContainerQuestion,
): Promise<"matched" | "changed" | "missing"> {
  const bytes = entries.get(name);
  if (!bytes) return "missing";
  return toHex(await digest("SHA-256", bytes, option)) === sha256 ? "matched" : "changed";
}

function formatFailure(params: Evidence["params"]): SignatureReport {
  return {
    process: "basic",
    indication: "TOTAL-FAILED",
    subIndication: "FORMAT_FAILURE",
    evidence: [{ check: "format", outcome: "failed", params }],
    chain: [],
  };
}
