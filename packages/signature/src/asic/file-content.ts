import { copy, type Bytes } from "../bytes.ts";

/** Octets that are read of a file at a time: a file of a gigabyte takes no more memory than this. */
export const PIECE = 4 * 1024 * 1024;

/** `done` of `total` octets. */
export type Progress = (done: number, total: number) => void;

/** What a ZIP header and a manifest say of a file. */
export interface MeasuredFile {
  /** Octets. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly crc32: number;
}

export function sizeOf(content: Uint8Array | Blob): number {
  return content instanceof Uint8Array ? content.length : content.size;
}

/** The octets in pieces. Slices, as Firefox's `Blob.stream` gives a file in memory as one piece. */
export async function* piecesOf(content: Uint8Array | Blob): AsyncGenerator<Bytes> {
  const size = sizeOf(content);
  for (let at = 0; at < size; at += PIECE) {
    yield content instanceof Uint8Array
      ? copy(content.subarray(at, at + PIECE))
      : new Uint8Array(await content.slice(at, at + PIECE).arrayBuffer());
  }
}

/** Takes octets piece by piece, as WebCrypto cannot. */
export interface PieceDigest {
  update(piece: Uint8Array): void;
  /** Hex. */
  digest(): string;
}

export async function createPieceDigest(kind: "SHA-256" | "CRC-32"): Promise<PieceDigest> {
  // only large files need it
  const { createCRC32, createSHA256 } = await import("./piece-hashers.ts");
  const hasher = kind === "SHA-256" ? await createSHA256() : await createCRC32();
  hasher.init();
  return { update: (piece) => void hasher.update(piece), digest: () => hasher.digest("hex") };
}

/** SHA-256 of a file, hex, in constant memory. In a worker it leaves the page free. */
export async function digestFile(content: Uint8Array | Blob, progress?: Progress): Promise<string> {
  const sha256 = await createPieceDigest("SHA-256");
  await readThrough(content, (piece) => sha256.update(piece), progress);
  return sha256.digest();
}

/** All that a container says of a file, in one pass over it. */
export async function measureFile(content: Uint8Array | Blob, progress?: Progress): Promise<MeasuredFile> {
  const sha256 = await createPieceDigest("SHA-256");
  const crc32 = await createPieceDigest("CRC-32");
  const take = (piece: Uint8Array): void => {
    sha256.update(piece);
    crc32.update(piece);
  };
  await readThrough(content, take, progress);
  return { size: sizeOf(content), sha256: sha256.digest(), crc32: Number.parseInt(crc32.digest(), 16) };
}

async function readThrough(content: Uint8Array | Blob, take: (piece: Uint8Array) => void, progress?: Progress): Promise<void> {
  let done = 0;
  for await (const piece of piecesOf(content)) {
    take(piece);
    done += piece.length;
    progress?.(done, sizeOf(content));
  }
}
