import type { Labels } from "@fisc/core";

/** What is wrong and what to do. */
export const rules: Labels = {
  "rule.K01.total": "The invoices add up to {total}, the supporting document to {basis}. Correct the amounts so that both agree.",
  "rule.K01.positive": "The amount of an invoice must be above 0. Enter it, or remove the line.",
  "rule.K01.words": "The total in words does not agree with the total. Write: “{words}”.",
  "rule.K02.onePerCode": "There is an invoice for this code and specifics already. Each code has one invoice: put the amounts together.",
  "rule.K02.number": "Two invoices have this number. Correct one of them.",
  "rule.K02.used": "An invoice with this number was handed in before. Check that this is not a repetition.",
  "rule.K03.digits": "This code has exactly {digits} digits. Choose it from the list, or enter all digits.",
  "rule.K03.region": "The region code has 9 digits. Have it corrected at the treasury body.",
  "rule.K03.bik": "The BIK has 8 or 11 Latin letters and digits. Compare it with the document.",
  "rule.K04.bin": "This is no IIN/BIN: the check digit does not fit. Compare it with the document.",
  "rule.K04.iik": "This is no IIK: the check digits do not fit. Compare the account with the document.",
  "rule.K05.programme": "All invoices must belong to one budget programme ({programme}). Correct the code.",
  "rule.K06.registered": "There is no such registered deal. Register the deal, or correct the number.",
  "rule.K06.supplier": "The supplier of the registered deal has the IIN/BIN {bin}. Name the same beneficiary.",
  "rule.K06.left": "Only {left} is left of the registered deal. Lower the amounts.",
  "rule.K07.future": "The date must not be later than today. Correct the date.",
  "rule.K07.year": "The date is not in this financial year. Correct the date or the year.",
  "rule.K07.basis": "The supporting document is dated later than the invoice. Correct one of the dates.",
  "rule.K08.kbe": "The KBe has two digits: residency (1 or 2) and sector (1–9). Choose it from the list.",
  "rule.K09.unit":
    "The code must be that of the institution signed in: {code}. Make the document again, signed in for the right institution.",
  "rule.K09.bin": "The BIN is not the registered BIN of the institution. Make the document again.",
  "rule.K09.account": "The treasury does not keep this account for the institution. Choose one of the institution's accounts.",
  "rule.K10.plain": "The text has a word in letters of two alphabets, or a hidden mark. Type the text again.",
};
