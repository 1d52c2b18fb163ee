/** Texts of each field. */
const messages: Readonly<Record<string, string>> = {
  "problem.required": "Fill in “{label}”.",
  "problem.money.not-a-number": "“{label}” must be an amount in figures. Enter it again, for example 1,234,567.",
  "problem.money.ambiguous": "“{label}” can be read in two ways. Write a comma before decimals, and spaces between thousands or nothing.",
  "problem.money.too-large": "“{label}” is too large an amount. Check the number of digits.",
  "problem.money.too-many-decimals": "“{label}” has more decimal places than the currency. Check the dots and commas.",
  "problem.number.not-a-number": "“{label}” must be a number. Enter it again in figures.",
  "problem.number.ambiguous": "“{label}” can be read in two ways. Write a comma before decimals, and spaces between thousands or nothing.",
  "problem.date.not-a-date": "“{label}” must be day/month/year. Enter it again, for example 21/11/2026.",
  "problem.date.no-such-day": "There is no such day. Check day, month and year of “{label}”.",
  "problem.text.bidi": "“{label}” has a hidden mark that turns the direction of writing. Delete the text and type it again.",
  "problem.text.control": "“{label}” has a character that is no part of a text. Delete it, or type the text again.",
  "problem.text.not-unicode": "“{label}” has a broken character. Delete it, or type the text again.",

  "form.error-prefix": "Error:",
  "form.warning-prefix": "Please check:",
  "form.fix": "To be put right:",
  "form.date-hint": "Day/month/year, for example 21/11/2026",
  "form.open-calendar": "Open the calendar: {label}",
};
export default messages;
