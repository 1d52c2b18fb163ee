import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FiscError } from "@fisc/core";
import type { AttachmentStore } from "./store.ts";

/** Keeps attachments in a folder, two levels deep by the first four digits of their digest. */
export function folderStore(folder: string): AttachmentStore {
  const parts = join(folder, "parts");
  const place = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new FiscError("attachment.missing");
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    keep: async (path, sha256) => {
      const target = place(sha256);
      if (await exists(target)) return;
      await mkdir(dirname(target), { recursive: true });
      await mkdir(parts, { recursive: true });
      // Under its name only when it is whole and on the disk.
      const part = join(parts, randomUUID());
      await copyFile(path, part);
      await synchronise(part);
      await rename(part, target);
      await synchronise(dirname(target));
    },
    read: async (sha256) => {
      const file = await open(place(sha256), "r").catch((cause: unknown) => {
        throw new FiscError("attachment.missing", {}, { cause });
      });
      return file.createReadStream();
    },
    has: (sha256) => exists(place(sha256)),
    remove: (sha256) => rm(place(sha256), { force: true }),
    clear: async (time) => {
      for (const name of await readdir(parts).catch(() => [])) {
        const part = join(parts, name);
        if ((await stat(part)).mtime < time) await rm(part, { force: true });
      }
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}

async function synchronise(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
