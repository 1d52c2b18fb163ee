import type { Readable } from "node:stream";

/** Content-addressed: a file's name is its SHA-256 (lower-case hex). Storing the same bytes twice is no error. */
export interface AttachmentStore {
  /** Keeps a copy of the finished file at `path`. Durable when the promise resolves. */
  keep(path: string, sha256: string): Promise<void>;
  /** @throws FiscError `attachment.missing` */
  read(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
}
