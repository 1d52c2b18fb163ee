/** Texts of what asks: two tabs that changed the same, starting again, pasting from a spreadsheet. */
const messages: Readonly<Record<string, string>> = {
  "again.no": "Cancel",
  "again.sure": "Everything typed in this form since then will be deleted. Do you want that?",
  "again.yes": "Yes, delete it",

  "conflict.title": "This form is also open in another tab",
  "conflict.text": "Both tabs changed the same fields. Choose what to keep; nothing is lost until you do.",
  "conflict.field": "Field",
  "conflict.mine": "In this tab",
  "conflict.theirs": "In the other tab",
  "conflict.empty": "(empty)",
  "conflict.rows": "{n|one:# line|other:# lines}",
  "conflict.accept": "Keep what I chose",
  "paste.done": "{n|one:# line pasted|other:# lines pasted}.",
  "paste.title": "Paste from a spreadsheet",
  "paste.replaces": "{n|one:# line will be overwritten|other:# lines will be overwritten} (no. {from} to {to}).",
  "paste.adds": "{n|one:# line will be added|other:# lines will be added}.",
  "paste.too-many": "{n|one:# line does not fit|other:# lines do not fit} and will be left out.",
  "paste.too-wide": "{n|one:# column has|other:# columns have} no place in the table and will be left out.",
  "paste.unreadable":
    "{n|one:# cell cannot be read. It keeps|other:# cells cannot be read. They keep} the text, marked, so that you can put it right.",
  "paste.shown": "The first {n} of {of} lines are shown.",
  "paste.accept": "{n|one:Paste # line|other:Paste # lines}",
  "paste.headings": "The first line holds headings",
  "paste.column": "Pasted column {n} goes to",
  "paste.leave-out": "(leave out)",
  "paste.reading": "Reading… {n} %",
  "paste.fault": "Line {n}, {label}: “{text}”.",
  "paste.put-right": "{n|one:# cell|other:# cells} could not be read",
  "paste.faults-shown": "The first {n} of {of} are shown.",
  "paste.close": "Close this list",
};
export default messages;
