import type { Dossier, DossierEvent, DossierSummary, OfficialDocument, SignatureRecord } from "@fisc/core";
import { availableActions, forUnit } from "@fisc/core/workflow";
import type { Selectable } from "kysely";
import type { DocumentTable, DossierTable } from "../database/tables.ts";
import { unitRolesOf, type Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { ruleContext } from "./record.ts";
import type { DossierRecord } from "./record.ts";

/** The dossier as one person sees it: with what this person may do now. */
export function presentDossier(treasury: Treasury, record: DossierRecord, person: Person): Dossier {
  const { row, pin, unit, content, replayed } = record;
  return {
    id: row.id,
    code: row.code,
    procedure: pin.procedure,
    procedureVersion: pin.procedureVersion,
    regime: pin.regime,
    unit: { code: unit.code, name: unit.name },
    version: replayed.version,
    revision: replayed.position,
    state: replayed.state,
    data: content.data,
    attachments: content.attachments,
    signatures: signaturesOf(record),
    documents: documentsFor(treasury, record, person).map((document) => presentDocument(treasury, document, record)),
    deadlines: replayed.deadlines,
    fixes: replayed.fixes,
    warnings: content.warnings,
    createdAt: replayed.createdAt,
    updatedAt: replayed.updatedAt,
    actions: availableActions({
      procedure: record.procedure,
      replayed,
      actor: { id: person.subject, roles: person.roles },
      context: ruleContext(treasury, record),
      data: content.data,
      functions: treasury.publications.functions,
    }),
  };
}

/** The log as this person may read it. */
export function eventsFor({ profile }: Treasury, { events, procedure }: DossierRecord, { side }: Person): readonly DossierEvent[] {
  const unitRoles = unitRolesOf(profile);
  return side === "unit" ? events.map((event) => forUnit(procedure, event, unitRoles)) : events;
}

/** A document that still awaits a signature is a draft among officers: what it says may yet be taken back, and the unit does not see it. */
export function documentsFor(treasury: Treasury, record: DossierRecord, { side }: Person): readonly Selectable<DocumentTable>[] {
  const signed = new Set(Object.values(record.procedure.signaturePolicies).map(({ signs }) => signs));
  return side === "treasury"
    ? record.documents
    : record.documents.filter((document) => !signed.has(document.template) || presentDocument(treasury, document, record).signed);
}

/** Of all versions, oldest first. */
export function signaturesOf({ events }: DossierRecord): readonly SignatureRecord[] {
  return events.flatMap((event) => (event.type === "signature.added" ? [event.detail] : []));
}

/** An official document is signed once a signature over its template came after it was made. */
export function presentDocument(
  { publications }: Pick<Treasury, "publications">,
  document: Selectable<DocumentTable>,
  { events }: DossierRecord,
): OfficialDocument {
  const made = events.find((event) => event.type === "document.made" && event.detail.id === document.id)?.position ?? 0;
  const next =
    events.find((event) => event.type === "document.made" && event.detail.template === document.template && event.position > made)
      ?.position ?? Infinity;
  const signed = events.some(
    (event) =>
      event.type === "signature.added" && event.detail.signs === document.template && event.position > made && event.position < next,
  );
  return {
    id: document.id,
    template: document.template,
    at: document.at.toISOString(),
    data: publications.inFormOrder(document.template, document.data),
    sha256: document.sha256,
    signed,
  };
}

export function presentSummary(row: Selectable<DossierTable> & { readonly unit_name: string }, awaitsMe: boolean): DossierSummary {
  return {
    id: row.id,
    code: row.code,
    procedure: row.procedure,
    unit: { code: row.unit, name: row.unit_name },
    state: row.state,
    revision: row.revision,
    title: row.title,
    number: row.number,
    amount: row.amount,
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    updatedAt: row.updated_at.toISOString(),
    awaitsMe,
  };
}
