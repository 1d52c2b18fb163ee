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

  "problem.choice.unknown": "“{label}” has no such choice. Choose one of the list.",
  "table.import": "Bring in from a file",
  "table.save-xlsx": "Save as XLSX",
  "table.save-csv": "Save as CSV",
  "table.number": "No.",
  "table.row": "Line {n}",
  "table.removed": "Line {n} removed.",
  "table.removed-many": "{n|one:# line|other:# lines} removed ({from} to {to}).",
  "table.actions": "Actions",
  "table.total": "Total",
  "table.add": "Add a line",
  "table.duplicate": "Copy line {n}",
  "table.remove": "Remove line {n}",
  "table.keys-title": "Keyboard and pasting",
  "table.keys":
    "Arrows, Tab, Enter: next cell. Shift with them: back; with arrows, more cells are chosen. Ctrl+A: all.\nHome, End, Page Up, Page Down: along the line and by pages; with Ctrl, first and last cell.\nF2: move in the text of the cell. Escape: as it was before; then Escape and Tab leave the table.\nCtrl+D: fill down. Delete: empty. Ctrl+C, Ctrl+X, Ctrl+V: copy, cut, paste; cells of a spreadsheet are shown first.\nCtrl+Z, Ctrl+Y: undo, do again.\nAlt+Insert: add a line below. Alt+Shift+Insert: copy the line. Alt+Delete: remove the line.\nAlt+Down: list of codes. Ctrl+/: these keys.",

  "attachment.unfinished": "Wait until every file is uploaded, or remove it.",
};
export default messages;
