import { FiscError } from "@fisc/core";
import type { DossierContent } from "@fisc/core/api";
import type { DatabaseTransaction } from "../database/connection.ts";
import type { NewEvent } from "../events/log.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { append } from "./append.ts";
import { acceptContent, storeContent } from "./content.ts";
import { ruleContext } from "./record.ts";
import type { DossierRecord } from "./record.ts";
import { pinForChange, under } from "./regime.ts";

/**
 * A new version of the content of a locked dossier, in a state that allows it, by somebody whom the state names as its holder.
 * Earlier signatures stay in the log and count no more. Until the dossier was sent, the rules of the day count.
 * @throws ValidationError; FiscError `workflow.not-allowed`, `upload.*`
 */
export async function changeContent(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  record: DossierRecord,
  person: Person,
  body: DossierContent,
): Promise<DossierRecord> {
  const state = record.procedure.workflow.states[record.replayed.state];
  const { holder } = state ?? {};
  if (person.side !== "unit" || state?.editable !== true || (holder !== undefined && !person.roles.includes(holder))) {
    throw new FiscError("workflow.not-allowed", { action: "changeContent", state: record.replayed.state });
  }
  const changing = under(treasury, record, pinForChange(treasury, record));
  const content = await acceptContent(treasury, transaction, person, {
    procedure: changing.procedure,
    body,
    version: record.content.version + 1,
    kept: record.content.attachments,
    context: ruleContext(treasury, changing),
  });
  await storeContent(transaction, record.row.id, content);
  const changed: NewEvent = {
    type: "content.changed",
    actor: { id: person.subject, name: person.name, role: holder ?? person.roles[0] ?? "" },
    detail: { version: content.version, dataSha256: content.sha256, attachments: content.attachments },
  };
  return append(
    treasury,
    transaction,
    { ...changing, row: { ...changing.row, regime: changing.pin.regime }, content },
    [changed],
    treasury.clock.now(),
  );
}
