/** Texts of the fields that not every form has. */
const messages: Readonly<Record<string, string>> = {
  "problem.required-choice": "Choose “{label}”.",
  "problem.required-choices": "Choose at least one answer for “{label}”.",
  "problem.required-tick": "Tick “{label}” if you agree; it is needed to go on.",
  "problem.text.too-long": "“{label}” is {n|one:# character|other:# characters} too long. Shorten it.",
  "problem.period.not-a-period": "“{label}” must be a month, a quarter or a year. Enter it again, for example 11/2026.",
  "problem.period.no-such-period": "There is no such period. Check the number and the year of “{label}”.",
  "problem.period.not-month": "“{label}” must be a month. Enter it again, for example 11/2026.",
  "problem.period.not-quarter": "“{label}” must be a quarter. Enter it again, for example Q3 2026.",
  "problem.period.not-year": "“{label}” must be a year. Enter it again, for example 2026.",
  "problem.identifier.letters":
    "“{label}” has a character that does not belong there, perhaps of another alphabet. Type it again with Latin letters and digits.",
  "problem.identifier.shape": "“{label}” is too short, too long or not put together as it should be. Compare it with the document.",
  "problem.identifier.check": "A digit of “{label}” is wrong, or two are swapped. Compare it with the document.",
  "problem.iban.letters":
    "“{label}” has a character that does not belong there, perhaps of another alphabet. Type it again with Latin letters and digits.",
  "problem.iban.shape": "“{label}” has too few or too many characters for an IBAN of that country. Compare it with the document.",
  "problem.iban.check": "“{label}” is no valid IBAN: a character is wrong, or two are swapped. Compare it with the document.",
  "problem.account.letters": "“{label}” has a character that no account has. Type it again, or pick one from the list.",
  "problem.account.shape":
    "“{label}” has too few or too many digits for an account. Compare it with the document, or pick one from the list.",
  "problem.account.check": "A digit of “{label}” is wrong, or two are swapped. Compare it with the document, or pick one from the list.",

  "select.none": "Please choose",
  "multiline.left": "{n|one:# character|other:# characters} left",
  "multiline.over": "{n|one:# character|other:# characters} too many",
  "period.hint": "For example {examples}",
  "period.month-example": "11/2026",
  "period.quarter-example": "Q3 2026",
  "period.year-example": "2026",
};
export default messages;
