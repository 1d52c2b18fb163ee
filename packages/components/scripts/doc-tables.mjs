// The tables of docs/styling.md and of the README: tokens, elements, their events, parts and states. The words around them are written by hand.
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

function elementTable(manifest) {
  return [
    "| element | what it is for | events |",
    "|---|---|---|",
    ...elementsOf(manifest).map(({ declaration }) => {
      const events = (declaration.events ?? []).map(({ name }) => code(name)).join(", ");
      return `| ${code(`<${declaration.tagName}>`)} | ${cell(declaration.summary ?? "")} | ${events || "–"} |`;
    }),
  ];
}

const put = (text, name, lines) => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  if (!text.includes(start) || !text.includes(end)) throw new Error(`there is no place for ${name}`);
  return `${text.slice(0, text.indexOf(start) + start.length)}\n${lines.join("\n")}\n${text.slice(text.indexOf(end))}`;
};

/** `docs/styling.md` with its tables as the sources say. @throws Error where the page has no place for a table */
export const stylingPage = (page, manifest) => put(put(page, "tokens", tokenTable()), "parts", partTable(manifest));

/** The README with its table of elements. @throws Error where it has no place for it */
export const readme = (page, manifest) => put(page, "elements", elementTable(manifest));
