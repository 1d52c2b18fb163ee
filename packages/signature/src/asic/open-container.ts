import { Uint8ArrayReader, ZipReader, type FileEntry } from "@zip.js/zip.js/lib/zip-core-native.js";
import { concat, copy, equal, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { ASIC_E, isSafeName, MIMETYPE_FILE } from "./names.ts";

export interface ContainerLimits {
  /** Bytes of the container. Default 256 MiB. */
  readonly container?: number;
  /** Bytes of all entries, unpacked. Default 256 MiB. */
  readonly unpacked?: number;
  /** Default 1,000. */
  readonly entries?: number;
}

/** Names, in the order of the container, to bytes; `mimetype` and folders left out. */
export type ContainerEntries = ReadonlyMap<string, Bytes>;

const MIB = 1024 * 1024;

/**
 * Opens an ASiC-E container from a stranger. Refused are: another media type; bytes before, between or after the ZIP that other tools
 * read otherwise; local headers that contradict the directory; overlapping, encrypted or symbolic-link entries; unsafe names; names
 * that are equal but for case; wrong checksums; more than the limits.
 * Throws `SignatureError` (`container.malformed`, `container.too-large`, `container.unsafe-name`, `container.duplicate-name`), nothing else.
 */
export async function openContainer(container: Uint8Array | Blob, limits: ContainerLimits = {}): Promise<ContainerEntries> {
  const { container: largest = 256 * MIB } = limits;
  const size = container instanceof Uint8Array ? container.length : container.size;
  if (size > largest) throw new SignatureError("container.too-large", { what: "container", limit: largest });
  const bytes = container instanceof Uint8Array ? copy(container) : new Uint8Array(await container.arrayBuffer());
  if (!startsWithMediaType(bytes)) throw new SignatureError("container.malformed", { what: MIMETYPE_FILE });
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    strictness: "strict",
    // names are judged below, with a code of their own
    filenameValidation: "tolerant",
    checkCrc32: true,
    checkOverlappingEntry: true,
    useWebWorkers: false,
  });
  try {
    return await readEntries(reader, limits);
  } catch (error) {
    if (error instanceof SignatureError) throw error;
    throw new SignatureError("container.malformed", { what: "zip" }, { cause: error });
  } finally {
    await reader.close();
  }
}

/** EN 319 162-1 A.1: the first local header is of `mimetype`, stored, without an extra field; its content begins at offset 38. */
function startsWithMediaType(bytes: Bytes): boolean {
  const type = new TextEncoder().encode(MIMETYPE_FILE + ASIC_E);
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 + type.length || header.getUint32(0) !== 0x504b0304) return false;
  const method = header.getUint16(8, true);
  const nameLength = header.getUint16(26, true);
  const extraLength = header.getUint16(28, true);
  return method === 0 && nameLength === MIMETYPE_FILE.length && extraLength === 0 && equal(bytes.subarray(30, 30 + type.length), type);
}

async function readEntries(
  reader: ZipReader<unknown>,
  { unpacked = 256 * MIB, entries: most = 1000 }: ContainerLimits,
): Promise<ContainerEntries> {
  const found = new Map<string, Bytes>();
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
    const bytes = await unpack(entry, left, unpacked);
    left -= bytes.length;
    if (name === MIMETYPE_FILE) {
      // the local header was checked already; the directory must put it at the same place
      if (count !== 1 || entry.offset !== 0) throw new SignatureError("container.malformed", { what: MIMETYPE_FILE });
    } else {
      found.set(name, bytes);
    }
  }
  if (!folded.has(MIMETYPE_FILE)) throw new SignatureError("container.malformed", { what: MIMETYPE_FILE });
  return found;
}

/** Counts what really comes out: the size in the directory is only a claim. */
async function unpack(entry: FileEntry, left: number, limit: number): Promise<Bytes> {
  if (entry.uncompressedSize > left) throw new SignatureError("container.too-large", { what: "unpacked", limit });
  const parts: Uint8Array[] = [];
  let size = 0;
  let overflow = false;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      size += part.length;
      overflow ||= size > left;
      if (overflow) throw new SignatureError("container.too-large", { what: "unpacked", limit });
      parts.push(copy(part));
    },
  });
  try {
    await entry.getData(sink);
  } catch (error) {
    throw overflow ? new SignatureError("container.too-large", { what: "unpacked", limit }) : error;
  }
  return concat(...parts);
}
