import type { Violation } from "../model/errors.ts";
import type { RuleContext } from "../model/expression.ts";
import type { JsonObject } from "../model/json.ts";
import type { PublishedProcedure } from "../model/procedure.ts";
import type { Sight } from "./cached.ts";
import type { RuleFunction } from "./evaluate.ts";
import { FormState, type Where } from "./form-state.ts";
import { keepLargeTables } from "./large-tables.ts";
import { columnOf, rowsAt, sameJson, valueAt } from "./paths.ts";
import { hiddenValues } from "./submission.ts";
import { formViolations, violation } from "./violations.ts";

export interface ValidateOptions {
  readonly procedure: PublishedProcedure;
  readonly data: JsonObject;
  readonly context: RuleContext;
  /** `gateway` also runs the rules that need the treasury's facts. */
  readonly where: Where;
  /** In the gateway: at least `knownCode` for lists that do not travel with the procedure. */
  readonly functions?: Readonly<Record<string, RuleFunction>>;
}

/** One budget for the whole form: a definition cannot keep a server busy longer than some seconds. */
const steps = 50_000_000;

/**
 * Everything that rules can say about a dossier's content as it was handed in; `@fisc/core/schema` has checked its shape before.
 * Beside `formViolations`: `computed` where a computed value is not what its sources give (unless a rule already speaks
 * there), and `hidden` where a field that nobody sees holds something, for people sign what they see.
 * @throws FiscError `rule.work-limit`
 */
export function validateDossier({ procedure, data, context, where, functions }: ValidateOptions): {
  readonly violations: readonly Violation[];
} {
  const state = new FormState(procedure, where, { keepTables: keepLargeTables, work: { steps }, ...(functions ? { functions } : {}) });
  const sight: Sight = { data, context };
  const found = formViolations(state, sight);
  const spoken = new Set(found.map((one) => one.at));
  const hidden = hiddenValues(state, sight).map((at) => violation("hidden", at));
  const settled = state.settle(data, context);
  const computed = procedure.computed
    .flatMap((one) => pathsOf(settled, one.path))
    .filter((at) => !spoken.has(at) && !sameJson(valueAt(data, at), valueAt(settled, at)))
    .map((at) => violation("computed", at));
  return { violations: [...found, ...hidden, ...computed] };
}

function pathsOf(data: JsonObject, pattern: string): readonly string[] {
  const column = columnOf(pattern);
  return column ? rowsAt(data, column.table).map((_, i) => `${column.table}[${i}].${column.column}`) : [pattern];
}
