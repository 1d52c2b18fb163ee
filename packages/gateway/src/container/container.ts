import { buffer } from "node:stream/consumers";
import { canonicalBytes } from "@fisc/core/canonical";
import { attachmentFileName, signingFileNames } from "@fisc/core/signing";
import { createContainer } from "@fisc/signature";
import type { DossierRecord } from "../dossiers/record.ts";
import { documentName } from "../signing/signed-document.ts";
import type { Treasury } from "../treasury.ts";
import { renderDossier } from "./rendering.ts";

export const ASIC_E = "application/vnd.etsi.asic-e+zip";

/** Everything that belongs to the current version, in files named as the signatures name them. The rendering is for reading: nobody signed it. */
export async function buildContainer(treasury: Treasury, record: DossierRecord, locale: string): Promise<Buffer> {
  const { version } = record.replayed;
  const files: { name: string; bytes: Uint8Array }[] = [{ name: "dossier.json", bytes: canonicalBytes(record.content.data) }];
  for (const attachment of record.content.attachments) {
    files.push({ name: attachmentFileName(attachment), bytes: await buffer(await treasury.attachments.read(attachment.sha256)) });
  }
  for (const document of record.documents.filter((one) => one.version === version)) {
    files.push({ name: documentName(record, document), bytes: canonicalBytes(document.data) });
  }
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
      { name: names.manifest, bytes: signature.manifest },
      { name: names.asicManifest, bytes: signature.asic_manifest },
      { name: names.signature, bytes: signature.cades },
    );
  }
  files.push({ name: "rendering.html", bytes: Buffer.from(renderDossier(treasury, record, locale)) });
  return Buffer.from(await createContainer(files));
}
