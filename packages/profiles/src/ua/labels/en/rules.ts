import type { Labels } from "@fisc/core";

/** What is wrong and what to do. */
export const rules: Labels = {
  "rule.U01.positive": "The amount must be above 0 and not above UAH 9,999,999,999,999.99. Enter the amount.",
  "rule.U01.words": "The amount in words does not agree with the amount. Write: “{words}”.",
  "rule.U02.future": "The date must not be later than today. Correct the date.",
  "rule.U02.validity": "{days} calendar days have passed since the date; a document may be presented within 10. Make a new document.",
  "rule.U02.valueDate": "The value date must not be before the date of the document. Correct one of the dates.",
  "rule.U03.unit":
    "The code must be that of the institution signed in: {code}. Make the document again, signed in for the right institution.",
  "rule.U03.code":
    "This is neither an ЄДРПОУ (8 digits) nor a РНОКПП (10 digits): the check digit does not fit. Compare the code with the document.",
  "rule.U04.iban": "This is no IBAN (UA and 27 characters): the check digits do not fit. Compare the account with the document.",
  "rule.U04.registered": "The treasury does not keep this account for the institution. Choose one of the institution's accounts.",
  "rule.U04.other": "The beneficiary's account is the payer's own. Correct the beneficiary's account.",
  "rule.U05.legacy": "A purpose written as “*;101;…” is no longer used since 1 December 2023. Choose the structured form.",
  "rule.U05.taxKind": "The code of the kind of payment has exactly 3 digits, for example 101. Correct the code.",
  "rule.U05.plain": "The text has a word in letters of two alphabets, or a hidden mark. Type the text again.",
  "rule.U06.digits": "This code has exactly {digits} digits. Choose it from the list, or enter all digits.",
  "rule.U07.registered":
    "There is no such line among the registered financial commitments. Register the commitment, or correct the reference.",
  "rule.U07.budget": "The commitment is registered under КПКВК {kpkvk} and КЕКВ {kekv}. Enter the same codes and fund.",
  "rule.U07.remainder": "Only {left} of the commitment is still to be paid. Lower the amount, or register a commitment.",
  "rule.U07.payee": "The recipient of the commitment has the code {code}. Name the same recipient as in the contract.",
  "rule.U08.duplicate": "A document with this number was handed in before. Check that this is not a repetition.",
  "rule.U09.twice": "This document is named twice. Remove the line that is too many.",
  "rule.U09.stored": "The treasury has no document with this number. Attach the document, or correct the number.",
  "rule.U10.until": "The term of the prepayment must be later than the date of the document. Correct the term.",
  "rule.U11.receipts": "The special fund account has received only {receipts}. Lower the amount, or wait for receipts.",
  "rule.U12.restricted": "There is a restriction or an arrest on the account. Turn to the treasury body.",
  "rule.U13.queue": "Payments of this priority are not made at present. The document will wait for its turn.",
  "rule.R01.total": "The total is {total}, but the lines add up to {sum}. Correct the amounts of the lines.",
  "rule.R01.positive": "Line {line}: the amount must be above 0. Enter the amount, or remove the line.",
  "rule.R02.documentDate": "Line {line}: the document is dated later than the register. Correct one of the dates.",
  "rule.R02.commitmentDate": "Line {line}: the commitment is dated later than the document. Correct one of the dates.",
  "rule.R02.payBy": "Line {line}: it is to be paid before the date of the document. Correct the term.",
  "rule.R06.twice": "Line {line}: this document is in the register already. A delivery note is registered once: remove the repetition.",
  "rule.R07.counterparty": "Different recipients are named under commitment {commitment}. Name one recipient.",
  "rule.R07.registered": "Commitment {commitment} is not registered. Register it, or correct the number.",
  "rule.R07.remainder": "The lines under commitment {commitment} add up to {sum}; {left} is left. Lower the amounts.",
};
