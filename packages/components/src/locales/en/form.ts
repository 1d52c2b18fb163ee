/** Texts of dossier form, line table and draft state, there from the start. */
const messages: Readonly<Record<string, string>> = {
  "form.form-number": "Form {number}",
  "form.required-legend": "Fields marked * must be filled in.",
  "form.loading": "Loading the form…",
  "form.failed": "The form could not be loaded.",
  "form.retry": "Try again",
  "form.sign-in": "Sign in",
  "form.sign-in-needed": "Please sign in to fill in this form.",
  "form.no-unit": "Only people who act for a unit can fill in this form. Sign in with the account of your unit.",
  "form.not-editable": "This dossier cannot be changed now. See its present state.",
  "form.attachments": "Attachments",
  "form.submit": "Create dossier",
  "form.resubmit": "Save the changes",
  "form.submitting": "Sending…",

  "draft.none": "Every change is saved on this computer.",
  "draft.saving": "Saving…",
  "draft.saved": "Saved {when} on this computer",
  "draft.failed": "Could not be saved on this computer. Do not close this page before you have sent the dossier.",
  "draft.full":
    "There is no room left on this computer for the draft. Free some disk space; do not close this page before you have sent the dossier.",
  "draft.waiting": "Not sent yet: waiting for the connection",
  "draft.sending": "Being sent…",
  "draft.refused": "Not accepted: see the message above",
  "draft.other-tab": "Changes from another tab were taken over.",

  "table.number": "No.",
  "table.row": "Line {n}",
  "table.actions": "Actions",
  "table.total": "Total",
  "table.add": "Add a line",
  "table.duplicate": "Copy line {n}",
  "table.remove": "Remove line {n}",
  "table.added": "Line {n} added.",
  "table.removed": "Line {n} removed.",
  "table.undo": "Undo",
  "table.undone": "Undone.",
  "table.full": "No more than {n} lines fit. Join or remove lines.",
  "table.at-least": "{n|one:At least one line is needed|other:At least # lines are needed}.",
  "table.keys-title": "Keyboard and pasting",
  "table.keys":
    "Enter: next line. Shift+Enter: line above.\nCtrl and an arrow: next cell in that direction.\nAlt+Insert: add a line below. Alt+Shift+Insert: copy the line. Alt+Delete: remove the line.\nCells copied from a spreadsheet can be pasted into any cell; you see them first.",

  "attachment.unfinished": "Wait until every file is uploaded, or remove it.",
};
export default messages;
