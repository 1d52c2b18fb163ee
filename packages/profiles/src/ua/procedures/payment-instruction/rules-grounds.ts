import type { Rule } from "@fisc/core";
import { filled } from "../../../expressions.ts";
import { commitmentKey, commitmentKnown, commitmentNamed, commitmentOnRecord, prepaid } from "./expressions.ts";

const refusals = "Grounds on which the treasury refuses a payment (review of refusals, buhgalter.com.ua): ";

/**
 * The treasury's grounds of refusal, told before it is sent. `context.facts`: `financialCommitments` by "register/line",
 * `supportingDocuments` (ids stored), `specialFundReceipts` and `restrictedAccounts` by account, `openQueues`, `instructionNumbers`.
 */
export const groundRules: readonly Rule<string>[] = [
  {
    id: "U07.registered",
    at: "financialCommitment.register",
    severity: "error",
    when: commitmentNamed,
    assert: `(${commitmentKey}) in context.facts.financialCommitments`,
    message: "U07.registered",
    source: `${refusals}no registered commitment.`,
  },
  {
    id: "U07.budget",
    at: "budget.kekv",
    severity: "error",
    when: `${commitmentKnown} && ${filled("data.budget.kpkvk", "data.budget.kekv", "data.budget.fund")}`,
    assert: ["kpkvk", "kekv", "fund"].map((name) => `data.budget.${name} == ${commitmentOnRecord}.${name}`).join(" && "),
    message: "U07.budget",
    params: {
      kpkvk: `${commitmentOnRecord}.kpkvk`,
      kekv: `${commitmentOnRecord}.kekv`,
    },
    source: `${refusals}the documents do not agree. Budget codes equal those of the registered financial commitment.`,
  },
  {
    id: "U07.remainder",
    at: "amount",
    severity: "error",
    when: `${commitmentKnown} && data.amount != null`,
    assert: `data.amount <= ${commitmentOnRecord}.left`,
    message: "U07.remainder",
    params: { left: `${commitmentOnRecord}.left` },
    source: `${refusals}no registered commitment for the whole sum.`,
  },
  {
    id: "U07.payee",
    at: "payee.code",
    severity: "error",
    when: `${commitmentKnown} && ${filled("data.payee.code")}`,
    assert: `data.payee.code == ${commitmentOnRecord}.counterparty`,
    message: "U07.payee",
    params: { code: `${commitmentOnRecord}.counterparty` },
    source: `${refusals}documents that do not agree with the contract.`,
  },
  {
    id: "U08.duplicate",
    at: "number",
    severity: "warning",
    when: `${filled("data.number")} && context.facts.instructionNumbers != null`,
    assert: "!(data.number in context.facts.instructionNumbers)",
    message: "U08.duplicate",
    where: "gateway",
    source: "Numbers are unique for an account and a year. UNVERIFIED: from general knowledge.",
  },
  {
    id: "U09.twice",
    at: "supporting[].docId",
    severity: "error",
    when: filled("row.docId"),
    assert: "data.supporting.exists_one(other, other.docId == row.docId)",
    message: "U09.twice",
    source: "Supporting documents are referred to once (Kovel programme: stored once).",
  },
  {
    id: "U09.stored",
    at: "supporting[].docId",
    severity: "error",
    when: `${filled("row.docId")} && context.facts.supportingDocuments != null`,
    assert: "row.docId in context.facts.supportingDocuments",
    message: "U09.stored",
    source: "Kovel programme: a supporting document is sent once, later payments refer to the stored copy.",
  },
  {
    id: "U10.until",
    at: "prepaymentUntil",
    severity: "error",
    when: `${prepaid} && ${filled("data.prepaymentUntil", "data.date")}`,
    assert: "data.prepaymentUntil > data.date",
    message: "U10.until",
    source: "Постанова КМУ 04.12.2019 № 1070: a term of the prepayment.",
  },
  {
    id: "U11.receipts",
    at: "amount",
    severity: "error",
    when: `data.budget.fund == "special" && data.amount != null && context.facts.specialFundReceipts != null && data.payer.account != null && data.payer.account in context.facts.specialFundReceipts`,
    assert: "data.amount <= context.facts.specialFundReceipts[data.payer.account]",
    message: "U11.receipts",
    params: { receipts: "context.facts.specialFundReceipts[data.payer.account]" },
    source: `${refusals}no receipts of the special fund.`,
  },
  {
    id: "U12.restricted",
    at: "payer.account",
    severity: "error",
    when: `${filled("data.payer.account")} && context.facts.restrictedAccounts != null`,
    assert: "!(data.payer.account in context.facts.restrictedAccounts)",
    message: "U12.restricted",
    source: `${refusals}a restriction or an arrest.`,
  },
  {
    id: "U13.queue",
    at: "queue",
    severity: "warning",
    when: "context.facts.openQueues != null",
    assert: "data.queue in context.facts.openQueues",
    message: "U13.queue",
    source: `${refusals}priority not observed. Порядок КМУ 09.06.2021 № 590. A warning: the payment may wait for its turn.`,
  },
];
