import type { Labels } from "@fisc/core";

/** What is wrong and what to do. */
export const rules: Labels = {
  "rule.V01.positive": "The amount of this line must be above 0. Enter the amount, or remove the line if it is not needed.",
  "rule.V01.total": "The total amount is {total}, but the lines add up to {sum}. Correct the amounts of the lines so that both agree.",
  "rule.V01.words": "The amount in words does not agree with the total amount. Write: “{words}”.",
  "rule.V03.digits": "This code must have exactly {digits} digits. Choose it from the list again, or enter all digits.",
  "rule.V03.chapterLevel":
    "This chapter does not belong to budget level {level}. Level 1: 001–399; level 2: 400–599; level 3 (district, until 30 June 2025): 600–799; level 4: 800–989. Correct the chapter or the budget level.",
  "rule.V03.accountSource":
    "This budget source cannot be used with account {account}. Correct the source of this line, or choose another estimate account.",
  "rule.V06.balance":
    "The total amount is above the balance that the treasury has on record ({balance}). The treasury will refuse if it is still short on the day of payment: check the estimate.",
  "rule.V07.contract":
    "Only {left} is left to be paid on this contract; the voucher asks for {total}. Check the contract value, the amount paid so far and the lines.",
  "rule.V07.declared":
    "The treasury has already paid or advanced {paid} on this contract. Correct “Paid and advanced so far” so that it is not below that.",
  "rule.V07.advance": "The advance is above {rate}% of the contract, at most {limit}. Lower the amounts of the lines.",
  "rule.V09.list": "The list adds up to {list}, the voucher to {total}. Correct them so that both agree.",
  "rule.V10.unit": "The unit code must be that of the unit signed in: {code}. Make the dossier again, signed in for the right unit.",
  "rule.V10.shape":
    "The estimate account does not have the right form. Enter it like 9523.4.1999901.00000: 4, 1, 7 and 5 digits with dots between.",
  "rule.V10.level": "The second block of the account must be the budget level {level}. Check the account.",
  "rule.V10.owner": "The third block of the account must be the unit code {code} or the project code entered. Check the account.",
  "rule.V10.registered":
    "This account is not registered with the treasury for the unit. Choose a registered account, or register this one.",
  "rule.V11.transferOnly":
    "A transfer voucher must not name a person who takes cash. Empty “Person who takes the cash”, or change the way of payment.",
  "rule.V11.cashOnly": "A cash voucher must not name an account to transfer to. Empty “Transfer to”, or change the way of payment.",
  "rule.V11.identity": "The identity card number must have 12 digits (old cards 9). Enter it again without spaces.",
  "rule.V11.issued": "The identity card was issued after the voucher date. Check the date of issue.",
  "rule.V11.account": "The beneficiary's account may only have digits, letters and dots, 4 to 34 of them. Enter it again.",
  "rule.V13.announce": "Withdrawals of cash from {from} đồng on must be announced to the treasury. Make sure that the unit has done so.",
  "rule.V14.guarantee": "The guarantee must be at least {total}, the amount of the advance. Check the value of the guarantee.",
  "rule.V19.duplicate": "The unit has already sent a voucher with this number. Check that it is not sent twice.",
  "rule.V20.year":
    "The budget year must be the year of the voucher date (in January it may be the year before). Correct the budget year or the date.",
  "rule.V21.future": "The voucher date must not be later than today. Correct the date.",
  "rule.V21.contract": "The contract date must not be later than the voucher date. Check both dates.",
  "rule.V21.acceptanceAfterContract": "The acceptance must not be earlier than the contract. Check both dates.",
  "rule.V21.acceptanceBeforeVoucher": "The acceptance must not be later than the voucher date. Check both dates.",
};
