import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { FiscError } from "@fisc/core";
import type { DocumentPresentation, PublishedProcedure, SignaturePolicy, SigningRequest } from "@fisc/core";
import { choose } from "../dossiers/transition.ts";
import { needRegimeInForce } from "../dossiers/regime-in-force.ts";
import type { DossierRecord } from "../dossiers/record.ts";
import type { Person } from "../registry/people.ts";
import { newSecret } from "../session/sessions.ts";
import type { Treasury } from "../treasury.ts";
import { presentationOf, signedDocument } from "./signed-document.ts";

export interface SigningOffer {
  readonly request: SigningRequest;
  readonly presentation: PublishedProcedure | DocumentPresentation;
}

/**
 * Hands out what a signature needs: what is signed, for whom, until when, and a nonce that is used once. Bound to the person, the
 * dossier's version and the portal that asked.
 * @throws FiscError `workflow.*`, `signature.order`, `signature.none-needed`; RegimeError
 */
export async function offerSigning(
  treasury: Treasury,
  record: DossierRecord,
  person: Person,
  ask: { readonly action: string; readonly locale: string; readonly origin: string },
): Promise<SigningOffer> {
  const { policyId, policy } = policyFor(treasury, record, person, ask.action);
  const document = signedDocument(record, policy);
  const expires = new Date(treasury.clock.now().getTime() + treasury.limits.signingRequest).toISOString();
  const request: SigningRequest = {
    id: randomUUID(),
    sequence: record.replayed.nextSequence,
    action: ask.action,
    purpose: policy.purpose,
    audience: new URL(treasury.publicUrl).origin,
    dossier: record.row.id,
    dossierCode: record.row.code,
    version: record.replayed.version,
    history: record.chain.at(-1) ?? "",
    procedure: `${record.pin.procedure}@${record.pin.procedureVersion}`,
    role: policy.role,
    nonce: newSecret(),
    expires,
    documentName: document.name,
    document: document.data,
    attachments: document.attachments,
    certificates: person.certificates[policy.role] ?? [],
  };
  await treasury.connection.database
    .insertInto("signing_request")
    .values({
      id: request.id,
      dossier: record.row.id,
      subject: person.subject,
      action: ask.action,
      policy: policyId,
      document: document.id,
      origin: ask.origin,
      request: JSON.stringify(request),
      expires_at: expires,
      used_at: null,
    })
    .execute();
  await forgetOlder(treasury, record.row.id, person.subject);
  return { request, presentation: presentationOf(treasury, record, policy, ask.locale) };
}

/** Offers of one person on one dossier that may wait for their signature: some tabs' worth. Each holds the whole document. */
const mostWaiting = 5;

async function forgetOlder({ connection }: Treasury, dossier: string, subject: string): Promise<void> {
  await sql`delete from signing_request where id in (
    select id from signing_request where dossier = ${dossier} and subject = ${subject} and used_at is null
    order by expires_at desc, id offset ${mostWaiting})`.execute(connection.database);
}

function policyFor(
  treasury: Treasury,
  record: DossierRecord,
  person: Person,
  action: string,
): { readonly policyId: string; readonly policy: SignaturePolicy } {
  checkOrder(record, person, action);
  const { transition } = choose(treasury, record, { id: person.subject, name: person.name, roles: person.roles }, { action }, "requested");
  needRegimeInForce(treasury, record, transition.to);
  const policyId = transition.needs?.signature;
  const policy = policyId === undefined ? undefined : record.procedure.signaturePolicies[policyId];
  if (policyId === undefined || policy === undefined) throw new FiscError("signature.none-needed", { action });
  return { policyId, policy };
}

/** Who comes too early is told whose signature is missing, not only that the action is not open. */
export function checkOrder({ procedure, replayed }: DossierRecord, person: Person, action: string): void {
  for (const transition of procedure.workflow.transitions) {
    const policy = procedure.signaturePolicies[transition.needs?.signature ?? ""];
    if (transition.action !== action || policy === undefined || !person.roles.includes(policy.role)) continue;
    const missing = policy.after.find((role) => !replayed.signatures.some((signature) => signature.role === role));
    if (missing !== undefined) throw new FiscError("signature.order", { role: missing });
  }
}
