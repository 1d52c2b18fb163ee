import { FiscError } from "@fisc/core";
import type { Attachment, DocumentPresentation, JsonObject, PublishedProcedure, SignaturePolicy } from "@fisc/core";
import type { Selectable } from "kysely";
import type { DocumentTable } from "../database/tables.ts";
import { sha256 } from "../procedures/publications.ts";
import type { DossierRecord } from "../dossiers/record.ts";
import type { Treasury } from "../treasury.ts";

/** What a policy signs on a dossier as it is now. */
export interface SignedDocument {
  /** Id of the official document; null for the dossier itself. */
  readonly id: string | null;
  /** Name in the container. */
  readonly name: string;
  readonly data: JsonObject;
  readonly attachments: readonly Attachment[];
}

/** @throws FiscError `not-found` where the official document has not been made */
export function signedDocument(record: DossierRecord, policy: SignaturePolicy): SignedDocument {
  if (policy.signs === "dossier")
    return { id: null, name: "dossier.json", data: record.content.data, attachments: record.content.attachments };
  const document = record.documents.findLast(({ template }) => template === policy.signs);
  if (document === undefined) throw new FiscError("not-found");
  return { id: document.id, name: documentName(record, document), data: document.data, attachments: [] };
}

/** `debitAdvice.json`; a template that had to be made again gets a number, for names in a container are unique. */
export function documentName(record: DossierRecord, document: Selectable<DocumentTable>): string {
  const number = record.documents.filter(({ template }) => template === document.template).findIndex(({ id }) => id === document.id) + 1;
  return number <= 1 ? `${document.template}.json` : `${document.template}-${number}.json`;
}

/** What the signer's window draws. */
export function presentationOf(
  treasury: Treasury,
  record: DossierRecord,
  policy: SignaturePolicy,
  locale: string,
): PublishedProcedure | DocumentPresentation {
  if (policy.signs === "dossier") return treasury.publications.published(record.pin, locale);
  return treasury.publications.presentDocument(policy.signs, signedDocument(record, policy).data, locale);
}

/** Digests of everything that a signer may have been shown: one a locale. */
export function presentationDigests(treasury: Treasury, record: DossierRecord, policy: SignaturePolicy): ReadonlySet<string> {
  if (policy.signs === "dossier") return treasury.publications.presentationDigests(record.pin);
  return new Set(treasury.profile.locales.map((locale) => sha256(presentationOf(treasury, record, policy, locale))));
}
