import { groupedIdentifier } from "../identifiers/index.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import type { PublishedProcedure, ValueField } from "../model/procedure.ts";
import { formatMoney } from "../money/index.ts";
import { formatPeriod, isPeriod } from "../period/index.ts";
import { formatCivilDate } from "./moments.ts";

/**
 * A field's value as a person reads it. `path` is the full path with `[]` for the row, as in labels (`dong[].soTien`).
 * Numbers are written without grouping: years and counts live in them; money has its own type.
 */
export function valueText(procedure: PublishedProcedure, field: ValueField<ExpressionNode>, path: string, value: Json | undefined): string {
  if (value === undefined || value === null || value === "") return "";
  const { locale } = procedure;
  const option = (one: Json): string => procedure.labels[`option.${path}.${String(one)}`] ?? `option.${path}.${String(one)}`;
  if (typeof value === "boolean") return option(value);
  if (field.type === "choices" && Array.isArray(value)) return value.map(option).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  switch (field.type) {
    case "money":
      return typeof value === "number" && Number.isSafeInteger(value) ? moneyText(procedure, value, path.includes("[]")) : String(value);
    case "date":
      return formatCivilDate(String(value), locale);
    case "period":
      return isPeriod(value) ? formatPeriod(value, locale) : String(value);
    case "iban":
      return groupedIdentifier(String(value));
    case "choice":
      return option(value);
    case "code": {
      const entry = field.codeList ? procedure.codeLists[field.codeList]?.find(({ code }) => code === value) : undefined;
      return entry ? `${entry.code} – ${entry.name}` : String(value);
    }
    default:
      return String(value);
  }
}

/** Minor units as the locale writes money; `bare`, without the currency sign, in tables. */
export function moneyText({ locale, currency }: Pick<PublishedProcedure, "locale" | "currency">, minor: number, bare = false): string {
  return formatMoney(minor, { locale, decimals: currency.decimals, ...(bare ? {} : { currency: currency.code }) });
}

/** Figures and codes stand at the end of their column, so that digits line up. */
export function isNumeric(field: ValueField<ExpressionNode>): boolean {
  return field.type === "money" || field.type === "number";
}

/** A value of an official document, which has no types of its own: whole numbers are amounts in minor units, days are civil dates. */
export function documentValueText(procedure: Pick<PublishedProcedure, "locale" | "currency" | "labels">, value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return moneyText(procedure, value);
  if (typeof value === "object") return JSON.stringify(value);
  return procedure.labels[`value.${String(value)}`] ?? formatCivilDate(String(value), procedure.locale);
}
