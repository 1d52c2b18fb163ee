import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import { FiscError } from "@fisc/core";
import type { Attachment, AttachmentSlot, ExpressionNode } from "@fisc/core";
import type { Database, DatabaseTransaction } from "../database/connection.ts";
import type { Clock } from "../configuration.ts";
import { isOfKind } from "./file-kinds.ts";
import type { AttachmentStore } from "./store.ts";

export interface NewUpload {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

/** Files on their way in: unfinished in a folder, finished in the attachment store, owned by the person who sent them. */
export interface Uploads {
  readonly files: FileStore;
  begin(upload: NewUpload): Promise<void>;
  owns(id: string, owner: string): Promise<boolean>;
  /**
   * Checks the whole file against what was declared, and stores it. May be called twice.
   * @throws FiscError `upload.unknown`, `upload.unfinished`, `upload.not-its-kind`, `upload.changed`; the last two drop the file
   */
  finish(id: string): Promise<void>;
  forget(id: string): Promise<void>;
  /** A finished upload as an attachment of a slot. @throws FiscError `upload.*` */
  take(
    within: DatabaseTransaction,
    owner: string,
    wanted: { readonly slot: string; readonly name: string; readonly upload: string; readonly sha256: string },
    slot: AttachmentSlot<ExpressionNode>,
  ): Promise<Attachment>;
  /** Drops what was left behind: uploads older than a day. Attachments in the store stay. */
  sweep(): Promise<void>;
}

const uploadLives = 24 * 60 * 60 * 1_000;

export function createUploads(folder: string, store: AttachmentStore, database: Database, clock: Clock): Uploads {
  const files = new FileStore({ directory: folder });
  // inside a transaction everything goes over its connection: waiting for a second one could starve the pool
  const row = (id: string, within: Database | DatabaseTransaction = database) =>
    within.selectFrom("upload").selectAll().where("id", "=", id).executeTakeFirst();
  const forget = async (id: string, within: Database | DatabaseTransaction = database): Promise<void> => {
    await files.remove(id).catch(() => undefined);
    await within.deleteFrom("upload").where("id", "=", id).execute();
  };
  const finish = async (id: string, within: Database | DatabaseTransaction = database): Promise<void> => {
    const upload = await row(id, within);
    if (upload === undefined) throw new FiscError("upload.unknown");
    if (upload.finished_at !== null) return;
    const path = join(folder, id);
    const { offset } = await files.getUpload(id).catch((cause: unknown) => {
      throw new FiscError("upload.unknown", {}, { cause });
    });
    if (offset !== upload.size) throw new FiscError("upload.unfinished", { name: upload.name });
    const refusal = (await isOfKind(path, upload.media_type))
      ? (await digestOf(path)) === upload.sha256
        ? null
        : "upload.changed"
      : "upload.not-its-kind";
    if (refusal !== null) {
      await forget(id, within);
      throw new FiscError(refusal, { name: upload.name, mediaType: upload.media_type });
    }
    await store.keep(path, upload.sha256);
    await within.updateTable("upload").set({ finished_at: clock.now().toISOString() }).where("id", "=", id).execute();
  };
  return {
    files,
    finish: (id) => finish(id),
    forget: (id) => forget(id),
    begin: async ({ id, owner, name, mediaType, sha256, size }) => {
      await database
        .insertInto("upload")
        .values({ id, owner, name, media_type: mediaType, sha256, size, created_at: clock.now().toISOString(), finished_at: null })
        .execute();
    },
    owns: async (id, owner) => (await row(id))?.owner === owner,
    take: async (within, owner, wanted, slot) => {
      const params = { slot: slot.id, name: wanted.name };
      const upload = await within
        .selectFrom("upload")
        .selectAll()
        .where("id", "=", wanted.upload)
        .where("owner", "=", owner)
        .executeTakeFirst();
      if (upload === undefined) throw new FiscError("upload.unknown", params);
      // The process may have died between the last byte and the check.
      if (upload.finished_at === null) await finish(upload.id, within);
      if (upload.sha256 !== wanted.sha256) throw new FiscError("upload.changed", params);
      if (!slot.mediaTypes.includes(upload.media_type))
        throw new FiscError("upload.not-allowed-here", { ...params, mediaType: upload.media_type });
      if (upload.size > slot.maxBytes) throw new FiscError("upload.too-large", { ...params, size: upload.size, maxBytes: slot.maxBytes });
      if (!(await store.has(upload.sha256))) throw new FiscError("upload.unknown", params);
      return {
        id: randomUUID(),
        slot: slot.id,
        name: fileName(wanted.name),
        mediaType: upload.media_type,
        size: upload.size,
        sha256: upload.sha256,
      };
    },
    sweep: async () => {
      const old = await database
        .selectFrom("upload")
        .select("id")
        .where("created_at", "<", new Date(clock.now().getTime() - uploadLives))
        .execute();
      for (const { id } of old) await forget(id);
    },
  };
}

/** A file's name, NFC, without path, control or direction-changing characters, fit for an archive. @throws FiscError `upload.name` */
export function fileName(name: string): string {
  const clean = name
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\ufffd/\\]/gu, "")
    .trim()
    .replace(/[. ]+$/u, "");
  if (clean === "" || clean.length > 255) throw new FiscError("upload.name");
  return clean;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
