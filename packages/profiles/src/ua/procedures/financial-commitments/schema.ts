import type { JsonObject } from "@fisc/core";
import { choice, code, date, form, group, money, openChoice, rows, text, whole } from "../../../data-schema.ts";
import { answers, funds } from "../payment-instruction/schema.ts";

export const documentKinds = ["deliveryNote", "act", "invoice", "payroll"] as const;
export const maxLines = 10_000;
export { answers, funds };

/** Реєстр бюджетних фінансових зобов'язань: one line a delivery note, for it is the document that supports the commitment. */
export const schema: JsonObject = form(["lines", "unit", "fund"], {
  number: text(20),
  date,
  unit: group({ name: text(200), code, account: code }),
  kpkvk: code,
  fund: choice(funds),
  lines: rows(maxLines, {
    n: whole(1, maxLines),
    kekv: code,
    commitmentNumber: text(40),
    commitmentDate: date,
    documentKind: openChoice(documentKinds),
    documentNumber: text(40),
    documentDate: date,
    amount: money,
    payBy: date,
    counterpartyName: text(140),
    counterpartyCode: code,
    prepayment: openChoice(answers),
    note: text(200),
  }),
  count: whole(0, maxLines),
  total: money,
  prepaid: money,
});

export const initial: JsonObject = { unit: {}, fund: "general", lines: [] };
