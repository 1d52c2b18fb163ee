import type { Attachment, ExpressionNode, Json, LineTableField, PublishedProcedure, ValueField } from "@fisc/core";
import type { DossierVersion } from "@fisc/core/api";
import { rowsAt, valueAt } from "@fisc/core/rules";
import { valueText } from "../dossier-view/value-text.ts";
import { formatBytes, label } from "../foundation/format.ts";
import { rowPairs } from "./row-pairs.ts";

/** One place that two versions do not agree on. Texts are as a person reads them; empty where there is nothing. */
export interface Difference {
  /** `form`, or the id of the attachment: the earlier one's, where there was one. */
  readonly document: string;
  /** Place in the earlier version (`dong[1].soTien`), in the later where it is new there; empty for attachments. */
  readonly path: string;
  readonly name: string;
  /** Number of the line from 1, now or, where it is gone, before. */
  readonly line?: number;
  readonly before: string;
  readonly after: string;
}

type Cell = ValueField<ExpressionNode>;

/** Everything in which the later version is not the earlier one: form in reading order, then what no layout places, then attachments. */
export function differences(procedure: PublishedProcedure, before: DossierVersion, after: DossierVersion): readonly Difference[] {
  const fields = procedure.layout.flatMap(({ sections }) => sections).flatMap((section) => section.fields);
  const placed = fields.flatMap((field) =>
    field.type === "lines"
      ? lineDifferences(procedure, field, before.data, after.data)
      : valueDifferences(procedure, field, before.data, after.data),
  );
  const known = new Set(fields.map(({ path }) => path));
  const hidden = leafDifferences(procedure, leaves(before.data, "", known), leaves(after.data, "", known));
  return [...placed, ...hidden, ...attachmentDifferences(procedure, before.attachments, after.attachments)];
}

function valueDifferences(procedure: PublishedProcedure, field: Cell, old: Json, now: Json): readonly Difference[] {
  const [a, b] = [valueAt(old, field.path), valueAt(now, field.path)];
  if (same(a, b)) return [];
  return [
    {
      document: "form",
      path: field.path,
      name: fieldName(procedure, field.path),
      before: valueText(procedure, field, field.path, a),
      after: valueText(procedure, field, field.path, b),
    },
  ];
}

function lineDifferences(
  procedure: PublishedProcedure,
  field: LineTableField<ExpressionNode>,
  old: Json,
  now: Json,
): readonly Difference[] {
  const [oldRows, newRows] = [rowsAt(old, field.path), rowsAt(now, field.path)];
  const table = fieldName(procedure, field.path);
  const columnPath = (column: Cell): string => `${field.path}[].${column.path}`;
  const whole = (row: Json | undefined): string =>
    field.columns
      .map((column) => valueText(procedure, column, columnPath(column), valueAt(row ?? {}, column.path)))
      .filter((text) => text !== "")
      .join(" · ");
  return rowPairs(oldRows, newRows).flatMap((pair): readonly Difference[] => {
    if (pair.before === undefined || pair.after === undefined) {
      const index = pair.before ?? pair.after ?? 0;
      const path = `${field.path}[${index}]`;
      return [
        {
          document: "form",
          path,
          name: table,
          line: index + 1,
          before: pair.before === undefined ? "" : whole(oldRows[index]),
          after: pair.after === undefined ? "" : whole(newRows[index]),
        },
      ];
    }
    const [a, b] = [oldRows[pair.before] ?? {}, newRows[pair.after] ?? {}];
    const path = `${field.path}[${pair.before}]`;
    const line = pair.after + 1;
    const cells = field.columns.flatMap((column) => {
      const [left, right] = [valueAt(a, column.path), valueAt(b, column.path)];
      if (same(left, right)) return [];
      const text = (value: Json | undefined): string => valueText(procedure, column, columnPath(column), value);
      const name = `${table}: ${fieldName(procedure, columnPath(column))}`;
      return [{ document: "form", path: `${path}.${column.path}`, name, line, before: text(left), after: text(right) }];
    });
    const columns = new Set(field.columns.map((column) => column.path));
    const rest = leafDifferences(procedure, leaves(a, "", columns), leaves(b, "", columns));
    return [...cells, ...rest.map((one) => ({ ...one, path: `${path}.${one.path}`, name: `${table}: ${one.name}`, line }))];
  });
}

/** Values below `data` by path, but for those that `known` names, which are compared by their fields. */
function leaves(data: Json, path: string, known: ReadonlySet<string>, found = new Map<string, Json>()): ReadonlyMap<string, Json> {
  if (known.has(path)) return found;
  if (Array.isArray(data)) data.forEach((one, index) => leaves(one, `${path}[${index}]`, known, found));
  else if (data !== null && typeof data === "object")
    for (const [name, value] of Object.entries(data)) leaves(value, path === "" ? name : `${path}.${name}`, known, found);
  else found.set(path, data);
  return found;
}

function leafDifferences(
  procedure: PublishedProcedure,
  old: ReadonlyMap<string, Json>,
  now: ReadonlyMap<string, Json>,
): readonly Difference[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [a, b] = [old.get(path), now.get(path)];
    if (same(a, b)) return [];
    const text = (value: Json | undefined): string => (value === undefined || value === null ? "" : String(value));
    return [{ document: "form", path, name: fieldName(procedure, path.replace(/\[\d+\]/g, "[]")), before: text(a), after: text(b) }];
  });
}

/** A file that went and one that came in the same place are one that was replaced. */
function attachmentDifferences(
  procedure: PublishedProcedure,
  old: readonly Attachment[],
  now: readonly Attachment[],
): readonly Difference[] {
  const gone = old.filter(({ id }) => !now.some((one) => one.id === id));
  const come = now.filter(({ id }) => !old.some((one) => one.id === id));
  const text = (file: Attachment | undefined): string => (file ? `${file.name} (${formatBytes(file.size, procedure.locale)})` : "");
  const slots = new Set([...gone, ...come].map(({ slot }) => slot));
  return [...slots].flatMap((slot) => {
    const [from, to] = [gone.filter((file) => file.slot === slot), come.filter((file) => file.slot === slot)];
    return Array.from({ length: Math.max(from.length, to.length) }, (_, index) => ({
      document: from[index]?.id ?? to[index]?.id ?? "",
      path: "",
      name: label(procedure.labels, `attachment.${slot}`, procedure.locale),
      before: text(from[index]),
      after: text(to[index]),
    }));
  });
}

function fieldName(procedure: PublishedProcedure, path: string): string {
  return procedure.labels[`field.${path}`] ?? path;
}

/** Nothing, `null` and an empty text are the same to a reader. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  const plain = (value: Json | undefined): Json => (value === undefined || value === "" ? null : value);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
