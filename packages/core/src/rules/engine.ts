import { FiscError } from "../model/errors.ts";
import type { Violation } from "../model/errors.ts";
import type { RuleContext } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { LineTableField, PublishedProcedure } from "../model/procedure.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Sight } from "./cached.ts";
import type { RuleFunction } from "./evaluate.ts";
import { FormState } from "./form-state.ts";
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
  /** Never true for what is not visible. */
  required(path: string): boolean;
  /** Kept by a computation now, so not to be typed in. */
  computed(path: string): boolean;
  violations(): readonly Violation[];
  violationsAt(path: string): readonly Violation[];
  setContext(context: RuleContext): void;
  /** Returns the end of the subscription. */
  subscribe(listener: FormListener): () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
}

const maxHistory = 200;

export function createFormEngine({ procedure, context, data, functions }: FormEngineOptions): FormEngine {
  const fresh = (): FormState => new FormState(procedure, "browser", functions ? { functions } : {});
  const state = fresh();
  const listeners = new Set<FormListener>();
  let sight: Sight = { context, data: state.settle(data ?? procedure.initial, context) };
  let past: JsonObject[] = [];
  let future: JsonObject[] = [];
  let lastSet = "";
  let known: { readonly all: readonly Violation[]; readonly at: ReadonlyMap<string, readonly Violation[]> } | undefined;

  const become = (next: JsonObject, nextContext: RuleContext): void => {
    const before = sight;
    state.forget(changedPatterns(before.data, next, "data"));
    if (nextContext !== before.context)
      state.forget(changedPatterns(before.context as unknown as Json, nextContext as unknown as Json, "context"));
    sight = { data: state.settle(next, nextContext), context: nextContext };
    known = undefined;
    const changed = new Set([...changedPatterns(before.data, sight.data, "data")].map(asPattern));
    for (const listener of listeners) listener(changed);
  };
  const edit = (next: JsonObject, path = ""): void => {
    if (next === sight.data) return;
    if (path === "" || path !== lastSet) past = [...past.slice(1 - maxHistory), sight.data];
    lastSet = path;
    future = [];
    become(next, sight.context);
  };
  const table = (path: string): LineTableField<ExpressionNode> => {
    const field = state.plan.placements.get(path)?.[0]?.field;
    if (field?.type !== "lines") throw new FiscError("path.no-table", { path });
    return field;
  };
  const withRows = (path: string, change: (rows: readonly Json[]) => readonly Json[]): void => {
    const { maxRows } = table(path);
    const rows = change(rowsAt(sight.data, path));
    if (rows.length > maxRows) throw new FiscError("rows.max", { path, maxRows });
    edit(withValueAt(sight.data, path, composed(rows)));
  };
  const rowAt = (path: string, index: number): Json => {
    const row = rowsAt(sight.data, path)[index];
    if (row === undefined) throw new FiscError("path.no-row", { path: `${path}[${index}]` });
    return row;
  };
  const collected = (): NonNullable<typeof known> => {
    if (known) return known;
    const all = formViolations(state, sight);
    return (known = { all, at: Map.groupBy(all, (one) => one.at) });
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
    set: (path, value) => edit(withValueAt(sight.data, path, value === undefined ? undefined : composed(value)), path),
    replace: (next) => edit(composed(next) as JsonObject),
    insertRow: (path, index, row = {}) => withRows(path, (rows) => rows.toSpliced(index ?? rows.length, 0, row)),
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
    replaceRows: (path, rows) => withRows(path, () => rows),
    visible: (path) => state.visible(sight, path),
    required: (path) => state.required(sight, path),
    computed: (path) => state.isComputed(sight, path),
    violations: () => collected().all,
    violationsAt: (path) => collected().at.get(path) ?? [],
    setContext: (next) => become(sight.data, next),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    undo() {
      const before = past.at(-1);
      if (before === undefined) return;
      future = [...future, sight.data];
      past = past.slice(0, -1);
      lastSet = "";
      become(before, sight.context);
    },
    redo() {
      const after = future.at(-1);
      if (after === undefined) return;
      past = [...past, sight.data];
      future = future.slice(0, -1);
      lastSet = "";
      become(after, sight.context);
    },
  };
}

/** `data.dong.[].soTien` → `dong[].soTien`. */
function asPattern(read: string): string {
  return read.replace(/^data\.?/, "").replaceAll(".[]", "[]");
}

/** Text is kept in Unicode NFC, so that what is typed, compared and signed are the same bytes. */
function composed<T extends Json>(value: T): T;
function composed(value: Json): Json {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return keep(value, value.map(composed));
  if (typeof value !== "object" || value === null) return value;
  return keep(value, Object.fromEntries(Object.entries(value).map(([key, item]) => [key, composed(item)])));
}

/** The same object where nothing changed: rows are known by identity. */
function keep(before: Json, after: Json): Json {
  const same = (a: Record<string, Json>, b: Record<string, Json>): boolean => Object.keys(b).every((key) => a[key] === b[key]);
  return same(before as Record<string, Json>, after as Record<string, Json>) ? before : after;
}
