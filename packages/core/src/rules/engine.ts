import { FiscError } from "../model/errors.ts";
import type { Violation } from "../model/errors.ts";
import type { RuleContext } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { LineTableField, PublishedProcedure } from "../model/procedure.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Sight } from "./cached.ts";
import type { RuleFunction } from "./evaluate.ts";
import type { Work } from "./evaluate.ts";
import { FormState } from "./form-state.ts";
import { History } from "./history.ts";
import type { KeepTables } from "./memory.ts";
import { patched, type FormPatch } from "./patches.ts";
import { rowsAt, valueAt, withValueAt } from "./paths.ts";
import { changedPatterns } from "./reads.ts";
import { withoutHidden } from "./submission.ts";
import { formViolations } from "./violations.ts";

export interface FormEngineOptions {
  readonly procedure: PublishedProcedure;
  readonly context: RuleContext;
  /** Data to start with; the procedure's `initial` where there is none. */
  readonly data?: JsonObject;
  readonly functions?: Readonly<Record<string, RuleFunction>>;
  /** One budget for everything the form will ever evaluate, instead of one for each expression. */
  readonly work?: Work;
  /** For tables of many rows: `keepLargeTables` of `@fisc/core/rules/large-tables`. What the form gives is the same without it, but later. */
  readonly keepTables?: KeepTables;
}

/** Gets the patterns of what changed: `don.ten`, `dong[].soTien`; `dong` where rows came or went. */
export type FormListener = (changed: ReadonlySet<string>) => void;

/** A form being filled in: immutable data, computed values kept up to date, rules answered from what they last gave. */
export interface FormEngine {
  readonly procedure: PublishedProcedure;
  readonly context: RuleContext;
  /** Everything typed, also in fields that are hidden just now: for drafts. */
  readonly data: JsonObject;
  /** What is sent and signed: hidden fields are back at their initial values. */
  submission(): JsonObject;
  get(path: string): Json | undefined;
  /** `undefined` empties the field. @throws FiscError `path.invalid`, `path.no-row` */
  set(path: string, value: Json | undefined): void;
  /**
   * Several changes as one: computed values follow once, listeners hear once, `undo` takes all of it back.
   * Gives the patches that would. @throws FiscError `path.invalid`, `path.no-row`, `path.no-table`, `rows.max`; nothing has changed then
   */
  apply(patches: readonly FormPatch[]): readonly FormPatch[];
  /** Takes over other data as a whole (a merged draft, the gateway's version). One step for `undo`. */
  replace(data: JsonObject): void;
  /** @throws FiscError `rows.max`, `path.no-table` */
  insertRow(table: string, index?: number, row?: JsonObject): void;
  /** @throws FiscError `rows.min`, `path.no-row` */
  removeRow(table: string, index: number): void;
  moveRow(table: string, from: number, to: number): void;
  /** @throws FiscError `rows.max`, `path.no-table` */
  replaceRows(table: string, rows: readonly JsonObject[]): void;
  /** `path` of a field or cell, `attachments.<slot>`, id of a section or page. */
  visible(path: string): boolean;
  /** A column (`lines[].code`) that at least one row shows: asked at once for all rows. */
  visibleInAnyRow(pattern: string): boolean;
  /** Never true for what is not visible. */
  required(path: string): boolean;
  /** Kept by a computation now, so not to be typed in. */
  computed(path: string): boolean;
  violations(): readonly Violation[];
  violationsAt(path: string): readonly Violation[];
  setContext(context: RuleContext): void;
  /** From now on for tables of many rows; before they come. */
  keepTables(keep: KeepTables): void;
  /** Returns the end of the subscription. */
  subscribe(listener: FormListener): () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
}

