// The tables of docs/styling.md: tokens, and the parts and states of each element. The words around them are written by hand.
import { elementsOf } from "./manifest.mjs";
import { tokens } from "./tokens-of-elements.mjs";

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll("|", "\\|");

function tokenTable() {
  return [
    "| token | what it is for | default |",
    "|---|---|---|",
    ...tokens().map(({ name, about, default: value }) => `| ${code(name)} | ${cell(about)} | ${code(value)} |`),
  ];
}

function partTable(manifest) {
  const list = (items) => (items ?? []).map(({ name }) => code(name)).join(" ");
  return [
    "| element | parts | states | slots |",
    "|---|---|---|---|",
    ...elementsOf(manifest).map(({ declaration }) => {
      const slots = (declaration.slots ?? []).map(({ name }) => (name ? code(name) : "default")).join(" ");
      return `| ${code(`<${declaration.tagName}>`)} | ${list(declaration.cssParts)} | ${list(declaration.cssStates)} | ${slots} |`;
    }),
  ];
}

/** The page with its tables as the sources say. @throws Error where the page has no place for a table */
export function stylingPage(page, manifest) {
  const put = (text, name, lines) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    if (!text.includes(start) || !text.includes(end)) throw new Error(`docs/styling.md has no place for ${name}`);
    return `${text.slice(0, text.indexOf(start) + start.length)}\n${lines.join("\n")}\n${text.slice(text.indexOf(end))}`;
  };
  return put(put(page, "tokens", tokenTable()), "parts", partTable(manifest));
}
