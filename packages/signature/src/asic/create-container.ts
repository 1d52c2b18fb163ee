import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import { copy, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { ASIC_E, isSafeName, MIMETYPE_FILE } from "./names.ts";

export interface ContainerFile {
  /** `dossier.json`, `attachments/…`, `META-INF/signature001.p7s`: see `isSafeName`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980 00:00 in the form of MS-DOS, the earliest there is: equal files give equal containers. */
const NO_DATE = 0x0021_0000;

/**
 * An ASiC-E container (ETSI EN 319 162-1): a ZIP whose first entry is `mimetype`, stored and without an extra field. Every
 * entry is stored: attachments are compressed already, and the bytes do not depend on a platform's compressor.
 * Throws `SignatureError`: `container.unsafe-name`, `container.duplicate-name`.
 */
export async function createContainer(files: readonly ContainerFile[]): Promise<Bytes> {
  const seen = new Set([MIMETYPE_FILE]);
  for (const { name } of files) {
    if (!isSafeName(name)) throw new SignatureError("container.unsafe-name", { name });
    if (seen.has(name.toLowerCase())) throw new SignatureError("container.duplicate-name", { name });
    seen.add(name.toLowerCase());
  }
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: 0,
    rawLastModDate: NO_DATE,
    dataDescriptor: false,
    extendedTimestamp: false,
    keepOrder: true,
    useWebWorkers: false,
    zip64: false,
  });
  const all = [{ name: MIMETYPE_FILE, bytes: new TextEncoder().encode(ASIC_E) }, ...files];
  for (const { name, bytes } of all) await writer.add(name, new Uint8ArrayReader(copy(bytes)));
  return copy(await writer.close());
}
