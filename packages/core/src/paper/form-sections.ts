import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import type { LineTableField, Section, ValueField } from "../model/procedure.ts";
import { rowsAt, valueAt } from "../rules/paths.ts";
import { element, type Markup, type MarkupElement } from "./markup.ts";
import type { Paper } from "./paper.ts";
import type { PaperTexts } from "./texts.ts";
import { isNumeric, moneyText, valueText } from "./value-text.ts";

/** Tables of more columns than this are printed across the page. */
const uprightColumns = 7;

/** A section of the form: every field that is shown, also an empty one, for a form is read by its places. */
export function formSection(paper: Paper, section: Section<ExpressionNode>, texts: PaperTexts): readonly MarkupElement[] {
  const fields = section.fields.filter((field) => paper.visible(field.path));
  if (fields.length === 0) return [];
  const parts: Markup[] = [element("h2", {}, label(paper, `section.${section.id}`))];
  let rows: MarkupElement[] = [];
  const close = (): void => {
    if (rows.length > 0) parts.push(element("dl", {}, rows));
    rows = [];
  };
  for (const field of fields) {
    if (field.type !== "lines") rows.push(fieldRow(paper, field));
    else {
      close();
      parts.push(lineTable(paper, field, texts));
    }
  }
  close();
  const isWide = fields.some((field) => field.type === "lines" && shownColumns(paper, field).length > uprightColumns);
  return [element("section", isWide ? { class: "wide" } : {}, parts)];
}

function fieldRow(paper: Paper, field: ValueField<ExpressionNode>): MarkupElement {
  const text = valueText(paper.procedure, field, field.path, valueAt(paper.data, field.path));
  return element(
    "div",
    { class: `row ${field.type}` },
    element("dt", {}, label(paper, `field.${field.path}`)),
    element("dd", language(field), text),
  );
}

function lineTable(paper: Paper, field: LineTableField<ExpressionNode>, texts: PaperTexts): MarkupElement {
  const name = label(paper, `field.${field.path}`);
  const columns = shownColumns(paper, field);
  const head = columns.map((column) =>
    element(
      "th",
      { scope: "col", ...(isNumeric(column) ? { class: "figure" } : {}) },
      label(paper, `field.${field.path}[].${column.path}`),
    ),
  );
  // A wide table scrolls on a narrow screen, in a place of its own that the keyboard reaches.
  return element(
    "div",
    { class: "lines", role: "region", tabindex: "0", "aria-label": name },
    element(
      "table",
      {},
      element("caption", {}, name),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, texts.line), head)),
      element(
        "tbody",
        {},
        rowsAt(paper.data, field.path).map((row, index) => lineRow(paper, field, columns, row, index)),
      ),
      totals(paper, field, columns, texts),
    ),
  );
}

function lineRow(
  paper: Paper,
  field: LineTableField<ExpressionNode>,
  columns: readonly ValueField<ExpressionNode>[],
  row: Json,
  index: number,
): MarkupElement {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, String(index + 1)),
    columns.map((column) =>
      element(
        "td",
        { ...language(column), ...(isNumeric(column) ? { class: "figure" } : {}) },
        valueText(paper.procedure, column, `${field.path}[].${column.path}`, valueAt(row, column.path)),
      ),
    ),
  );
}

/** In a body of its own, for a foot would be printed on every page. */
function totals(
  paper: Paper,
  field: LineTableField<ExpressionNode>,
  columns: readonly ValueField<ExpressionNode>[],
  texts: PaperTexts,
): readonly MarkupElement[] {
  const first = columns.findIndex((column) => field.totals?.[column.path] !== undefined);
  if (first < 0) return [];
  const cells = columns.slice(first).map((column) => {
    const path = field.totals?.[column.path];
    const total = path === undefined ? undefined : valueAt(paper.data, path);
    const text = typeof total === "number" ? (column.type === "money" ? moneyText(paper.procedure, total, true) : String(total)) : "";
    return element("td", { class: "figure" }, text);
  });
  return [
    element(
      "tbody",
      { class: "totals" },
      element("tr", {}, element("th", { scope: "row", colspan: String(first + 1) }, texts.total), cells),
    ),
  ];
}

function shownColumns(paper: Paper, field: LineTableField<ExpressionNode>): readonly ValueField<ExpressionNode>[] {
  return field.columns.filter((column) => paper.visible(`${field.path}[].${column.path}`));
}

/** Where the form is in one language whatever the page speaks. */
function language(field: ValueField<ExpressionNode>): { readonly lang?: string } {
  return field.language === undefined ? {} : { lang: field.language };
}

function label({ procedure }: Paper, key: string): string {
  return procedure.labels[key] ?? key;
}
