import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { ProcedureDefinition } from "../model/procedure.ts";
import type { Profile } from "../model/profile.ts";
import { checkData } from "./check-data.ts";
import { checkMigrations } from "./check-migrations.ts";
import { checkTypes } from "./check-types.ts";
import { checkWorkflow, type Report } from "./check-workflow.ts";
import { rootsOf } from "./strategies.ts";
import { publishExpression } from "./expression-source.ts";
import { mapExpressions } from "./expressions.ts";
import { condition } from "./form-rules.ts";
import { hasScheme, identifiersUsed } from "./identifiers-used.ts";
import { labelKeysOf } from "./labels.ts";
import { asRead, computedInOrder, readsIn } from "./plan.ts";
import { hasPath } from "./schema-paths.ts";

/** One fault of a definition, for who writes it. */
export interface ProcedureProblem {
  /** Where in the definition: `rules[3].assert`, `workflow.transitions[2].to`. */
  readonly at: string;
  /**
   * `expression`, `unknown-path`, `duplicate`, `missing-label`, `unknown-code-list`, `unknown-identifier`, `incomplete-code-list`, `unknown-state`,
   * `unreachable-state`, `dead-end`, `unknown-role`, `unknown-policy`, `unknown-deadline`, `unknown-document`, `unknown-mail`, `unknown-action`, `cycle`,
   * `migration-gap`, `migration-tables`, `wrong-type`, `never-equal`, `never-shown`, `open-object`, `initial`.
   */
  readonly problem: string;
  /** The name in question. */
  readonly detail: string;
  /** `expression`: where in its text. */
  readonly offset?: number;
}

/**
 * Everything in a definition that cannot work, or that some locale has no words for. An empty list means it may be published.
 * Without a profile, what only it can say (labels, roles, code lists, mails, documents) is left out.
 */
export function checkProcedure(definition: ProcedureDefinition, profile?: Profile): readonly ProcedureProblem[] {
  const problems: ProcedureProblem[] = [];
  const report: Report = (at, problem, detail, offset) =>
    void problems.push({ at, problem, detail, ...(offset === undefined ? {} : { offset }) });
  checkPaths(definition, report);
  checkExpressions(definition, profile, report);
  checkWorkflow(definition, profile, report);
  if (profile) checkLabels(definition, profile, report);
  checkData(definition, report);
  checkMigrations(definition, report);
  if (problems.length === 0) checkCycles(definition, report);
  return problems;
}

function checkCycles(definition: ProcedureDefinition, report: Report): void {
  try {
    computedInOrder(mapExpressions(definition, (source, { scope }) => publishExpression(source, scope)).computed);
  } catch (error) {
    if (!(error instanceof FiscError) || error.code !== "procedure.cycle") throw error;
    report("computed", "cycle", String(error.params["path"]));
  }
}

function checkPaths(definition: ProcedureDefinition, report: Report): void {
  const known = (at: string, pattern: string): void => {
    if (!hasPath(definition.schema, asRead(pattern).slice("data.".length))) report(at, "unknown-path", pattern);
  };
  const ids = new Set<string>();
  const unique = (at: string, id: string): void => {
    if (ids.has(id)) report(at, "duplicate", id);
    ids.add(id);
  };
  definition.layout.forEach((page, p) => {
    unique(`layout[${p}]`, page.id);
    page.sections.forEach((section, s) => {
      // A page of one section may share its id.
      if (section.id !== page.id) unique(`layout[${p}].sections[${s}]`, section.id);
      section.fields.forEach((field, f) => {
        const at = `layout[${p}].sections[${s}].fields[${f}]`;
        known(at, field.path);
        if (field.type !== "lines") return;
        field.columns.forEach((column, c) => known(`${at}.columns[${c}]`, `${field.path}[].${column.path}`));
        for (const total of Object.values(field.totals ?? {})) known(`${at}.totals`, total);
      });
    });
  });
  definition.computed.forEach((computed, i) => known(`computed[${i}].path`, computed.path));
  const slots = new Set(definition.attachments.map((slot) => `attachments.${slot.id}`));
  const rules = new Set<string>();
  definition.rules.forEach((rule, i) => {
    if (rules.has(rule.id)) report(`rules[${i}].id`, "duplicate", rule.id);
    rules.add(rule.id);
    if (!rule.at.startsWith("attachments.")) known(`rules[${i}].at`, rule.at);
    else if (!slots.has(rule.at)) report(`rules[${i}].at`, "unknown-path", rule.at);
  });
}

function checkExpressions(definition: ProcedureDefinition, profile: Profile | undefined, report: Report): void {
  mapExpressions(definition, (source, { at, scope, table, type, version }) => {
    let tree: ExpressionNode;
    try {
      tree = publishExpression(source, scope, type);
    } catch (error) {
      if (!(error instanceof FiscError)) throw error;
      report(at, "expression", String(error.params["reason"]), Number(error.params["offset"] ?? 0));
      return;
    }
    if (version === undefined) checkTypes(tree, definition.schema, table, (problem, detail) => report(at, problem, detail));
    if (at.endsWith(".visible") && rootsOf(tree).size === 0 && !condition(tree, {}, {}, true)) report(at, "never-shown", source);
    for (const read of version === undefined ? readsIn(table, tree) : []) {
      const pattern = read.replace(/^data\.?/, "");
      if (read.startsWith("data") && !hasPath(definition.schema, pattern)) report(at, "unknown-path", pattern);
    }
    if (profile) for (const list of knownCodeLists(tree)) checkList(at, list, profile, report);
    if (profile) for (const id of identifiersUsed(tree)) if (!hasScheme(profile, id)) report(at, "unknown-identifier", id);
  });
  if (profile) checkCodeLists(definition, profile, report);
}

function checkCodeLists(definition: ProcedureDefinition, profile: Profile, report: Report): void {
  for (const [p, page] of definition.layout.entries()) {
    for (const field of page.sections
      .flatMap((section) => section.fields)
      .flatMap((field) => (field.type === "lines" ? field.columns : [field]))) {
      if (field.codeList && !Object.hasOwn(profile.codeLists, field.codeList)) report(`layout[${p}]`, "unknown-code-list", field.codeList);
      if (field.identifier && !hasScheme(profile, field.identifier)) report(`layout[${p}]`, "unknown-identifier", field.identifier);
    }
  }
}

/** A rule may only refuse by lists that are complete. */
function checkList(at: string, list: string, profile: Profile, report: Report): void {
  const known = Object.hasOwn(profile.codeLists, list) ? profile.codeLists[list] : undefined;
  if (!known) report(at, "unknown-code-list", list);
  else if (!known.complete) report(at, "incomplete-code-list", list);
}

function knownCodeLists(node: ExpressionNode): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (value[0] === "call" && value[1] === "knownCode" && Array.isArray(value[2])) {
      const [first] = value[2] as unknown[][];
      found.push(first?.[0] === "value" ? String(first[1]) : "");
    }
    value.forEach(walk);
  };
  walk(node);
  return found;
}

function checkLabels(definition: ProcedureDefinition, profile: Profile, report: Report): void {
  for (const locale of profile.locales) {
    const labels = profile.labels[locale] ?? {};
    for (const key of labelKeysOf(definition).required) if (!labels[key]) report(`labels.${locale}`, "missing-label", key);
    for (const role of profile.roles) if (!labels[`role.${role.id}`]) report(`labels.${locale}`, "missing-label", `role.${role.id}`);
  }
}
