import { validateDossier } from "@fisc/core/rules";
import { RegimeError } from "../http/problem.ts";
import type { Treasury } from "../treasury.ts";
import { ruleContext } from "./record.ts";
import type { DossierRecord } from "./record.ts";
import { pinOfToday, under, wasSent } from "./regime.ts";

/**
 * Lets a dossier that was not sent yet go on its way to the state `to` only under the rules in force, and gives it under these: content that
 * was checked by earlier ones is checked again, and a signature that was given under them has to be given again. Steps that take the
 * dossier back to be changed are free.
 * @throws RegimeError
 */
export function needRegimeInForce(treasury: Treasury, record: DossierRecord, to: string): DossierRecord {
  const next = record.procedure.workflow.states[to];
  if (next?.editable === true || next?.final === true || wasSent(treasury.profile, record.procedure, record.events)) return record;
  const pin = pinOfToday(treasury, record.pin);
  if (pin.regime === record.row.regime) return record;
  const current = under(treasury, record, pin);
  const { violations } = validateDossier({
    procedure: current.procedure,
    data: current.content.data,
    context: ruleContext(treasury, current),
    where: "gateway",
    functions: treasury.publications.functions,
  });
  const errors = violations.filter(({ severity }) => severity === "error");
  if (errors.length > 0 || record.replayed.signatures.length > 0) throw new RegimeError(record.row.regime, pin.regime, errors);
  return { ...current, row: { ...current.row, regime: pin.regime } };
}
