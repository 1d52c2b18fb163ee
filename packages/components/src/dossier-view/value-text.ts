import type { ExpressionNode, Json, PublishedProcedure, ValueField } from "@fisc/core";
import { groupedIdentifier } from "@fisc/core/identifiers";
import { formatMoney } from "@fisc/core/money";
import { formatPeriod, isPeriod } from "@fisc/core/period";
import { formatCivilDate, label } from "../foundation/format.ts";

/**
 * A field's value as a person reads it. `path` is the full path with `[]` for the row, as in labels (`dong[].soTien`).
 * Numbers are written without grouping: years and counts live in them; money has its own type.
 */
export function valueText(procedure: PublishedProcedure, field: ValueField<ExpressionNode>, path: string, value: Json | undefined): string {
  if (value === undefined || value === null || value === "") return "";
  const { locale } = procedure;
  if (typeof value === "boolean") return label(procedure.labels, `option.${path}.${value}`, locale);
  if (field.type === "choices" && Array.isArray(value))
    return value.map((one) => label(procedure.labels, `option.${path}.${String(one)}`, locale)).join(", ");
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
      return label(procedure.labels, `option.${path}.${value}`, locale);
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
