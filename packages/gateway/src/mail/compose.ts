import type { DossierEvent, Labels, PublishedProcedure } from "@fisc/core";
import { formatDate } from "@fisc/core/text/script";
import { formatMoney } from "@fisc/core/money";
import type { DossierRecord } from "../dossiers/record.ts";
import type { Treasury } from "../treasury.ts";

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
}

/**
 * A mail by the profile's labels `mail.<template>.subject` and `.body`. Places: `{code}`, `{number}`, `{title}`, `{unit}`, `{amount}`,
 * `{reason}`, `{fixes}` (one a line), `{dueOn}`, `{link}`. Reason and fixes are those of the step that set the mail off.
 */
export function composeMail(
  treasury: Treasury,
  record: DossierRecord,
  mail: { readonly template: string; readonly locale: string; readonly position: number },
): ComposedMail {
  const locale = treasury.publications.locale(mail.locale);
  const procedure = treasury.publications.published(record.pin, locale);
  const labels = treasury.publications.labels(locale);
  const step = record.events.find(({ position }) => position === mail.position);
  const { row, unit } = record;
  const { currency } = treasury.profile;
  const due = record.replayed.deadlines.find(({ met }) => !met)?.dueOn;
  const places: Readonly<Record<string, string>> = {
    code: row.code,
    number: row.number,
    title: row.title,
    unit: unit.name,
    amount: formatMoney(row.amount, { locale, currency: currency.code, decimals: currency.decimals }),
    reason: step?.type === "transition" ? (step.detail.reason ?? "") : "",
    fixes: fixesOf(step, record, procedure),
    dueOn: due === undefined ? "" : formatDate(new Date(`${due}T00:00:00Z`), locale, { dateStyle: "long", timeZone: "UTC" }),
    link: treasury.dossierUrl.replaceAll("{id}", row.id),
  };
  return {
    subject: fill(textOf(labels, `mail.${mail.template}.subject`), places).replaceAll(/\s+/gu, " "),
    text: fill(textOf(labels, `mail.${mail.template}.body`), places),
  };
}

function textOf(labels: Labels, key: string): string {
  return labels[key] ?? key;
}

function fill(text: string, places: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (place, name: string) => places[name] ?? place);
}

function fixesOf(step: DossierEvent | undefined, { content }: DossierRecord, { formNumber }: PublishedProcedure): string {
  if (step?.type !== "transition") return "";
  const nameOf = (document: string): string => content.attachments.find(({ id }) => id === document)?.name ?? formNumber;
  return (step.detail.fixes ?? []).map(({ document, text }) => `- ${nameOf(document)}: ${text}`).join("\n");
}
