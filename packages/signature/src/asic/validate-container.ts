import { toHex } from "../bytes.ts";
import { validateEverySignature, type SignatureQuestion, type SignatureReport } from "../cades/validate-signature.ts";
import { SignatureError } from "../errors.ts";
import type { Evidence } from "../report.ts";
import { entryDigest } from "./entry-digest.ts";
import { ASIC_S, isManifestName, isMetadataName, SIMPLE_SIGNATURE, type ContainerType } from "./names.ts";
import { listContainer, type ContainerEntry, type ContainerLimits, type ListedContainer } from "./open-container.ts";
import { readAsicManifest } from "./read-manifest.ts";

export interface ContainerQuestion extends Omit<SignatureQuestion, "signature" | "content" | "signer"> {
  /** A Blob is read piece by piece: an attachment of a gigabyte is hashed in constant memory. */
  readonly container: Uint8Array | Blob;
  readonly limits?: ContainerLimits;
}

export interface ContainerReport {
  readonly type: ContainerType;
  /** At least one signature, and all of them passed. Says nothing about `unsigned`. */
  readonly passed: boolean;
  /** One for each signer of each signature file. */
  readonly signatures: readonly ContainerSignatureReport[];
  /** Entries that no passed signature covers, signatures and manifests apart: show them as not signed, or refuse them. */
  readonly unsigned: readonly string[];
  readonly entries: ReadonlyMap<string, ContainerEntry>;
}

/** The report of one signer; a file that is missing or changed makes it fail as a whole. */
export interface ContainerSignatureReport extends SignatureReport {
  /** Name of the ASiCManifest; absent in ASiC-S, where the signature is over the file itself. */
  readonly manifest?: string;
  /** Name of the signature file; absent where the manifest cannot be read. */
  readonly signature?: string;
  readonly files: readonly SignedFile[];
}

export interface SignedFile {
  readonly name: string;
  /** As the manifest says. */
  readonly mediaType?: string;
  /** As the manifest says, lower-case hex. */
  readonly sha256?: string;
  readonly outcome: "matched" | "changed" | "missing";
}

/**
 * Validates every signature of a container with CAdES as `validateSignature` does: in ASiC-E each ASiCManifest with the digests of its files, in ASiC-S the one
 * signature file over the one file. Throws `SignatureError` for a container that cannot be opened (see `listContainer`) and for a faulty question.
 */
export async function validateContainer(question: ContainerQuestion): Promise<ContainerReport> {
  const listed = await listContainer(question.container, question.limits);
  const { type, entries } = listed;
  const covered = new Set<string>();
  const signatures: ContainerSignatureReport[] = [];
  if (type === ASIC_S) signatures.push(...(await validateSimple(listed, question)));
  else {
    const known = new Map<string, Promise<string>>();
    for (const name of [...entries.keys()].filter(isManifestName)) {
      covered.add(name);
      // one after the other: a container with many signatures must not take every core
      signatures.push(...(await validateManifest(name, listed, question, known)));
    }
  }
  for (const { indication, signature, files } of signatures) {
    if (signature !== undefined) covered.add(signature);
    if (indication === "TOTAL-PASSED") for (const file of files) covered.add(file.name);
  }
  return {
    type,
    passed: signatures.length > 0 && signatures.every(({ indication }) => indication === "TOTAL-PASSED"),
    signatures,
    unsigned: [...entries.keys()].filter((name) => !covered.has(name)),
    entries,
  };
}

/** EN 319 162-1 4.3: one file beside the metadata, and its signature under a fixed name. */
async function validateSimple({ entries }: ListedContainer, question: ContainerQuestion): Promise<ContainerSignatureReport[]> {
  const signature = entries.get(SIMPLE_SIGNATURE);
  if (!signature) return [];
  const data = [...entries.values()].filter(({ name }) => !isMetadataName(name));
  const [file] = data;
  if (!file || data.length > 1) return [{ signature: SIMPLE_SIGNATURE, files: [], ...formatFailure({ files: data.length }) }];
  const content = (name: string): Promise<Uint8Array> => entryDigest(file, name, question);
  const reports = await validateEverySignature({ ...question, signature: await signature.read(), content });
  return reports.map((report) => {
    const changed = report.evidence.some(({ check, outcome }) => check === "message-digest" && outcome === "failed");
    return { signature: SIMPLE_SIGNATURE, files: [{ name: file.name, outcome: changed ? "changed" : "matched" }], ...report };
  });
}

async function validateManifest(
  name: string,
  { entries }: ListedContainer,
  question: ContainerQuestion,
  known: Map<string, Promise<string>>,
): Promise<ContainerSignatureReport[]> {
  let content;
  let manifest;
  try {
    content = (await entries.get(name)?.read()) ?? new Uint8Array();
    manifest = readAsicManifest(content);
  } catch (error) {
    if (!(error instanceof SignatureError) || error.code.startsWith("container.")) throw error;
    return [{ manifest: name, files: [], ...formatFailure({ code: error.code, ...error.params }) }];
  }
  const files: SignedFile[] = [];
  for (const file of manifest.files) files.push({ ...file, outcome: await compareFile(file, entries, question, known) });
  const found = { manifest: name, signature: manifest.signature, files };
  const signature = await entries.get(manifest.signature)?.read();
  if (!signature) return [{ ...found, ...formatFailure({ missing: manifest.signature }) }];
  const reports = await validateEverySignature({ ...question, signature, content });
  return reports.map((report) => withFiles(found, report));
}

function withFiles(
  found: { readonly manifest: string; readonly signature: string; readonly files: readonly SignedFile[] },
  { level, ...report }: SignatureReport,
): ContainerSignatureReport {
  const { files } = found;
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
    return { ...found, ...report, indication: "TOTAL-FAILED", subIndication: "HASH_FAILURE", evidence };
  }
  if (report.indication !== "TOTAL-FAILED" && files.some((file) => file.outcome === "missing")) {
    return { ...found, ...report, indication: "INDETERMINATE", subIndication: "SIGNED_DATA_NOT_FOUND", evidence };
  }
  return { ...found, ...report, ...(level && { level }), evidence };
}

/** `known`: a file that several signatures cover is hashed once. */
async function compareFile(
  { name, sha256 }: { readonly name: string; readonly sha256: string },
  entries: ReadonlyMap<string, ContainerEntry>,
  option: ContainerQuestion,
  known: Map<string, Promise<string>>,
): Promise<SignedFile["outcome"]> {
  const entry = entries.get(name);
  if (!entry) return "missing";
  const hash = known.get(name) ?? entryDigest(entry, "SHA-256", option).then(toHex);
  known.set(name, hash);
  return (await hash) === sha256 ? "matched" : "changed";
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
