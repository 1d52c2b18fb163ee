import type { Dossier, PublishedProcedure } from "@fisc/core";
import { html, nothing, type TemplateResult } from "lit";
import type { Paper } from "./steps.ts";
import { formatCivilDate, label } from "../foundation/format.ts";

type Text = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** One line for what came with a step: a signature, a letter, a document, the ledger's answer, a new version. */
export function paperText(
  paper: Paper,
  procedure: PublishedProcedure,
  dossier: Dossier | undefined,
  text: Text,
): TemplateResult | typeof nothing {
  const { labels, locale } = procedure;
  switch (paper.kind) {
    case "content":
      return html`${text("timeline.version", { version: paper.version })}`;
    case "signature":
      return html`${text("timeline.signed", { subject: paper.signature.certificate.subject })}`;
    case "document":
      return html`${text("timeline.document", { document: label(labels, `document.${paper.template}`, locale) })}`;
    case "mail":
      return html`${text("timeline.mail", { subject: label(labels, `mail.${paper.template}.subject`, locale, mailPlaces(dossier)), to: paper.to })}`;
    case "ledger":
      return html`${text("timeline.ledger", { text: paper.text ?? paper.outcome })}${paper.reference ? html` (${paper.reference})` : nothing}`;
    case "deadline":
      return html`${label(labels, `deadline.${paper.deadline.key}`, locale)} ·
      ${text("timeline.received", { date: formatCivilDate(paper.deadline.receivedOn, locale) })} ·
      ${text("timeline.due", { date: formatCivilDate(paper.deadline.dueOn, locale) })}`;
    case "deadlineMet":
      return html`${label(labels, `deadline.${paper.key}`, locale)}: ${text("timeline.due.met")}`;
    default:
      return nothing;
  }
}

function mailPlaces(dossier: Dossier | undefined): Record<string, string> {
  return dossier ? { code: dossier.code, unit: dossier.unit.name } : {};
}
