import { FiscError } from "@fisc/core";
import type { Attachment, PublishedProcedure, RuleContext, Violation } from "@fisc/core";
import type { DossierContent } from "@fisc/core/api";
import { validateDossier } from "@fisc/core/rules";
import { validateData } from "@fisc/core/schema";
import type { DatabaseTransaction } from "../database/connection.ts";
import { megabytes } from "../attachments/upload-quota.ts";
import { ValidationError } from "../http/problem.ts";
import { sha256 } from "../procedures/publications.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { countBySlot } from "./record.ts";
import type { Content } from "./record.ts";

/**
 * Content as it was handed in, checked with the rules that the browser has and those that need the treasury's facts.
 * @param kept attachments of the version before, which the body may name by id
 * @param context all but the attachments of this content
 * @throws ValidationError; FiscError `upload.*`
 */
export async function acceptContent(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  person: Person,
  input: {
    readonly procedure: PublishedProcedure;
    readonly body: DossierContent;
    readonly version: number;
    readonly kept: readonly Attachment[];
    readonly context: Omit<RuleContext, "attachments">;
  },
): Promise<Content> {
  const { procedure, body, version } = input;
  const malformed = validateData(procedure.schema, body.data);
  if (malformed.length > 0) throw new ValidationError(malformed);
  const attachments = await takeAttachments(treasury, transaction, person, input);
  const context: RuleContext = { ...input.context, attachments: countBySlot(attachments) };
  const { violations } = validateDossier({
    procedure,
    data: body.data,
    context,
    where: "gateway",
    functions: treasury.publications.functions,
  });
  if (violations.some(({ severity }) => severity === "error")) throw new ValidationError(violations);
  return { version, data: body.data, sha256: sha256(body.data), attachments, warnings: violations };
}

async function takeAttachments(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  person: Person,
  {
    procedure,
    body,
    kept,
  }: { readonly procedure: PublishedProcedure; readonly body: DossierContent; readonly kept: readonly Attachment[] },
): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = [];
  for (const wanted of body.attachments) {
    const slot = procedure.attachments.find(({ id }) => id === wanted.slot);
    if (slot === undefined) throw new FiscError("upload.unknown-slot", { slot: wanted.slot });
    if ("upload" in wanted) {
      attachments.push(await treasury.uploads.take(transaction, person.subject, wanted, slot));
      continue;
    }
    const old = kept.find(({ id }) => id === wanted.id);
    if (old === undefined || old.slot !== wanted.slot) throw new FiscError("upload.unknown", { slot: wanted.slot, name: wanted.id });
    attachments.push(old);
  }
  checkSize(attachments, treasury.limits.dossierBytes);
  if (new Set(attachments.map(({ id }) => id)).size !== attachments.length) throw new FiscError("upload.twice");
  return attachments;
}

/** What a signer's extension could not take must not get as far as the signer. @throws FiscError `upload.dossier-too-large` */
function checkSize(attachments: readonly Attachment[], most: number): void {
  const size = attachments.reduce((sum, attachment) => sum + attachment.size, 0);
  if (size > most) throw new FiscError("upload.dossier-too-large", { megabytes: megabytes(most), size });
}

export async function storeContent(transaction: DatabaseTransaction, dossier: string, content: Content): Promise<void> {
  await transaction
    .insertInto("content")
    .values({
      dossier,
      version: content.version,
      data: JSON.stringify(content.data),
      sha256: content.sha256,
      attachments: JSON.stringify(content.attachments),
      warnings: JSON.stringify(content.warnings satisfies readonly Violation[]),
    })
    .execute();
}
