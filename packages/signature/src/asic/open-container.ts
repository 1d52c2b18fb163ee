import { ZipReader, type FileEntry } from "@zip.js/zip.js/lib/zip-core-native.js";
import { copy, equal, join, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { sizeOf } from "./file-content.ts";
import { CONTAINER_TYPES, isSafeName, MIMETYPE_FILE, type ContainerType } from "./names.ts";
import { readerOf } from "./write-container.ts";

export interface ContainerLimits {
  /** Bytes of the container. Default 256 MiB where it is read into memory, 4 GiB where it is listed. */
  readonly container?: number;
  /** Bytes of all entries, unpacked. Defaults as above. */
  readonly unpacked?: number;
  /** Default 1,000. */
  readonly entries?: number;
}

/** Names, in the order of the container, to bytes; `mimetype` and folders left out. */
export type ContainerEntries = ReadonlyMap<string, Bytes>;

/** A file in a container, not read yet. */
export interface ContainerEntry {
  readonly name: string;
  /** Octets, as the directory claims: reading it fails where more come out. */
  readonly size: number;
  /** Throws `container.too-large` above `limit` octets (default 64 MiB), `container.malformed` for a wrong checksum. */
  read(limit?: number): Promise<Bytes>;
  /** Gives the octets piece by piece. Throws as `read`. */
  readInPieces(take: (piece: Uint8Array) => void): Promise<void>;
}

export interface ListedContainer {
  readonly type: ContainerType;
  /** In the order of the container; `mimetype` and folders left out. */
  readonly entries: ReadonlyMap<string, ContainerEntry>;
}

const MIB = 1024 * 1024;
const ENTRY_LIMIT = 64 * MIB;

/**
 * Lists an ASiC container from a stranger without unpacking it. Refused are: another media type; bytes before, between or after the ZIP that other tools
 * read otherwise; local headers that contradict the directory; overlapping, encrypted or symbolic-link entries; unsafe names; names
 * that are equal but for case; more than the limits. Checksums are compared when an entry is read.
 * Throws `SignatureError` (`container.malformed`, `container.too-large`, `container.unsafe-name`, `container.duplicate-name`), nothing else.
 */
export async function listContainer(container: Uint8Array | Blob, limits: ContainerLimits = {}): Promise<ListedContainer> {
  const { container: largest = 4096 * MIB } = limits;
  if (sizeOf(container) > largest) throw new SignatureError("container.too-large", { what: "container", limit: largest });
  const source = container instanceof Uint8Array ? copy(container) : container;
  const type = await mediaType(source);
  const reader = new ZipReader(readerOf(source), {
    strictness: "strict",
    // names are judged below, with a code of their own
    filenameValidation: "tolerant",
    checkCrc32: true,
    checkOverlappingEntry: true,
    useWebWorkers: false,
  });
  return { type, entries: await guarded(() => listEntries(reader, limits)) };
}

/** As `listContainer`, with all bytes in memory. */
export async function openContainer(container: Uint8Array | Blob, limits: ContainerLimits = {}): Promise<ContainerEntries> {
  const { unpacked = 256 * MIB } = limits;
  const { entries } = await listContainer(container, { container: 256 * MIB, ...limits, unpacked });
  const found = new Map<string, Bytes>();
  for (const [name, entry] of entries) found.set(name, await entry.read(unpacked));
  return found;
}

async function guarded<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SignatureError) throw error;
    throw new SignatureError("container.malformed", { what: "zip" }, { cause: error });
  }
}

/** EN 319 162-1 A.1: the first local header is of `mimetype`, stored, without an extra field; its content begins at offset 38. */
async function mediaType(source: Uint8Array | Blob): Promise<ContainerType> {
  const start = source instanceof Uint8Array ? source.subarray(0, 128) : new Uint8Array(await source.slice(0, 128).arrayBuffer());
  const header = new DataView(start.buffer, start.byteOffset, start.byteLength);
  for (const type of start.length < 38 || header.getUint32(0) !== 0x504b0304 ? [] : CONTAINER_TYPES) {
    const expected = new TextEncoder().encode(MIMETYPE_FILE + type);
    const method = header.getUint16(8, true);
    const nameLength = header.getUint16(26, true);
    const extraLength = header.getUint16(28, true);
    if (method !== 0 || nameLength !== MIMETYPE_FILE.length || extraLength !== 0) continue;
    if (equal(start.subarray(30, 30 + expected.length), expected)) return type;
  }
  throw new SignatureError("container.malformed", { what: MIMETYPE_FILE });
}

async function listEntries(
  reader: ZipReader<unknown>,
  { unpacked = 4096 * MIB, entries: most = 1000 }: ContainerLimits,
): Promise<Map<string, ContainerEntry>> {
  const found = new Map<string, ContainerEntry>();
  const folded = new Set<string>();
  let left = unpacked;
  let count = 0;
  for await (const entry of reader.getEntriesGenerator()) {
    if (++count > most) throw new SignatureError("container.too-large", { what: "entries", limit: most });
    const name = entry.directory ? entry.filename.replace(/\/$/, "") : entry.filename;
    if (!isSafeName(name)) throw new SignatureError("container.unsafe-name", { name: name.slice(0, 100) });
    if (folded.has(name.toLowerCase())) throw new SignatureError("container.duplicate-name", { name });
    folded.add(name.toLowerCase());
    if (entry.encrypted || entry.symlink) throw new SignatureError("container.malformed", { what: "entry", name });
    if (entry.directory) {
      if (entry.uncompressedSize > 0) throw new SignatureError("container.malformed", { what: "entry", name });
      continue;
    }
    left -= entry.uncompressedSize;
    if (left < 0) throw new SignatureError("container.too-large", { what: "unpacked", limit: unpacked });
    // the local header was checked already; the directory must put it at the same place
    if (name === MIMETYPE_FILE && (count !== 1 || entry.offset !== 0))
      throw new SignatureError("container.malformed", { what: MIMETYPE_FILE });
    if (name !== MIMETYPE_FILE) found.set(name, entryOf(name, entry));
  }
  if (!folded.has(MIMETYPE_FILE)) throw new SignatureError("container.malformed", { what: MIMETYPE_FILE });
  return found;
}

function entryOf(name: string, entry: FileEntry): ContainerEntry {
  const size = entry.uncompressedSize;
  const readInPieces = (take: (piece: Uint8Array) => void): Promise<void> => guarded(() => unpack(entry, take));
  return {
    name,
    size,
    readInPieces,
    async read(limit = ENTRY_LIMIT) {
      if (size > limit) throw new SignatureError("container.too-large", { what: "entry", name, limit });
      const parts: Uint8Array[] = [];
      await readInPieces((piece) => void parts.push(copy(piece)));
      return join(parts);
    },
  };
}

/** Counts what really comes out: the size in the directory is only a claim. */
async function unpack(entry: FileEntry, take: (piece: Uint8Array) => void): Promise<void> {
  const limit = entry.uncompressedSize;
  let size = 0;
  let overflow = false;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      size += piece.length;
      overflow ||= size > limit;
      if (overflow) throw new SignatureError("container.too-large", { what: "unpacked", limit });
      take(piece);
    },
  });
  try {
    await entry.getData(sink);
  } catch (error) {
    throw overflow ? new SignatureError("container.too-large", { what: "unpacked", limit }) : error;
  }
}
