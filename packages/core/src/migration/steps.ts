import type { ExpressionNode } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { MigrationEntry, MigrationStep } from "../model/migration.ts";
import { evaluate } from "../rules/evaluate.ts";
import { columnOf, isBlank, isObject, rowsAt, sameJson, valueAt, withValueAt } from "../rules/paths.ts";
import { evaluationError } from "../rules/values.ts";

export type Report = (entry: Omit<MigrationEntry, "version">) => void;

/** What a step works on: the whole data, or one row with the names of its columns. */
interface Part {
  readonly content: JsonObject;
  /** Concrete path of a place in it. */
  at(path: string): string;
  readonly names: object;
}

/** The data after one step. */
export function migrated(data: JsonObject, step: MigrationStep<ExpressionNode>, report: Report): JsonObject {
  const [first = ""] = pathsOf(step);
  const table = columnOf(first)?.table;
  if (table === undefined) return inPart({ content: data, at: (path) => path, names: { data } }, step, report);
  const rows = rowsAt(data, table);
  if (rows.length === 0) return data;
  const columns = inRows(step);
  const after = rows.map((row, index) =>
    isObject(row)
      ? inPart({ content: row, at: (path) => `${table}[${index}].${path}`, names: { data, row, index } }, columns, report)
      : row,
  );
  return withValueAt(data, table, after);
}

/** Every path that a step names. */
export function pathsOf(step: MigrationStep<unknown>): readonly string[] {
  return [...("from" in step ? [step.from].flat() : []), ...("to" in step ? [step.to] : [])];
}

/** The step with its columns as paths of a row. */
function inRows(step: MigrationStep<ExpressionNode>): MigrationStep<ExpressionNode> {
  const column = (path: string): string => columnOf(path)?.column ?? path;
  switch (step.do) {
    case "move":
      return { ...step, from: column(step.from), to: column(step.to) };
    case "default":
      return { ...step, to: column(step.to) };
    case "derive":
      return { ...step, from: step.from.map(column), to: column(step.to) };
    default:
      return { ...step, from: column(step.from) };
  }
}

function inPart(part: Part, step: MigrationStep<ExpressionNode>, report: Report): JsonObject {
  const { content } = part;
  switch (step.do) {
    case "move": {
      const value = valueAt(content, step.from);
      if (value === undefined || step.from === step.to) return content;
      report({ what: "moved", from: part.at(step.from), to: part.at(step.to) });
      return put(part, withValueAt(content, step.from, undefined), step.to, value, report);
    }
    case "default":
      if (!isBlank(valueAt(content, step.to))) return content;
      report({ what: "filled", to: part.at(step.to) });
      return put(part, content, step.to, step.value, report);
    case "drop":
      return dropped(part, content, step.from, report);
    case "derive":
      return derived(part, step, report);
    case "codes": {
      const value = valueAt(content, step.from);
      if (isBlank(value)) return content;
      const code = typeof value === "string" && Object.hasOwn(step.codes, value) ? step.codes[value] : undefined;
      report({ what: code === undefined ? "unmapped" : "mapped", from: part.at(step.from), value: value ?? null });
      return code === undefined ? content : withValueAt(content, step.from, code);
    }
  }
}

function derived(part: Part, step: Extract<MigrationStep<ExpressionNode>, { do: "derive" }>, report: Report): JsonObject {
  const sources = step.from.filter((path) => !isBlank(valueAt(part.content, path)));
  if (sources.length === 0) return step.from.reduce((content, path) => withValueAt(content, path, undefined), part.content);
  let value: Json;
  try {
    value = evaluate(step.value, part.names);
  } catch (caught) {
    evaluationError(caught);
    report({ what: "failed", to: part.at(step.to) });
    return sources.reduce((content, path) => dropped(part, content, path, report), part.content);
  }
  let content = part.content;
  for (const path of step.from) {
    const source = valueAt(content, path);
    if (!isBlank(source)) report({ what: "derived", from: part.at(path), to: part.at(step.to), value: source ?? null });
    content = withValueAt(content, path, undefined);
  }
  return put(part, content, step.to, value, report);
}

function dropped(part: Part, content: JsonObject, path: string, report: Report): JsonObject {
  const value = valueAt(content, path);
  if (value === undefined) return content;
  if (!isBlank(value)) report({ what: "dropped", from: part.at(path), value });
  return withValueAt(content, path, undefined);
}

/** What stood at the place before, or in its way, and is another value, goes into the report. */
function put(part: Part, content: JsonObject, path: string, value: Json, report: Report): JsonObject {
  for (let end = path.indexOf("."); end > 0; end = path.indexOf(".", end + 1)) {
    const way = path.slice(0, end);
    const before = valueAt(content, way);
    if (before !== undefined && !isObject(before) && !isBlank(before)) report({ what: "dropped", from: part.at(way), value: before });
  }
  const before = valueAt(content, path);
  if (before !== undefined && !isBlank(before) && !sameJson(before, value)) report({ what: "dropped", from: part.at(path), value: before });
  return withValueAt(content, path, value);
}
