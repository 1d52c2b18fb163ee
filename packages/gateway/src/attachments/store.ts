import type { Readable } from "node:stream";

/** Content-addressed: a file's name is its SHA-256 (lower-case hex). Storing the same bytes twice is no error. */
export interface AttachmentStore {
  /** Keeps a copy of the finished file at `path`. Durable when the promise resolves. */
  keep(path: string, sha256: string): Promise<void>;
  /** @throws FiscError `attachment.missing` */
  read(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** For a file that no dossier names. One that is not there is no error. */
  remove(sha256: string): Promise<void>;
  /** Drops what a `keep` that was broken off before `time` left behind. */
  clear(time: Date): Promise<void>;
}
