/** Texts of lists of codes. */
const messages: Readonly<Record<string, string>> = {
  "code.list": "Codes",
  "code.loading": "Searching…",
  "code.failed": "The list cannot be reached now. You may type the code.",
  "code.none": "No code found. You may type the code.",
  "code.more": "The first {n} are shown. Type more to narrow the list.",
  "code.count": "{n|one:# code|other:# codes}",
};
export default messages;
