import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import { FiscError } from "@fisc/core";
import type { Attachment, AttachmentSlot, ExpressionNode } from "@fisc/core";
import type { Database, DatabaseTransaction } from "../database/connection.ts";
import type { Clock, Limits } from "../configuration.ts";
import { isOfKind } from "./file-kinds.ts";
import type { AttachmentStore } from "./store.ts";
import { checkQuota } from "./upload-quota.ts";
import { holdDigest, sweepUploads } from "./upload-sweep.ts";

export interface NewUpload {
  readonly id: string;
  readonly owner: string;
  /** Unit of the owner. */
  readonly belongsTo: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

/** Files on their way in: unfinished in a folder, finished in the attachment store, owned by the person who sent them. */
export interface Uploads {
  readonly files: FileStore;
  /** @throws FiscError `upload.quota` */
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
  /** Drops uploads that were begun too long ago; those that a dossier took leave their attachment in the store. */
  sweep(): Promise<void>;
}

export function createUploads(
  folder: string,
  store: AttachmentStore,
  { database, clock, limits }: { readonly database: Database; readonly clock: Clock; readonly limits: Limits },
): Uploads {
  const files = new FileStore({ directory: folder });
  // inside a transaction everything goes over its connection: waiting for a second one could starve the pool
  const locked = (id: string, within: DatabaseTransaction) =>
    within.selectFrom("upload").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  const forget = async (id: string): Promise<void> => {
    await files.remove(id).catch(() => undefined);
    await database.deleteFrom("upload").where("id", "=", id).execute();
  };
  /** The error says why the file is none of those wanted: the caller's transaction decides what becomes of it. */
  const finish = async (id: string, within: DatabaseTransaction): Promise<FiscError | null> => {
    const upload = await locked(id, within);
    if (upload === undefined) throw new FiscError("upload.unknown");
    if (upload.finished_at !== null) return null;
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
    if (refusal !== null) return new FiscError(refusal, { name: upload.name, mediaType: upload.media_type });
    await holdDigest(within, upload.sha256);
    await store.keep(path, upload.sha256);
    await within.updateTable("upload").set({ finished_at: clock.now().toISOString() }).where("id", "=", id).execute();
    return null;
  };
  return {
    files,
    finish: async (id) => {
      const refused = await database.transaction().execute((transaction) => finish(id, transaction));
      if (refused === null) return;
      await forget(id);
      throw refused;
    },
    forget: (id) => forget(id),
    begin: async ({ id, owner, belongsTo, name, mediaType, sha256, size }) => {
      const created = { created_at: clock.now().toISOString(), finished_at: null, attached_at: null };
      await database.transaction().execute(async (transaction) => {
        await checkQuota(transaction, { owner, belongsTo, size }, limits);
        await transaction
          .insertInto("upload")
          .values({ id, owner, belongs_to: belongsTo, name, media_type: mediaType, sha256, size, ...created })
          .execute();
      });
    },
    owns: async (id, owner) =>
      (await database.selectFrom("upload").select("owner").where("id", "=", id).executeTakeFirst())?.owner === owner,
    take: async (within, owner, wanted, slot) => {
      const params = { slot: slot.id, name: wanted.name };
      const upload = await within
        .selectFrom("upload")
        .selectAll()
        .where("id", "=", wanted.upload)
        .where("owner", "=", owner)
        .forUpdate()
        .executeTakeFirst();
      if (upload === undefined) throw new FiscError("upload.unknown", params);
      // The process may have died between the last byte and the check.
      if (upload.finished_at === null) {
        const refused = await finish(upload.id, within);
        if (refused !== null) throw refused;
      }
      if (upload.sha256 !== wanted.sha256) throw new FiscError("upload.changed", params);
      if (!slot.mediaTypes.includes(upload.media_type))
        throw new FiscError("upload.not-allowed-here", { ...params, mediaType: upload.media_type });
      if (upload.size > slot.maxBytes) throw new FiscError("upload.too-large", { ...params, size: upload.size, maxBytes: slot.maxBytes });
      await holdDigest(within, upload.sha256);
      if (!(await store.has(upload.sha256))) throw new FiscError("upload.unknown", params);
      await within.updateTable("upload").set({ attached_at: clock.now().toISOString() }).where("id", "=", upload.id).execute();
      return {
        id: randomUUID(),
        slot: slot.id,
        name: fileName(wanted.name),
        mediaType: upload.media_type,
        size: upload.size,
        sha256: upload.sha256,
      };
    },
    sweep: () => sweepUploads(database, { files, store }, new Date(clock.now().getTime() - limits.uploadLives)),
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
