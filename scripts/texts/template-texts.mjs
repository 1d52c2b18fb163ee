// Words for people that stand in a template instead of a locale file.
import ts from "typescript";

/** Stands for `${…}` within the markup. */
const hole = "\uE000";
const readAloud =
  /\s(aria-label|aria-description|aria-roledescription|aria-valuetext|aria-placeholder|title|placeholder|alt|label|hint)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;

/**
 * Text nodes and attributes that are read aloud, with letters of their own, in the `html` templates of a TypeScript file; and
 * Vietnamese words in any other string of it.
 * @returns {readonly { line: number, text: string }[]}
 */
export function wordsInTemplates(source) {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const found = [];
  const note = (node, text) => found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text });
  const walk = (node) => {
    if (ts.isTaggedTemplateExpression(node) && ["html", "svg"].includes(node.tag.getText(file)))
      for (const text of wordsInMarkup(markupOf(node.template))) note(node, text);
    // a word and a half of Vietnamese: a single letter is data of a search without marks
    if (ts.isStringLiteralLike(node) && /\p{L}{2}/u.test(node.text) && /[ăâđêôơư\u1EA0-\u1EF9]/iu.test(node.text)) note(node, node.text);
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

function markupOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }) => hole + literal.text).join("");
}

/** The same for plain markup. A piece that is attributes alone (` class="amount"`) is no text. */
export function wordsInMarkup(markup) {
  const whole = /^(?:\s+[\w-]+="[^"]*")+\s*$/.test(markup) ? `<i${markup}></i>` : markup;
  const bare = whole.replaceAll(/<!--[\s\S]*?-->/g, "").replaceAll(/<(style|script|code)\b[\s\S]*?<\/\1>/g, "");
  const attributes = [...bare.matchAll(/<[^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(readAloud)].map(([, , quoted, single, plain]) => quoted ?? single ?? plain ?? ""),
  );
  return [...bare.split(/<[^>]*>/), ...attributes]
    .map((text) =>
      text
        .replaceAll(/&[#\w]+;/g, " ")
        .replaceAll(hole, " ")
        .trim(),
    )
    .filter((text) => /\p{L}/u.test(text));
}
