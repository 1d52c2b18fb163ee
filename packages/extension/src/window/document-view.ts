import type { CodeListEntry, DocumentPresentation, Json, JsonObject, LineTableField, PublishedProcedure, ValueField } from "@fisc/core";
import type { ExpressionNode } from "@fisc/core";
import { formatMoney } from "@fisc/core/money";
import { evaluate } from "@fisc/core/rules";
import { amountInWords } from "@fisc/core/words";
import { figuresOf } from "@fisc/core/text/script";

/**
 * What the trusted window draws: every value of the signed document, each exactly once, in the order of the paper form.
 * What the definition does not place is listed after it, so that nothing is signed unseen.
 */
export interface DocumentView {
  /** What it is about, in one glance, by the definition's own summary: drawn beside the whole, never in its place. */
  readonly gist: { readonly title: string; readonly number: string; readonly amount: string; readonly words: string } | undefined;
  readonly sections: readonly ViewSection[];
  /** Values that the definition does not show: path and text. */
  readonly further: readonly ViewRow[];
}

export interface ViewSection {
  readonly title: string;
  readonly items: readonly (ViewRow | ViewTable)[];
}

export interface ViewRow {
  readonly kind: "row";
  readonly label: string;
  readonly value: string;
  /** Nothing was filled in: named together at the end of its section instead of on a line of its own. */
  readonly empty: boolean;
  /** Amount in words, under a single amount. */
  readonly words: string;
  /** BCP 47 tag of the value, where the definition says that it is not in the page's language. */
  readonly language?: string;
}

