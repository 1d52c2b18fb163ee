import type { JsonObject } from "@fisc/core";
import { choice, code, date, form, group, money, openChoice, rows, text, whole } from "../../../data-schema.ts";

export const budgetKinds = ["republican", "local"] as const;
export const sources = ["budget", "paidServices", "sponsor", "temporary", "target"] as const;
export const basisKinds = ["act", "deliveryNote", "invoice", "courtDecision"] as const;
export const answers = ["yes", "no"] as const;
export const maxInvoices = 100;

/** Счёт к оплате: the invoices that one supporting document gives rise to, one for each code of expenditure. */
export const schema: JsonObject = form(["budgetKind", "source", "advance", "institution", "deal", "beneficiary", "basis", "invoices"], {
  date,
  year: whole(2000, 2100),
  budgetKind: choice(budgetKinds),
  source: choice(sources),
  institution: group({ name: text(200), code, bin: code, account: code, region: code }),
  deal: group({ number: text(40) }),
  advance: choice(answers),
  beneficiary: group({ name: text(200), bin: code, iik: code, bik: code, kbe: code }),
  basis: group({ kind: openChoice(basisKinds), number: text(40), date, total: money }),
  invoices: rows(maxInvoices, { number: code, fkr: code, specifics: code, knp: code, purpose: text(240), amount: money }),
  total: money,
  totalWords: text(400),
});

export const initial: JsonObject = {
  budgetKind: "local",
  source: "budget",
  advance: "no",
  institution: {},
  deal: {},
  beneficiary: {},
  basis: {},
  invoices: [{}],
};
