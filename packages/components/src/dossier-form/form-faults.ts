import { isBlank, nameForms, patternOf, rowOf, timingAt, valueAt, type FormEngine } from "@fisc/core/rules";
import type { Field, Json, PublishedProcedure, ValueField, Violation, ExpressionNode } from "@fisc/core";
import { fill, type Localize } from "../foundation/localize.ts";

/** All value fields of a procedure by their pattern: `don.ten`, `dong[].soTien`. */
export function fieldsOf(procedure: PublishedProcedure): ReadonlyMap<string, ValueField<ExpressionNode>> {
  const found = new Map<string, ValueField<ExpressionNode>>();
  const add = (field: Field<ExpressionNode>): void => {
    if (field.type !== "lines") found.set(field.path, field);
    else for (const column of field.columns) found.set(`${field.path}[].${column.path}`, column);
  };
  for (const page of procedure.layout) for (const section of page.sections) section.fields.forEach(add);
  return found;
}

/** What a field, cell or attachment slot is called. */
export function labelAt(procedure: PublishedProcedure, at: string): string {
  const [key, otherwise] = labelKeyAt(at);
  return procedure.labels[key] ?? otherwise;
}

function labelKeyAt(at: string): readonly [key: string, otherwise: string] {
  if (!at.startsWith("attachments.")) return [`field.${patternOf(at)}`, at];
  const slot = at.slice("attachments.".length).replace(/\[.*$/, "");
  return [`attachment.${slot}`, slot];
}

/** The violation in the person's language, with what to do. */
export function violationText(violation: Violation, procedure: PublishedProcedure, localize: Localize): string {
  const params = { ...nameForms(procedure.labels, labelKeyAt(violation.at)[0], labelAt(procedure, violation.at)), ...violation.params };
  const own = procedure.labels[violation.message];
  if (own !== undefined) return fill(own, params, localize.locale);
  const choice = violation.message === "required" && fieldsOf(procedure).get(patternOf(violation.at))?.type === "choice";
  for (const key of [
    choice ? "violation.required-choice" : `violation.${violation.message}`,
    `violation.${violation.rule}`,
    "violation.schema",
  ]) {
    if (localize.has(key)) return localize.text(key, params);
  }
  return violation.message;
}

/** `dong[1].soTien` is named with its line, because many cells share a label. */
export function placeText(at: string, localize: Localize): string {
  const row = rowOf(at);
  return row && !at.startsWith("attachments.") ? localize.text("table.row", { n: row.index + 1 }) : "";
}

/**
 * Which faults a person sees when: those of a field as its definition says (when it is left, unless it says otherwise); all of them
 * after a submit; live from then on. What the gateway found stays until the field it found it in changes.
 */
export class ShownFaults {
  readonly #touched = new Set<string>();
  readonly #edited = new Set<string>();
  readonly #asked = new Set<string>();
  #all = false;
  #gateway: readonly { readonly violation: Violation; readonly value: Json | undefined }[] = [];

  /** The field was typed in. */
  edit(path: string): void {
    this.#edited.add(path);
  }
  /** The field was left. */
  touch(path: string): void {
    this.#touched.add(path);
  }
  /** Rows moved: their cells have other paths now. */
  forgetTable(table: string): void {
    for (const paths of [this.#touched, this.#edited]) for (const path of paths) if (path.startsWith(`${table}[`)) paths.delete(path);
    this.#gateway = this.#gateway.filter(({ violation }) => !violation.at.startsWith(`${table}[`));
  }
  showAll(): void {
    this.#all = true;
  }
  /** All faults of these are shown from now on: fields, whole tables, places for files (`attachments.<slot>`). */
  ask(roots: Iterable<string>): void {
    for (const root of roots) this.#asked.add(root);
  }
  asks(root: string): boolean {
    return this.#all || this.#asked.has(root);
  }
  reset(): void {
    this.#asked.clear();
    this.#touched.clear();
    this.#edited.clear();
    this.#all = false;
    this.#gateway = [];
  }
  fromGateway(violations: readonly Violation[], engine: FormEngine): void {
    this.#gateway = violations.map((violation) => ({ violation, value: valueOf(engine, violation.at) }));
    this.#all = true;
  }

  get showsAll(): boolean {
    return this.#all;
  }

  shown(engine: FormEngine): readonly Violation[] {
    const own = engine.violations().filter(({ at }) => this.asks(rootOf(at)) || this.#isTold(engine.procedure, at));
    const known = new Set(own.map(({ at, rule }) => `${at} ${rule}`));
    const told = this.#gateway
      .filter(({ violation, value }) => valueOf(engine, violation.at) === value && !known.has(`${violation.at} ${violation.rule}`))
      .map(({ violation }) => violation);
    return [...own, ...told];
  }

  #isTold(procedure: PublishedProcedure, at: string): boolean {
    if (!this.#touched.has(at) && !this.#edited.has(at)) return false;
    const timing = timingAt(procedure, at);
    return timing === "live" || (timing === "blur" && this.#touched.has(at));
  }
}

/** The field, table or place for files that a path leads into: `lines[2].amount` → `lines`. */
export function rootOf(at: string): string {
  return at.replace(/\[.*$/, "");
}

function valueOf(engine: FormEngine, at: string): Json | undefined {
  if (at.startsWith("attachments.")) return Object.values(engine.context.attachments).join();
  try {
    return valueAt(engine.data, at);
  } catch {
    // A path that the form does not have: the fault stays in the summary.
    return undefined;
  }
}

/** What an emptied field holds: what a new form has there where that is blank, else nothing. */
export function blankAt(procedure: PublishedProcedure, path: string): Json | undefined {
  const initial = path.includes("[") ? undefined : valueAt(procedure.initial, path);
  return isBlank(initial) ? initial : undefined;
}
