import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { FiscError } from "@fisc/core";
import type { Attachment } from "@fisc/core";
import { canonicalBytes } from "@fisc/core/canonical";
import { attachmentFileName, signingFileNames } from "@fisc/core/signing";
import { documentsFor } from "../dossiers/present.ts";
import type { DossierRecord } from "../dossiers/record.ts";
import type { Person } from "../registry/people.ts";
import { documentName } from "../signing/signed-document.ts";
import type { Treasury } from "../treasury.ts";
import { renderDossier } from "./rendering.ts";
import { fileOf, streamContainer } from "./stream-container.ts";
import type { StreamedFile } from "./stream-container.ts";

export { ASIC_E } from "@fisc/signature";

/**
 * Everything that belongs to the current version and that the person may see, in files named as the signatures name them. The rendering is for reading: nobody signed it.
 * Attachments go from the store to the client piece by piece; each is read once before, so that what is not what was handed in is told in time.
 * @throws FiscError `attachment.missing`, `log.broken` (a file of the store is not the one that the log names)
 */
export async function openContainer(treasury: Treasury, record: DossierRecord, person: Person): Promise<Readable> {
  const { version } = record.replayed;
  const documents = documentsFor(treasury, record, person).filter((one) => one.version === version);
  const files: StreamedFile[] = [fileOf("dossier.json", canonicalBytes(record.content.data))];
  for (const attachment of record.content.attachments) files.push(await storedFile(treasury, record, attachment));
  for (const document of documents) files.push(fileOf(documentName(record, document), canonicalBytes(document.data)));
  const signatures = await treasury.connection.database
    .selectFrom("signature")
    .selectAll()
    .where("dossier", "=", record.row.id)
    .where("version", "=", version)
    .orderBy("sequence")
    .execute();
  for (const signature of signatures) {
    const names = signingFileNames(signature.sequence);
    files.push(
      fileOf(names.manifest, signature.manifest),
      fileOf(names.asicManifest, signature.asic_manifest),
      fileOf(names.signature, signature.cades),
    );
  }
  files.push(fileOf("rendering.html", Buffer.from(await renderDossier(treasury, record, documents))));
  return streamContainer(files);
}

async function storedFile(treasury: Treasury, record: DossierRecord, attachment: Attachment): Promise<StreamedFile> {
  const open = (): Promise<Readable> => treasury.attachments.read(attachment.sha256);
  const hash = createHash("sha256");
  let [size, sum] = [0, 0];
  for await (const piece of (await open()) as AsyncIterable<Buffer>) {
    hash.update(piece);
    sum = crc32(piece, sum);
    size += piece.length;
  }
  if (size !== attachment.size || hash.digest("hex") !== attachment.sha256)
    throw new FiscError("log.broken", { dossier: record.row.id, attachment: attachment.id });
  return { name: attachmentFileName(attachment), size, crc32: sum, open };
}
