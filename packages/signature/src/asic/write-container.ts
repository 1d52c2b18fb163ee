import { BlobReader, Uint8ArrayReader, ZipWriter, type ZipWriterConstructorOptions } from "@zip.js/zip.js/lib/zip-core-native.js";
import { copy, join, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { measureFile, piecesOf, sizeOf } from "./file-content.ts";
import { ASIC_E, isSafeName, MIMETYPE_FILE, type ContainerType } from "./names.ts";

export interface ContainerFile {
  /** `dossier.json`, `attachments/…`, `META-INF/signature001.p7s`: see `isSafeName`. */
  readonly name: string;
  /** A Blob (a file of a browser, `openAsBlob` of Node) is read piece by piece, twice: for its checksum and for its octets. */
  readonly bytes: Uint8Array | Blob;
}

/** 1 January 1980 00:00 in the form of MS-DOS, the earliest there is: equal files give equal containers. */
const NO_DATE = 0x0021_0000;
/** A ZIP without the extension for large files, which not every reader knows. */
const LARGEST = 0xffff_ffff;

/** Stored: attachments are compressed already, and the bytes do not depend on a platform's compressor. */
export const ZIP: ZipWriterConstructorOptions = {
  level: 0,
  compressionMethod: 0,
  rawLastModDate: NO_DATE,
  dataDescriptor: false,
  extendedTimestamp: false,
  keepOrder: true,
  useWebWorkers: false,
  zip64: false,
};

/**
 * Writes an ASiC container (ETSI EN 319 162-1) to `sink` as it reads the files: a ZIP whose first entry is `mimetype`, stored and without an extra field.
 * Closes the sink; aborts it where it fails. Throws `SignatureError`: `container.unsafe-name`, `container.duplicate-name`, `container.too-large`.
 */
export async function writeContainer(
  files: readonly ContainerFile[],
  sink: WritableStream<Uint8Array>,
  type: ContainerType = ASIC_E,
): Promise<void> {
  await orAbort(sink, async () => {
    checkNames(files, [MIMETYPE_FILE]);
    const writer = new ZipWriter(sink, ZIP);
    await addFiles(writer, [{ name: MIMETYPE_FILE, bytes: new TextEncoder().encode(type) }, ...files]);
    await writer.close();
  });
}

/** As `writeContainer`, in memory. */
export async function createContainer(files: readonly ContainerFile[], type: ContainerType = ASIC_E): Promise<Bytes> {
  return collectBytes((sink) => writeContainer(files, sink, type));
}

/** Names in a container must be safe and differ in more than case. `taken`: those that are there already. */
export function checkNames(files: readonly ContainerFile[], taken: Iterable<string>): void {
  const seen = new Set<string>();
  for (const name of taken) seen.add(name.toLowerCase());
  for (const { name } of files) {
    if (!isSafeName(name)) throw new SignatureError("container.unsafe-name", { name });
    if (seen.has(name.toLowerCase())) throw new SignatureError("container.duplicate-name", { name });
    seen.add(name.toLowerCase());
  }
}

export async function addFiles(writer: ZipWriter<unknown>, files: readonly ContainerFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    if (sizeOf(bytes) >= LARGEST) throw new SignatureError("container.too-large", { what: "file", name, limit: LARGEST });
    if (bytes instanceof Uint8Array) {
      await writer.add(name, new Uint8ArrayReader(copy(bytes)));
      continue;
    }
    const { size, crc32 } = await measureFile(bytes);
    await writer.add(name, { readable: readableOf(bytes), size }, { passThrough: true, uncompressedSize: size, crc32 });
  }
}

function readableOf(content: Blob): ReadableStream<Uint8Array> {
  const pieces = piecesOf(content);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

export async function orAbort(sink: WritableStream<Uint8Array>, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    await sink.abort(error).catch(() => undefined);
    if (error instanceof SignatureError) throw error;
    throw new SignatureError("container.malformed", { what: "zip" }, { cause: error });
  }
}

export async function collectBytes(write: (sink: WritableStream<Uint8Array>) => Promise<void>): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  await write(new WritableStream({ write: (part) => void parts.push(copy(part)) }));
  return join(parts);
}

export function readerOf(container: Uint8Array | Blob): Uint8ArrayReader | BlobReader {
  return container instanceof Uint8Array ? new Uint8ArrayReader(container) : new BlobReader(container);
}
