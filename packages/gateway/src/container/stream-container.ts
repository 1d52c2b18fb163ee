import { addAbortSignal, Readable } from "node:stream";
import { crc32 as crc32Of } from "node:zlib";
import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import { FiscError } from "@fisc/core";
import { ASIC_E, isSafeName } from "@fisc/signature";

/** A file of a container, read once, when its turn has come. */
export interface StreamedFile {
  /** See `isSafeName` of `@fisc/signature`. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** CRC-32 of the bytes: the header of a ZIP entry names it before the bytes come. */
  readonly crc32: number;
  open(): Promise<Readable>;
}

/** 1 January 1980 00:00 in the form of MS-DOS, the earliest there is: equal files give equal containers. */
const noDate = 0x0021_0000;

/**
 * The same bytes as `createContainer` of `@fisc/signature`, entry by entry as they are read: no more than a few pieces of a file are in memory,
 * whatever its size. The stream ends with an error where a file cannot be read or is not of its size.
 * @throws FiscError `container.name` (unsafe, or there twice)
 */
export function streamContainer(files: readonly StreamedFile[]): Readable {
  const names = new Set(["mimetype"]);
  for (const { name } of files) {
    if (!isSafeName(name) || names.has(name.toLowerCase())) throw new FiscError("container.name", { name });
    names.add(name.toLowerCase());
  }
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const gone = new AbortController();
  void write(files, writable, gone.signal).catch((error: unknown) => writable.abort(error).catch(() => undefined));
  const stream = Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0]);
  // Whoever reads may leave half-way: the file under way is closed then.
  return stream.once("close", () => gone.abort());
}

/** A file whose bytes are at hand. */
export function fileOf(name: string, bytes: Uint8Array): StreamedFile {
  return { name, size: bytes.length, crc32: crc32Of(bytes), open: () => Promise.resolve(Readable.from([bytes])) };
}

/** Without anything before it and stored: EN 319 162-1 A.1. */
const mediaType = fileOf("mimetype", Buffer.from(ASIC_E));

async function write(files: readonly StreamedFile[], writable: WritableStream<Uint8Array>, gone: AbortSignal): Promise<void> {
  const zip = new ZipWriter(writable, {
    level: 0,
    compressionMethod: 0,
    passThrough: true,
    rawLastModDate: noDate,
    dataDescriptor: false,
    extendedTimestamp: false,
    keepOrder: true,
    useWebWorkers: false,
    zip64: false,
  });
  for (const { name, size, crc32, open } of [mediaType, ...files]) {
    const file = addAbortSignal(gone, await open());
    const content = { readable: Readable.toWeb(counted(file, size)) as ReadableStream<Uint8Array>, size };
    await zip.add(name, content, { uncompressedSize: size, crc32 });
  }
  await zip.close();
}

/** What a header has promised must come: a file that was cut or has grown ends the container, and is not hidden in it. */
function counted(file: Readable, size: number): Readable {
  return Readable.from(
    (async function* () {
      let left = size;
      for await (const piece of file as AsyncIterable<Buffer>) {
        left -= piece.length;
        if (left < 0) break;
        yield piece;
      }
      if (left !== 0) throw new FiscError("attachment.missing");
    })(),
    { objectMode: true, highWaterMark: 1 },
  );
}
