import type { Rule } from "@fisc/core";
import { filled } from "../../../expressions.ts";

const fields = "Fields of the invoice. UNVERIFIED: the form in force.";
const onRecord = "A unit hands in its own invoices.";

const shape = (id: string, at: string, pattern: string, message: string, source: string): Rule<string> => ({
  id,
  at,
  severity: "error",
  when: filled(`data.${at}`),
  assert: `data.${at}.matches("${pattern}")`,
  message,
  source,
});

export const partyRules: readonly Rule<string>[] = [
  {
    id: "K07.future",
    at: "date",
    severity: "error",
    when: filled("data.date"),
    assert: "data.date <= context.today",
    message: "K07.future",
    source: fields,
  },
  {
    id: "K07.year",
    at: "year",
    severity: "error",
    when: filled("data.year", "data.date"),
    assert: "data.date.startsWith(string(data.year))",
    message: "K07.year",
    source: "Financial year equals the calendar year (Бюджетный кодекс). UNVERIFIED: from general knowledge.",
  },
  {
    id: "K09.unit",
    at: "institution.code",
    severity: "error",
    when: filled("data.institution.code"),
    assert: "data.institution.code == context.unit.code",
    message: "K09.unit",
    params: { code: "context.unit.code" },
    source: onRecord,
  },
  {
    id: "K09.bin",
    at: "institution.bin",
    severity: "error",
    when: filled("data.institution.bin"),
    assert: `data.institution.bin == context.unit.attributes.bin && identifier(data.institution.bin, "iinBin")`,
    message: "K09.bin",
    source: onRecord,
  },
  {
    id: "K09.account",
    at: "institution.account",
    severity: "error",
    when: filled("data.institution.account"),
    assert: `identifier(data.institution.account, "ibanKz") && data.institution.account in context.unit.accounts`,
    message: "K09.account",
    source: "Cash control accounts that the treasury keeps for the unit.",
  },
  shape("K03.region", "institution.region", "^[0-9]{9}$", "K03.region", "КАТО: 9 digits. UNVERIFIED: from general knowledge."),
  {
    id: "K04.bin",
    at: "beneficiary.bin",
    severity: "error",
    when: filled("data.beneficiary.bin"),
    assert: `identifier(data.beneficiary.bin, "iinBin")`,
    message: "K04.bin",
    source: "ИИН/БИН with its check digit.",
  },
  {
    id: "K04.iik",
    at: "beneficiary.iik",
    severity: "error",
    when: filled("data.beneficiary.iik"),
    assert: `identifier(data.beneficiary.iik, "ibanKz")`,
    message: "K04.iik",
    source: "ISO 13616: ИИК of 20 characters.",
  },
  shape("K03.bik", "beneficiary.bik", "^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$", "K03.bik", "ISO 9362: 8 or 11 characters."),
  shape("K08.kbe", "beneficiary.kbe", "^[12][1-9]$", "K08.kbe", "КБе: residency 1 or 2, then sector 1–9."),
  {
    id: "K10.name",
    at: "beneficiary.name",
    severity: "error",
    when: filled("data.beneficiary.name"),
    assert: "plainText(data.beneficiary.name)",
    message: "K10.plain",
    source: "Text that will be signed shows what it is: no word of two alphabets, no hidden marks.",
  },
];
