import { pathsOf } from "../migration/steps.ts";
import type { ProcedureDefinition } from "../model/procedure.ts";
import type { Report } from "./check-workflow.ts";
import { columnOf } from "./paths.ts";
import { asRead } from "./plan.ts";
import { hasPath } from "./schema-paths.ts";

/** Versions without a way to the next; steps that mix tables; values that are put where no form has a place and no later step takes them from. */
export function checkMigrations({ version, schema, migrations = [] }: ProcedureDefinition, report: Report): void {
  const versions = migrations.map(({ from }) => from);
  versions.forEach((from, i) => {
    if (versions.indexOf(from) !== i) report(`migrations[${i}].from`, "duplicate", String(from));
    if (from >= version || (from + 1 < version && !versions.includes(from + 1)))
      report(`migrations[${i}].from`, "migration-gap", String(from));
  });
  const steps = migrations
    .map((migration, m) => ({ ...migration, m }))
    .sort((a, b) => a.from - b.from)
    .flatMap(({ steps: own, m }) => own.map((step, i) => ({ step, at: `migrations[${m}].steps[${i}]` })));
  steps.forEach(({ step, at }, i) => {
    const tables = new Set(pathsOf(step).map((path) => columnOf(path)?.table));
    const nested = pathsOf(step).some((path) => path.split("[]").length > 2);
    if (tables.size > 1 || nested) report(at, "migration-tables", pathsOf(step).join(" "));
    if (!("to" in step) || hasPath(schema, asRead(step.to).slice("data.".length))) return;
    const taken = steps
      .slice(i + 1)
      .some(({ step: later }) => "from" in later && [later.from].flat().some((path) => covers(path, step.to)));
    if (!taken) report(`${at}.to`, "unknown-path", step.to);
  });
}

function covers(path: string, other: string): boolean {
  return other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[]`);
}