export interface ViewTable {
  readonly kind: "table";
  readonly label: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

type Field = PublishedProcedure["layout"][number]["sections"][number]["fields"][number];
type Currency = PublishedProcedure["currency"];

export function viewOf(presentation: PublishedProcedure | DocumentPresentation, document: JsonObject): DocumentView {
  return "rows" in presentation ? viewOfRows(presentation, document) : viewOfLayout(presentation, document);
}

function viewOfRows({ rows, title, locale, currency }: DocumentPresentation, document: JsonObject): DocumentView {
  const shown = new Set<string>();
  const items = rows.map(({ field, label, type }) => {
    const value = valueAt(document, field);
    if (!isObject(value)) shown.add(field);
    return {
      kind: "row" as const,
      label: visible(label),
      empty: isEmpty(value),
      value: formatted(value, type, locale, currency, undefined),
      words: type === "money" ? words(value, locale, currency) : "",
    };
  });
  return { gist: undefined, sections: [{ title: visible(title), items }], further: rest(document, shown) };
}

function viewOfLayout(procedure: PublishedProcedure, document: JsonObject): DocumentView {
  const shown = new Set<string>();
  const label = (key: string, otherwise: string): string => visible(own(procedure.labels, key) ?? otherwise);
  const text = (field: ValueField<ExpressionNode>, value: Json | undefined, fullPath: string): string => {
    const { locale, currency } = procedure;
    if (field.type === "choice" && typeof value === "string") return label(`option.${fullPath}.${value}`, value);
    const codes = field.codeList === undefined ? undefined : own(procedure.codeLists, field.codeList);
    // Up to four digits a number names something (a year, a count): a separator would change how it reads.
    if (field.type === "number" && (field.length ?? 0) > 0 && (field.length ?? 0) <= 4) return plain(value);
    return formatted(value, field.type, locale, currency, codes);
  };
  const row = (field: ValueField<ExpressionNode>): ViewRow => {
    const value = valueAt(document, field.path);
    if (!isObject(value)) shown.add(field.path);
    const { locale, currency } = procedure;
    return {
      kind: "row",
      label: label(`field.${field.path}`, field.path),
      empty: isEmpty(value),
      value: text(field, value, field.path),
      words: field.type === "money" ? words(value, locale, currency) : "",
      ...(typeof field.language === "string" ? { language: field.language } : {}),
    };
  };
  const table = (field: LineTableField<ExpressionNode>): ViewTable => {
    const value = valueAt(document, field.path);
    const lines = Array.isArray(value) ? (value as readonly Json[]) : [];
    const rows = lines.map((line, index) =>
      field.columns.map((column) => {
        const cell = isObject(line) ? valueAt(line, column.path) : undefined;
        if (!isObject(cell)) shown.add(`${field.path}[${index}].${column.path}`);
        return text(column, cell, `${field.path}[].${column.path}`);
      }),
    );
    const columns = field.columns.map((column) => ({
      label: label(`field.${field.path}[].${column.path}`, column.path),
      numeric: column.type === "money" || column.type === "number",
    }));
    return { kind: "table", label: label(`field.${field.path}`, field.path), columns, rows };
  };
  const item = (field: Field): ViewRow | ViewTable => (field.type === "lines" ? table(field) : row(field));
  const sections = procedure.layout.flatMap((page) =>
    page.sections.map((section) => ({ title: label(`section.${section.id}`, section.id), items: section.fields.map(item) })),
  );
  return { gist: gistOf(procedure, document), sections, further: rest(document, shown) };
}

/** Absent where the summary reads what this window does not know, or gives something else than text and an amount. */
function gistOf({ summary, locale, currency }: PublishedProcedure, data: JsonObject): DocumentView["gist"] {
  try {
    const [title, number, amount] = [summary.title, summary.number, summary.amount].map((node) => evaluate(node, { data }));
    if (typeof title !== "string" || typeof number !== "string" || typeof amount !== "number") return undefined;
    return {
      title: visible(title),
      number: visible(number),
      amount: formatted(amount, "money", locale, currency, undefined),
      words: words(amount, locale, currency),
    };
  } catch {
    return undefined;
  }
}

/** Every leaf of the document that was not drawn. Empty lists and objects count: they are signed as well. */
function rest(document: JsonObject, shown: ReadonlySet<string>): readonly ViewRow[] {
  const rows: ViewRow[] = [];
  const walk = (value: Json, path: string): void => {
    if (shown.has(path)) return;
    if (Array.isArray(value)) (value as readonly Json[]).forEach((item, index) => walk(item, `${path}[${index}]`));
    else if (isObject(value)) Object.entries(value).forEach(([key, item]) => walk(item, path === "" ? key : `${path}.${key}`));
    else rows.push({ kind: "row", label: visible(path), value: plain(value), empty: false, words: "" });
  };
  walk(document, "");
  return rows;
}

function formatted(
  value: Json | undefined,
  type: string,
  locale: string,
  currency: Currency,
  codes: readonly CodeListEntry[] | undefined,
): string {
  if (type === "money" && typeof value === "number" && Number.isSafeInteger(value)) {
    return formatMoney(value, { locale, currency: currency.code, decimals: currency.decimals });
  }
  if (type === "number" && typeof value === "number")
    return new Intl.NumberFormat(figuresOf(locale), { maximumFractionDigits: 20 }).format(value);
  if (type === "date" && typeof value === "string") return formattedDate(value, locale);
  const name = typeof value === "string" ? codes?.find((entry) => entry.code === value)?.name : undefined;
  return name === undefined ? plain(value) : `${plain(value)} – ${visible(name)}`;
}

/** A date that is none is shown as it stands in the document. */
function formattedDate(value: string, locale: string): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) return plain(value);
  return new Intl.DateTimeFormat(figuresOf(locale), { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(date);
}

/** Empty where the language or the currency has no words here: the figures then stand alone. */
function words(value: Json | undefined, locale: string, currency: Currency): string {
  if (typeof value !== "number") return "";
  try {
    return amountInWords(value, { locale, currency: currency.code });
  } catch {
    return "";
  }
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function plain(value: Json | undefined): string {
  if (value === undefined || value === null || value === "") return "–";
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}

/** Controls and characters that turn or hide text are written as their code points, so that what is read is what is there. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cf}\p{Cs}\p{Co}]|[^\P{Cc}\n\t]/gu,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}

function valueAt(container: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = container;
  for (const key of path.split(".")) value = isObject(value) ? own(value, key) : undefined;
  return value;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null;
}
