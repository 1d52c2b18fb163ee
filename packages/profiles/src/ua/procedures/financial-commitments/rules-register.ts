import type { Rule } from "@fisc/core";
import { filled } from "../../../expressions.ts";

const form = "Наказ Мінфіну 02.03.2012 № 309, додаток 2. UNVERIFIED: the columns of the current edition.";

export const registerRules: readonly Rule<string>[] = [
  {
    id: "R01.total",
    at: "total",
    severity: "error",
    assert: "data.total == sum(data.lines.map(line, line.amount))",
    message: "R01.total",
    params: { sum: "sum(data.lines.map(line, line.amount))", total: "data.total" },
    source: form,
  },
  {
    id: "R02.future",
    at: "date",
    severity: "error",
    when: filled("data.date"),
    assert: "data.date <= context.today",
    message: "U02.future",
    source: form,
  },
  {
    id: "R03.kpkvk",
    at: "kpkvk",
    severity: "error",
    when: filled("data.kpkvk"),
    assert: `data.kpkvk.matches("^[0-9]{7}$")`,
    message: "U06.digits",
    params: { digits: `"7"` },
    source: "Budget classification: lengths of its codes. UNVERIFIED: from general knowledge.",
  },
  {
    id: "R04.unit",
    at: "unit.code",
    severity: "error",
    when: filled("data.unit.code"),
    assert: "data.unit.code == context.unit.code",
    message: "U03.unit",
    params: { code: "context.unit.code" },
    source: "A unit hands in its own registers.",
  },
  {
    id: "R04.account",
    at: "unit.account",
    severity: "error",
    when: filled("data.unit.account"),
    assert: `identifier(data.unit.account, "ibanUa")`,
    message: "U04.iban",
    source: "ISO 13616: IBAN of 29 characters.",
  },
  {
    id: "R04.registered",
    at: "unit.account",
    severity: "error",
    when: `identifier(data.unit.account, "ibanUa")`,
    assert: "data.unit.account in context.unit.accounts",
    message: "U04.registered",
    source: "Registers belong to accounts that the treasury keeps for the unit.",
  },
  {
    id: "R08.duplicate",
    at: "number",
    severity: "warning",
    when: `${filled("data.number")} && context.facts.registerNumbers != null`,
    assert: "!(data.number in context.facts.registerNumbers)",
    message: "U08.duplicate",
    where: "gateway",
    source: "A register is handed in once. UNVERIFIED: from general knowledge.",
  },
];
