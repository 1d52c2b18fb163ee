import { html, nothing, type TemplateResult } from "lit";
import type { ExpressionNode, Field, Fix, Json, LineTableField, PublishedProcedure, Section, ValueField } from "@fisc/core";
import { isBlank, rowsAt, valueAt } from "@fisc/core/rules";
import { warningIcon } from "../foundation/icons.ts";
import { label } from "../foundation/format.ts";
import { isNumeric, moneyText, valueText } from "./value-text.ts";

type Text = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What the rows of a dossier are drawn from. */
export interface FieldListInput {
  readonly procedure: PublishedProcedure;
  readonly data: Json;
  /** Fixes of the form that name a field. */
  readonly fixes: readonly Fix[];
  readonly text: Text;
}

/** A section with every field that holds something or has a fix; nothing where there is none. */
export function sectionView(input: FieldListInput, section: Section<ExpressionNode>): TemplateResult | typeof nothing {
  const drawn = section.fields.map((field) => fieldView(input, field)).filter((view) => view !== nothing);
  if (drawn.length === 0) return nothing;
  return html`<section part="section" aria-labelledby="section-${section.id}">
    <h3 id="section-${section.id}">${label(input.procedure.labels, `section.${section.id}`, input.procedure.locale)}</h3>
    <div class="fields">${drawn}</div>
  </section>`;
}

function fieldView(input: FieldListInput, field: Field<ExpressionNode>): TemplateResult | typeof nothing {
  return field.type === "lines" ? linesView(input, field) : rowView(input, field);
}

function rowView(input: FieldListInput, field: ValueField<ExpressionNode>): TemplateResult | typeof nothing {
  const value = valueAt(input.data, field.path);
  const fixes = input.fixes.filter((fix) => fix.at === field.path);
  if (isBlank(value) && fixes.length === 0) return nothing;
  const text = valueText(input.procedure, field, field.path, value);
  return html`<dl class="row ${field.type}" data-path=${field.path}>
    <dt>${fieldLabel(input, field.path)}</dt>
    <dd class=${isNumeric(field) ? "number" : ""}>
      ${text ? html`<span class="text">${inItsLanguage(text, field.language)}</span>` : html`<span class="muted">${input.text("view.empty")}</span>`}${fixViews(input, fixes)}
    </dd>
  </dl>`;
}

/** Read aloud in its own language where that is not the page's (WCAG 3.1.2). */
function inItsLanguage(text: string, language: string | undefined): TemplateResult | string {
  return language === undefined ? text : html`<span lang=${language}>${text}</span>`;
}

function linesView(input: FieldListInput, field: LineTableField<ExpressionNode>): TemplateResult | typeof nothing {
  const rows = rowsAt(input.data, field.path);
  const tableFixes = input.fixes.filter((fix) => fix.at === field.path || fix.at?.startsWith(`${field.path}[].`));
  if (rows.length === 0 && tableFixes.length === 0) return nothing;
  const used = field.columns.filter((column) => rows.some((row) => !isBlank(valueAt(row, column.path))));
  const name = fieldLabel(input, field.path);
  // Explicit roles keep the table a table where narrow screens lay its rows out as cards.
  return html`<div class="lines">
    ${fixViews(input, tableFixes)}
    <table role="table" aria-label=${name}>
      <caption>
        ${name}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${input.text("view.line")}</th>
          ${used.map((column) => html`<th role="columnheader" scope="col" class=${isNumeric(column) ? "number" : ""}>${fieldLabel(input, `${field.path}[].${column.path}`)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row, index) => lineView(input, field, used, row, index))}
      </tbody>
      ${field.totals ? totalsView(input, field, used) : nothing}
    </table>
  </div>`;
}

function lineView(
  input: FieldListInput,
  field: LineTableField<ExpressionNode>,
  columns: readonly ValueField<ExpressionNode>[],
  row: Json,
  index: number,
): TemplateResult {
  const fixesAt = (column: string) => input.fixes.filter((fix) => fix.at === `${field.path}[${index}].${column}`);
  const rowFixes = input.fixes.filter((fix) => fix.at === `${field.path}[${index}]`);
  return html`<tr role="row">
    <th role="rowheader" scope="row" data-label=${input.text("view.line")}>${index + 1}${fixViews(input, rowFixes)}</th>
    ${columns.map((column) => {
      const path = `${field.path}[].${column.path}`;
      const value = valueAt(row, column.path);
      return html`<td role="cell" class=${isNumeric(column) ? "number" : ""} data-label=${fieldLabel(input, path)}>
        ${inItsLanguage(valueText(input.procedure, column, path, value), column.language)}${fixViews(input, fixesAt(column.path))}
      </td>`;
    })}
  </tr>`;
}

function totalsView(
  input: FieldListInput,
  field: LineTableField<ExpressionNode>,
  columns: readonly ValueField<ExpressionNode>[],
): TemplateResult {
  // Its name reaches to the first total, so that the numbers of the lines need not be as wide as it is.
  const first = Math.max(
    columns.findIndex((column) => field.totals?.[column.path] !== undefined),
    0,
  );
  return html`<tfoot role="rowgroup">
    <tr role="row">
      <th role="rowheader" scope="row" colspan=${first + 1} aria-colspan=${first + 1}>${input.text("view.total")}</th>
      ${columns.slice(first).map((column) => {
        const path = field.totals?.[column.path];
        const total = path === undefined ? undefined : valueAt(input.data, path);
        const text = typeof total === "number" ? (column.type === "money" ? moneyText(input.procedure, total, true) : String(total)) : "";
        return html`<td
          role="cell"
          class="number ${text === "" ? "blank" : ""}"
          data-label=${fieldLabel(input, `${field.path}[].${column.path}`)}
        >
          ${text}
        </td>`;
      })}
    </tr>
  </tfoot>`;
}

function fieldLabel(input: FieldListInput, path: string): string {
  return label(input.procedure.labels, `field.${path}`, input.procedure.locale);
}

/** What the treasury asks to be put right here. */
export function fixViews(input: Pick<FieldListInput, "text">, fixes: readonly Fix[]): TemplateResult[] {
  return fixes.map(
    (fix) =>
      html`<p class="fix" part="fix">
        ${warningIcon}<span><strong>${input.text("view.fix")}</strong> ${fix.text}</span>
      </p>`,
  );
}
