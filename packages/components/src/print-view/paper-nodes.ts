import type { Markup } from "@fisc/core/paper";

/** The paper as nodes of a document: elements are made one by one, so that no text can become markup. */
export function paperNodes(markup: Markup, document: Document): Node {
  if (typeof markup === "string") return document.createTextNode(markup);
  const element = document.createElement(markup.tag);
  for (const [name, value] of Object.entries(markup.attributes)) element.setAttribute(name, value);
  element.append(...markup.children.map((child) => paperNodes(child, document)));
  return element;
}
