/** What a paper is made of: a tree that a page makes elements of, and a server text. Text in it is text, never markup. */
export type Markup = string | MarkupElement;

export type MarkupTag =
  | "article"
  | "bdi"
  | "caption"
  | "code"
  | "dd"
  | "div"
  | "dl"
  | "dt"
  | "h1"
  | "h2"
  | "header"
  | "li"
  | "ol"
  | "p"
  | "section"
  | "span"
  | "strong"
  | "table"
  | "tbody"
  | "td"
  | "th"
  | "thead"
  | "time"
  | "tr"
  | "ul";

export type MarkupAttributes = Readonly<
  Partial<Record<"aria-label" | "class" | "colspan" | "datetime" | "id" | "lang" | "role" | "scope" | "tabindex", string>>
>;

export interface MarkupElement {
  readonly tag: MarkupTag;
  readonly attributes: MarkupAttributes;
  readonly children: readonly Markup[];
}

export function element(tag: MarkupTag, attributes: MarkupAttributes, ...children: readonly (Markup | readonly Markup[])[]): MarkupElement {
  return { tag, attributes, children: children.flat() };
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** As HTML text. */
export function markupText(markup: Markup): string {
  if (typeof markup === "string") return escaped(markup);
  const { tag, attributes, children } = markup;
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${tag}${given.join("")}>${children.map(markupText).join("")}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}