export function createFormEngine({ procedure, context, data, functions, work, keepTables }: FormEngineOptions): FormEngine {
  const options = { ...(functions ? { functions } : {}), ...(work ? { work } : {}) };
  let keeper = keepTables;
  const fresh = (): FormState => new FormState(procedure, "browser", { ...options, keepTables: keeper });
  let state = fresh();
  const listeners = new Set<FormListener>();
  let sight: Sight = { context, data: state.settle(data ?? procedure.initial, context) };
  const history = new History();
  const tables = [...state.plan.placements].flatMap(([path, [place]]) => (place?.field.type === "lines" ? [path] : []));
  let all: readonly Violation[] | undefined;
  let byPath: ReadonlyMap<string, readonly Violation[]> | undefined;

  const become = (next: JsonObject, nextContext: RuleContext): void => {
    const before = sight;
    state.forget(changedPatterns(before.data, next, "data"));
    if (nextContext !== before.context)
      state.forget(changedPatterns(before.context as unknown as Json, nextContext as unknown as Json, "context"));
    sight = { data: state.settle(next, nextContext), context: nextContext };
    all = byPath = undefined;
    const changed = new Set([...changedPatterns(before.data, sight.data, "data")].map(asPattern));
    for (const listener of listeners) listener(changed);
  };
  const edit = (next: JsonObject, path = ""): void => {
    if (next === sight.data) return;
    const rows = tables.reduce((sum, at) => sum + rowsAt(sight.data, at).length, 0);
    history.note(sight.data, path, rows);
    become(next, sight.context);
  };
  const step = (next: JsonObject | undefined): void => {
    if (next) become(next, sight.context);
  };
  const table = (path: string): LineTableField<ExpressionNode> => {
    const field = state.plan.placements.get(path)?.[0]?.field;
    if (field?.type !== "lines") throw new FiscError("path.no-table", { path });
    return field;
  };
  const withinLimit = (path: string, count: number): void => {
    const { maxRows } = table(path);
    if (count > maxRows) throw new FiscError("rows.max", { path, maxRows });
  };
  const withRows = (path: string, change: (rows: readonly Json[]) => readonly Json[]): void => {
    const rows = change(rowsAt(sight.data, path));
    withinLimit(path, rows.length);
    edit(withValueAt(sight.data, path, rows));
  };
  const rowAt = (path: string, index: number): Json => {
    const row = rowsAt(sight.data, path)[index];
    if (row === undefined) throw new FiscError("path.no-row", { path: `${path}[${index}]` });
    return row;
  };
  const violations = (): readonly Violation[] => (all ??= formViolations(state, sight));
  const apply = (patches: readonly FormPatch[]): readonly FormPatch[] => {
    let next = sight.data;
    const back = patches.map((patch) => {
      const [after, undo] = patched(next, composedPatch(patch));
      if ("table" in patch) withinLimit(patch.table, rowsAt(after, patch.table).length);
      next = after;
      return undo;
    });
    edit(next);
    return back.reverse();
  };

  return {
    procedure,
    get context() {
      return sight.context;
    },
    get data() {
      return sight.data;
    },
    submission: () => withoutHidden(fresh, sight),
    get: (path) => valueAt(sight.data, path),
    set: (path, value) => edit(withValueAt(sight.data, path, value === undefined ? undefined : composed<Json>(value)), path),
    replace: (next) => edit(composed(next)),
    apply,
    insertRow: (path, index, row = {}) => withRows(path, (rows) => rows.toSpliced(index ?? rows.length, 0, composed<Json>(row))),
    removeRow(path, index) {
      rowAt(path, index);
      const { minRows } = table(path);
      if (rowsAt(sight.data, path).length <= minRows) throw new FiscError("rows.min", { path, minRows });
      withRows(path, (rows) => rows.toSpliced(index, 1));
    },
    moveRow(path, from, to) {
      const row = rowAt(path, from);
      rowAt(path, to);
      withRows(path, (rows) => rows.toSpliced(from, 1).toSpliced(to, 0, row));
    },
    replaceRows: (path, rows) => withRows(path, (before) => rows.map((row, i) => (row === before[i] ? row : composed<Json>(row)))),
    visible: (path) => state.visible(sight, path),
    visibleInAnyRow: (pattern) => state.visibleInAnyRow(sight, pattern),
    required: (path) => state.required(sight, path),
    computed: (path) => state.isComputed(sight, path),
    violations,
    violationsAt: (path) => (byPath ??= Map.groupBy(violations(), (one) => one.at)).get(path) ?? [],
    setContext: (next) => become(sight.data, next),
    keepTables(keep) {
      keeper = keep;
      state = fresh();
      sight = { ...sight, data: state.settle(sight.data, sight.context) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    undo: () => step(history.undo(sight.data)),
    redo: () => step(history.redo(sight.data)),
  };
}

/** `data.dong.[].soTien` → `dong[].soTien`. */
function asPattern(read: string): string {
  return read.replace(/^data\.?/, "").replaceAll(".[]", "[]");
}

function composedPatch(patch: FormPatch): FormPatch {
  if ("data" in patch) return { data: composed<JsonObject>(patch.data) };
  if ("table" in patch) return { ...patch, rows: patch.rows.map((row) => composed<Json>(row)) };
  return patch.value === undefined ? patch : { ...patch, value: composed<Json>(patch.value) };
}

/** Text is kept in Unicode NFC, so that what is typed, compared and signed are the same bytes. The same object where it is so already: rows are known by identity. */
function composed<T extends Json>(value: T): T;
function composed(value: Json): Json {
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value !== "object" || value === null) return value;
  const items = value as Record<string, Json>;
  const keys = Object.keys(items);
  const done = keys.map((key) => composed<Json>(items[key] ?? null));
  if (keys.every((key, i) => (items[key] ?? null) === done[i])) return value;
  return Array.isArray(value) ? done : Object.fromEntries(keys.map((key, i) => [key, done[i] ?? null]));
}
