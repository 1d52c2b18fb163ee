import { createTransport } from "nodemailer";
import type { Transporter } from "nodemailer";
import { append } from "../dossiers/append.ts";
import { systemActor } from "../dossiers/effects.ts";
import { lockDossier, readRecord } from "../dossiers/record.ts";
import type { Treasury } from "../treasury.ts";
import { composeMail } from "./compose.ts";

export type Mailer = Pick<Transporter, "sendMail" | "close">;

export function createMailer(smtpUrl: string, from: string): Mailer {
  return createTransport(smtpUrl, { from });
}

/**
 * Sends an ordered mail and notes it in the dossier's log. After a crash between the two it is sent again, under the same
 * `Message-ID`, so that a mailbox shows it once.
 */
export async function sendMail(treasury: Treasury, mailer: Mailer, id: string): Promise<void> {
  const { database } = treasury.connection;
  const mail = await database.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  if (mail.sent_at !== null) return;
  const record = await readRecord(treasury, mail.dossier);
  const { subject, text } = composeMail(treasury, record, mail);
  const host = new URL(treasury.publicUrl).hostname;
  await mailer.sendMail({
    to: mail.recipient,
    subject,
    text,
    messageId: `<${id}@${host}>`,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": treasury.publications.locale(mail.locale) },
  });
  await database.transaction().execute(async (transaction) => {
    const locked = await lockDossier(treasury, transaction, mail.dossier, null);
    const now = treasury.clock.now();
    const { numUpdatedRows } = await transaction
      .updateTable("mail")
      .set({ sent_at: now.toISOString() })
      .where("id", "=", id)
      .where("sent_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await append(
      treasury,
      transaction,
      locked,
      [{ type: "mail.sent", actor: systemActor, detail: { template: mail.template, to: mail.recipient } }],
      now,
    );
  });
}
