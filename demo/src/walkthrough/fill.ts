import type { Field, Json, JsonObject, LineTableField, ProcedureDefinition, ValueField } from "@fisc/core";
import type { Locator, Page } from "playwright";
import type { Paper } from "./papers.ts";

export interface FilledForm {
  readonly procedure: ProcedureDefinition;
  /** Labels of the page's locale. */
  readonly labels: Readonly<Record<string, string>>;
  readonly data: JsonObject;
  /** Slot of the procedure → files. */
  readonly papers: Readonly<Record<string, readonly Paper[]>>;
}

/** Fills the form in as a person does: finds each field by its label, types, and leaves what the form computes or knows already. */
export async function fillForm(page: Page, form: FilledForm): Promise<void> {
  const element = page.locator("fisc-dossier-form");
  for (const field of form.procedure.layout.flatMap((part) => part.sections.flatMap((section) => section.fields))) {
    const value = valueAt(form.data, field.path);
    if (value === undefined || value === null) continue;
    if (field.type === "lines") await fillLines(element, field, value as readonly JsonObject[]);
    else if (!field.readOnly && field.type !== "words") await fillField(element, field, form.labels, value);
  }
  for (const [slot, papers] of Object.entries(form.papers)) {
    const place = element.locator(`fisc-attachment-field[slot-id="${slot}"]`);
    await place.locator('input[type="file"]').setInputFiles(papers.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })));
    await place
      .locator(".file.ready")
      .nth(papers.length - 1)
      .waitFor();
  }
}

function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const name of path.split("."))
    value = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject)[name] : undefined;
  return value;
}

async function fillField(form: Locator, field: ValueField<string>, labels: FilledForm["labels"], value: Json): Promise<void> {
  const name = labels[`field.${field.path}`] ?? field.path;
  if (field.type === "choice") {
    const option = labels[`option.${field.path}.${String(value)}`] ?? String(value);
    await form.getByRole("radiogroup", { name, exact: true }).getByRole("radio", { name: option, exact: true }).check();
    return;
  }
  const control = form.getByRole(field.type === "code" || field.type === "account" ? "combobox" : "textbox", { name, exact: true });
  await control.fill(typed(field, value));
  await control.press("Tab");
}

async function fillLines(form: Locator, field: LineTableField<string>, rows: readonly JsonObject[]): Promise<void> {
  const table = form.locator("fisc-line-table");
  for (const [row, line] of rows.entries()) {
    if ((await table.locator(`[data-row="${row}"]`).count()) === 0) await table.locator("button.add").click();
    for (const [column, shown] of field.columns.entries()) {
      const value = line[shown.path];
      if (value === undefined || value === null || shown.readOnly) continue;
      const cell = table.locator(`[data-row="${row}"][data-column="${column}"]`);
      await cell.fill(typed(shown, value));
      await cell.press("Tab");
    }
  }
}

/** What a person would type: dates as they are written in the country. */
function typed(field: Pick<Field<string>, "type">, value: Json): string {
  const text = String(value);
  return field.type === "date" ? text.split("-").reverse().join("/") : text;
}
