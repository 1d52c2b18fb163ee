import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import type { CryptoOption } from "../algorithms/verify.ts";
import type { Bytes } from "../bytes.ts";
import { addSigner } from "../cades/add-signer.ts";
import { createCades } from "../cades/create.ts";
import type { SignerInput } from "../cades/make-signer.ts";
import { SignatureError } from "../errors.ts";
import { entryDigest } from "./entry-digest.ts";
import { digestFile } from "./file-content.ts";
import { ASIC_E, ASIC_S, isMetadataName, SIMPLE_SIGNATURE } from "./names.ts";
import { listContainer, type ContainerLimits, type ListedContainer } from "./open-container.ts";
import { addFiles, checkNames, orAbort, readerOf, writeContainer, ZIP, type ContainerFile } from "./write-container.ts";
import { writeAsicManifest, type AsicManifestFile } from "./write-manifest.ts";

/**
 * Writes a container with further files at its end to `sink`: every octet of the entries that are there stays where it is, only the directory after them is new.
 * Throws as `listContainer`, and `container.unsafe-name`, `container.duplicate-name`.
 */
export async function appendToContainer(
  container: Uint8Array | Blob,
  files: readonly ContainerFile[],
  sink: WritableStream<Uint8Array>,
  limits: ContainerLimits = {},
): Promise<void> {
  await orAbort(sink, async () => {
    const { entries } = await listContainer(container, limits);
    checkNames(files, ["mimetype", ...entries.keys()]);
    const writer = new ZipWriter(sink, ZIP);
    await writer.prependZip(readerOf(container));
    await addFiles(writer, files);
    await writer.close();
  });
}

export interface ContainerSigningInput extends SignerInput, CryptoOption {
  readonly container: Uint8Array | Blob;
  /** Names of the files that are signed, in this order. Default: all that are not metadata. Only for ASiC-E. */
  readonly files?: readonly string[];
  /** Names to media types (RFC 6838). Default `application/octet-stream`. */
  readonly mediaTypes?: Readonly<Record<string, string>>;
  readonly limits?: ContainerLimits;
}

/**
 * Adds a signature (CAdES-B-B). ASiC-E: a manifest and a signature over it, at the end of the container; nothing that is there changes (EN 319 162-1 4.4).
 * ASiC-S: a signer beside those of the one signature file (4.3), the file itself is written again as it is.
 * Throws as `listContainer` and `createCades`; `input.invalid` where a file that is to be signed is not there.
 */
export async function signContainer(input: ContainerSigningInput, sink: WritableStream<Uint8Array>): Promise<void> {
  await orAbort(sink, async () => {
    const listed = await listContainer(input.container, input.limits);
    if (listed.type === ASIC_S) return signSimple(listed, input, sink);
    const number = nextNumber(listed);
    const signature = `META-INF/signature${number}.p7s`;
    const content = writeAsicManifest({ signature, files: await describe(listed, input) });
    const added = [
      { name: `META-INF/ASiCManifest${number}.xml`, bytes: content },
      { name: signature, bytes: await createCades({ ...input, content }) },
    ];
    await appendToContainer(input.container, added, sink, input.limits);
  });
}

export interface SimpleContainerInput extends SignerInput, CryptoOption {
  readonly file: ContainerFile;
}

/** An ASiC-S container: one file and a CAdES signature directly over it (EN 319 162-1 4.3). A file of any size is read piece by piece. */
export async function createSimpleContainer(input: SimpleContainerInput, sink: WritableStream<Uint8Array>): Promise<void> {
  await orAbort(sink, async () => {
    if (isMetadataName(input.file.name)) throw new SignatureError("container.unsafe-name", { name: input.file.name });
    const content = await digestsOf(input.file.bytes);
    const files = [input.file, { name: SIMPLE_SIGNATURE, bytes: await createCades({ ...input, content }) }];
    await writeContainer(files, sink, ASIC_S);
  });
}

/** SHA-256 without holding the file; another digest needs it whole, as WebCrypto does. */
async function digestsOf(bytes: Uint8Array | Blob): Promise<Uint8Array | ((name: string) => Promise<Uint8Array>)> {
  if (bytes instanceof Uint8Array) return bytes;
  const sha256 = await digestFile(bytes);
  return (name) => {
    if (name !== "SHA-256") throw new SignatureError("algorithm.unsupported", { algorithm: name });
    return Promise.resolve(Uint8Array.from(sha256.match(/../g) ?? [], (octet) => Number.parseInt(octet, 16)));
  };
}

async function signSimple({ entries }: ListedContainer, input: ContainerSigningInput, sink: WritableStream<Uint8Array>): Promise<void> {
  const [file, ...others] = [...entries.values()].filter(({ name }) => !isMetadataName(name));
  if (!file || others.length > 0) throw new SignatureError("container.malformed", { what: "files" });
  const before = await entries.get(SIMPLE_SIGNATURE)?.read();
  const content = (name: string): Promise<Bytes> => entryDigest(file, name, input);
  const signature = before ? await addSigner({ ...input, signature: before, content }) : await createCades({ ...input, content });
  const bytes = new Blob(await piecesOfEntry(file));
  const kept: ContainerFile[] = [];
  for (const entry of entries.values()) {
    if (entry !== file && entry.name !== SIMPLE_SIGNATURE) kept.push({ name: entry.name, bytes: await entry.read() });
  }
  await writeContainer([{ name: file.name, bytes }, ...kept, { name: SIMPLE_SIGNATURE, bytes: signature }], sink, ASIC_S);
}

async function piecesOfEntry(entry: { readInPieces(take: (piece: Uint8Array) => void): Promise<void> }): Promise<Blob[]> {
  const pieces: Blob[] = [];
  // a browser keeps large blobs outside of memory
  await entry.readInPieces((piece) => void pieces.push(new Blob([new Uint8Array(piece)])));
  return pieces;
}

async function describe(
  listed: ListedContainer,
  { files, mediaTypes = {}, ...option }: ContainerSigningInput,
): Promise<AsicManifestFile[]> {
  const names = files ?? [...listed.entries.keys()].filter((name) => !isMetadataName(name));
  const described: AsicManifestFile[] = [];
  for (const name of names) {
    const entry = listed.entries.get(name);
    if (!entry) throw new SignatureError("input.invalid", { what: "files", name });
    const sha256 = Array.from(await entryDigest(entry, "SHA-256", option), (octet) => octet.toString(16).padStart(2, "0")).join("");
    described.push({ name, mediaType: mediaTypes[name] ?? "application/octet-stream", sha256 });
  }
  return described;
}

/** The first number from 001 on that no file of `META-INF` has. */
function nextNumber({ entries, type }: ListedContainer): string {
  const taken = new Set([...entries.keys()].map((name) => /^META-INF\/[^/]*?(\d+)\.[^/.]+$/i.exec(name)?.[1]).map(Number));
  for (let number = 1; number <= 999; number++) if (!taken.has(number)) return String(number).padStart(3, "0");
  throw new SignatureError("container.too-large", { what: "signatures", type: type === ASIC_E ? "ASiC-E" : "ASiC-S" });
}
