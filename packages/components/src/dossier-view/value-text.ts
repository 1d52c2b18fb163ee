import type { ExpressionNode, Json, PublishedProcedure, ValueField } from "@fisc/core";
import { formatMoney } from "@fisc/core/money";
import { formatCivilDate, label } from "../foundation/format.ts";

/**
 * A field's value as a person reads it. `path` is the full path with `[]` for the row, as in labels (`dong[].soTien`).
 * Numbers are written without grouping: years and counts live in them; money has its own type.
 */
export function valueText(procedure: PublishedProcedure, field: ValueField<ExpressionNode>, path: string, value: Json | undefined): string {
  if (value === undefined || value === null || value === "") return "";
  const { locale } = procedure;
  if (typeof value === "boolean") return label(procedure.labels, `option.${path}.${value}`, locale);
  if (typeof value === "object") return JSON.stringify(value);
  switch (field.type) {
    case "money":
      return typeof value === "number" && Number.isSafeInteger(value) ? moneyText(procedure, value, path.includes("[]")) : String(value);
    case "date":
      return formatCivilDate(String(value), locale);
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
