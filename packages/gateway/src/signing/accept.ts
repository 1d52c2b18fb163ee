import { FiscError } from "@fisc/core";
import type { SignatureRecord, SignOutput } from "@fisc/core";
import type { DatabaseTransaction } from "../database/connection.ts";
import type { NewEvent } from "../events/log.ts";
import { lockDossier, needCurrent } from "../dossiers/record.ts";
import type { DossierRecord } from "../dossiers/record.ts";
import { takeStep } from "../dossiers/transition.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { checkManifest } from "./check-manifest.ts";
import { checkSignature } from "./check-signature.ts";
import type { VerifiedSignature } from "./check-signature.ts";
import { checkOrder } from "./offer.ts";

/**
 * Takes a signature in and does the action it was asked for, or refuses it whole. The nonce is spent with it.
 * @throws FiscError `signature.*`, `workflow.*`, `conflict.revision`, `not-found`
 */
export async function acceptSignature(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  person: Person,
  input: { readonly dossier: string; readonly output: SignOutput; readonly origin: string; readonly revision: number | null },
): Promise<DossierRecord> {
  const record = await lockDossier(treasury, transaction, input.dossier, person);
  const now = treasury.clock.now();
  const row = await transaction
    .selectFrom("signing_request")
    .selectAll()
    .where("id", "=", input.output.request)
    .where("subject", "=", person.subject)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new FiscError("signature.invalid", { reason: "request" });
  if (row.dossier !== record.row.id) throw new FiscError("signature.wrong-dossier");
  if (row.used_at !== null) throw new FiscError("signature.nonce-used");
  if (row.expires_at <= now) throw new FiscError("signature.expired");
  if (row.origin !== input.origin) throw new FiscError("signature.wrong-origin", { origin: input.origin });
  const policy = record.procedure.signaturePolicies[row.policy];
  if (policy === undefined || !person.roles.includes(policy.role)) throw new FiscError("forbidden");
  needCurrent(record, input.revision);

  const bytes = {
    manifest: Buffer.from(input.output.manifest, "base64"),
    asicManifest: Buffer.from(input.output.asicManifest, "base64"),
    cades: Buffer.from(input.output.signature, "base64"),
  };
  checkManifest(treasury, record, policy, row, bytes);
  const producedAfter = new Date(row.expires_at.getTime() - treasury.limits.signingRequest);
  const verified = await checkSignature(treasury, policy, { signature: bytes.cades, content: bytes.asicManifest, producedAfter });
  if (!(person.certificates[policy.role] ?? []).includes(verified.signer.sha256))
    throw new FiscError("signature.certificate-not-registered");
  checkOrder(record, person, row.action);
  await checkKey(transaction, record, policy.role, verified.signer.keySha256);
  // Somebody else signed meanwhile: the number in the signed manifest is taken.
  if (row.request.sequence !== record.replayed.nextSequence) throw new FiscError("conflict.revision", { revision: record.row.revision });

  await transaction.updateTable("signing_request").set({ used_at: now.toISOString() }).where("id", "=", row.id).execute();
  const signature = signatureRecord(record, row.policy, policy.role, policy.signs, person, verified, row.request.sequence, now);
  await transaction
    .insertInto("signature")
    .values({
      dossier: record.row.id,
      sequence: signature.sequence,
      version: signature.version,
      document: row.document,
      document_name: row.request.documentName,
      key_sha256: verified.signer.keySha256,
      manifest: bytes.manifest,
      asic_manifest: bytes.asicManifest,
      cades: bytes.cades,
    })
    .execute();
  const added: NewEvent = {
    type: "signature.added",
    detail: signature,
    actor: { id: person.subject, name: person.name, role: policy.role },
  };
  return takeStep(
    treasury,
    transaction,
    record,
    { id: person.subject, name: person.name, roles: person.roles },
    { action: row.action, signature },
    [added],
  );
}

/** One key, one role on a version, under whatever certificates: who holds two offices still needs two people's keys. */
async function checkKey(transaction: DatabaseTransaction, record: DossierRecord, role: string, keySha256: string): Promise<void> {
  const rows = await transaction
    .selectFrom("signature")
    .select("sequence")
    .where("dossier", "=", record.row.id)
    .where("version", "=", record.replayed.version)
    .where("key_sha256", "=", keySha256)
    .execute();
  const sequences = new Set(rows.map(({ sequence }) => sequence));
  const other = record.replayed.signatures.find((signature) => sequences.has(signature.sequence) && signature.role !== role);
  if (other !== undefined) throw new FiscError("signature.same-key", { role: other.role });
}

function signatureRecord(
  record: DossierRecord,
  policy: string,
  role: string,
  signs: string,
  person: Person,
  { signer, level }: VerifiedSignature,
  sequence: number,
  now: Date,
): SignatureRecord {
  return {
    sequence,
    version: record.replayed.version,
    policy,
    role,
    signer: person.name,
    certificate: {
      subject: signer.subjectCommonName ?? signer.subject,
      issuer: signer.issuer,
      serial: signer.serial,
      notAfter: signer.notAfter,
    },
    at: now.toISOString(),
    level: (level ?? "").replace(/^CAdES-/u, ""),
    signs,
  };
}
