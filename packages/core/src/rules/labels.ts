import type { ProcedureDefinition } from "../model/procedure.ts";
import { grammaticalCases } from "./field-names.ts";

/** The label keys that a procedure needs: `required` in every locale; `exact` all that belong to it. */
export function labelKeysOf(definition: ProcedureDefinition): {
  readonly required: ReadonlySet<string>;
  readonly exact: ReadonlySet<string>;
  /** True for keys of a kind that procedures own, so that those of other procedures do not travel along. */
  isForeign(key: string): boolean;
} {
  const required = new Set<string>([`procedure.${definition.id}`]);
  const optional = new Set<string>();
  const field = (pattern: string, options: readonly string[] | undefined): void => {
    required.add(`field.${pattern}`);
    for (const detail of ["hint", "short", "placeholder", ...grammaticalCases]) optional.add(`field.${pattern}.${detail}`);
    for (const option of options ?? []) required.add(`option.${pattern}.${option}`);
  };
  for (const page of definition.layout) {
    required.add(`page.${page.id}`);
    for (const section of page.sections) {
      required.add(`section.${section.id}`);
      optional.add(`section.${section.id}.hint`);
      for (const one of section.fields) {
        field(one.path, one.type === "lines" ? undefined : one.type === "checkbox" ? ["true"] : one.options);
        if (one.type === "lines") for (const column of one.columns) field(`${one.path}[].${column.path}`, column.options);
      }
    }
  }
  for (const rule of definition.rules) required.add(`rule.${rule.message}`);
  for (const slot of definition.attachments) {
    required.add(`attachment.${slot.id}`);
    for (const detail of ["hint", ...grammaticalCases]) optional.add(`attachment.${slot.id}.${detail}`);
  }
  for (const state of Object.keys(definition.workflow.states)) required.add(`state.${state}`);
  for (const transition of definition.workflow.transitions) {
    required.add(`action.${transition.action}`);
    for (const [name, values] of Object.entries(transition.needs?.choices ?? {})) {
      required.add(`input.${name}`);
      for (const value of values) required.add(`input.${name}.${value}`);
    }
  }
  for (const key of Object.keys(definition.deadlines)) optional.add(`deadline.${key}`);
  const kinds = new Set(["procedure", "page", "section", "field", "option", "rule", "attachment", "state", "action", "input", "deadline"]);
  return {
    required,
    exact: new Set([...required, ...optional]),
    isForeign: (key) => kinds.has(key.slice(0, key.indexOf("."))) || key.startsWith("calendar."),
  };
}
