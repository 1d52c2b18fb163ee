import type { ExpressionNode, Field, LineTableField, ValueField } from "@fisc/core";
import { isBlank, rowsAt, valueAt } from "@fisc/core/rules";
import { isNumeric, moneyText, valueText } from "../../dossier-view/value-text.ts";
import type { FormPageEntry } from "../../form-page/page-state.ts";
import type { ReviewLines, ReviewPart, ReviewValue } from "../../review-page/review-part.ts";
import { placeText, rootOf, violationText } from "../form-faults.ts";
import type { FieldView } from "../field-view.ts";
import type { FormStop } from "./form-stops.ts";

/** A dossier is read here, not searched: lines beyond these are read in their table. */
const linesShown = 50;
const placesShown = 5;

interface Told {
  readonly faults: readonly string[];
  readonly doubts: readonly string[];
}
type Unreadable = readonly { readonly at: string; readonly text: string }[];

/** What the pages hold, and what rules say of it. Everything is judged here, shown at its field before or not. */
export function reviewParts(
  view: FieldView,
  pages: readonly { readonly stop: FormStop; readonly entry: FormPageEntry }[],
  unreadable: Unreadable,
): readonly ReviewPart[] {
  const told = toldOf(view, unreadable);
  return pages.map(({ stop, entry }) => ({
    ...entry,
    items: stop.section ? stop.section.fields.flatMap((field) => itemOf(field, view, told)) : filesOf(stop, view, told),
  }));
}

function itemOf(field: Field<ExpressionNode>, view: FieldView, told: ReadonlyMap<string, Told>): readonly (ReviewValue | ReviewLines)[] {
  if (!view.session.engine.visible(field.path)) return [];
  return [field.type === "lines" ? linesOf(field, view, told) : valueOf(field, view, told)];
}

function valueOf(field: ValueField<ExpressionNode>, { session }: FieldView, told: ReadonlyMap<string, Told>): ReviewValue {
  const { engine, procedure } = session;
  const text = valueText(procedure, field, field.path, engine.get(field.path));
  return {
    at: field.path,
    label: procedure.labels[`field.${field.path}`] ?? field.path,
    texts: text === "" ? [] : [text],
    language: field.language,
    isFixed: Boolean(field.readOnly) || engine.computed(field.path),
    ...toldAt(told, field.path),
  };
}

function linesOf(field: LineTableField<ExpressionNode>, { session }: FieldView, told: ReadonlyMap<string, Told>): ReviewLines {
  const { engine, procedure } = session;
  const table = field.path;
  const filled = rowsAt(engine.data, table)
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => field.columns.some(({ path }) => !isBlank(valueAt(row, path))));
  const shown = filled.slice(0, linesShown);
  const columns = field.columns.filter(({ path }) => shown.some(({ row }) => !isBlank(valueAt(row, path))));
  const totals = columns.map((column) => {
    const at = field.totals?.[column.path];
    const total = at === undefined ? undefined : engine.get(at);
    return typeof total === "number" ? (column.type === "money" ? moneyText(procedure, total, true) : String(total)) : "";
  });
  return {
    at: table,
    label: procedure.labels[`field.${table}`] ?? table,
    columns: columns.map((column) => ({
      label: procedure.labels[`field.${table}[].${column.path}`] ?? column.path,
      isNumeric: isNumeric(column),
    })),
    lines: shown.map(({ row, number }) => ({
      number,
      cells: columns.map((column) => valueText(procedure, column, `${table}[].${column.path}`, valueAt(row, column.path))),
    })),
    more: filled.length - shown.length,
    totals: totals.some(Boolean) ? totals : [],
    ...toldAt(told, table),
  };
}

function filesOf({ roots }: FormStop, { session }: FieldView, told: ReadonlyMap<string, Told>): readonly ReviewValue[] {
  const { engine, files, procedure } = session;
  return [...roots]
    .filter((at) => engine.visible(at))
    .map((at) => ({
      at,
      label: procedure.labels[at.replace("attachments.", "attachment.")] ?? at,
      texts: files.filter(({ slot }) => `attachments.${slot}` === at).map(({ name }) => name),
      isFixed: false,
      ...toldAt(told, at),
    }));
}

function toldAt(told: ReadonlyMap<string, Told>, root: string): Told {
  return told.get(root) ?? { faults: [], doubts: [] };
}

/** By field, table or place for files; in a table line by line. Of many lines the first are told: the others wait in the table. */
function toldOf({ session, localize }: FieldView, unreadable: Unreadable): ReadonlyMap<string, Told> {
  const bad = new Set(unreadable.map(({ at }) => at));
  const all = [
    ...unreadable.map(({ at, text }) => ({ at, isError: true, text: () => text })),
    ...session.engine
      .violations()
      .filter(({ at }) => !bad.has(at))
      .map((one) => ({ at: one.at, isError: one.severity === "error", text: () => violationText(one, session.procedure, localize) })),
  ];
  const texts = (of: typeof all): readonly string[] => {
    const places = [...Map.groupBy(of, ({ at }) => placeText(at, localize))];
    const told = places
      .slice(0, placesShown)
      .map(([place, here]) => [place, here.map(({ text }) => text()).join(" ")].filter(Boolean).join(": "));
    const more = places.length - told.length;
    return more > 0 ? [...told, localize.text("pages.more-faults", { n: more })] : told;
  };
  return new Map(
    [...Map.groupBy(all, ({ at }) => rootOf(at))].map(([root, of]) => [
      root,
      { faults: texts(of.filter(({ isError }) => isError)), doubts: texts(of.filter(({ isError }) => !isError)) },
    ]),
  );
}
