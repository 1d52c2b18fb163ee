/** Texts of violations and of the error summary, loaded once somebody begins to fill in. */
const messages: Readonly<Record<string, string>> = {
  "summary.title": "{n|one:There is # thing to put right|other:There are # things to put right}",

  "violation.required": "Fill in “{label}”.",
  "violation.required-choice": "Choose “{label}”.",
  "violation.rows.min": "{minRows|one:At least one line is needed|other:At least # lines are needed}. Add lines.",
  "violation.rows.max": "No more than {maxRows} lines are allowed. Join or remove lines.",
  "violation.attachment.required": "Attach “{label}”.",
  "violation.attachment.too-many": "{maxFiles|one:Only one file is|other:Only # files are} allowed for “{label}”. Remove the others.",
  "violation.hidden": "“{label}” is hidden and must be empty. Load the page again; it will be cleared.",
  "violation.computed": "“{label}” does not agree with the other fields. Load the page again to have it worked out anew, then send again.",
  "violation.schema": "“{label}” is not in the right form. See the hint of this field, then enter it again.",
  "violation.schema.seen": "“{label}” holds a mark that cannot be seen on screen ({found}). Type it again by hand instead of pasting it.",
  "violation.schema.maxLength": "“{label}” is longer than {limit} characters. Shorten it.",
};
export default messages;
