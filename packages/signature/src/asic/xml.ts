import { SignatureError } from "../errors.ts";

export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Attributes without a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data outside of children, trimmed. */
  readonly text: string;
}

const NAME = /[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?/y;
const SPACE = /[ \t\r\n]*/y;
const TEXT = /[^<&]*/y;
const DECLARATION = /<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8)")?(?: standalone="(?:yes|no)")?\s?\?>/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const DEPTH_LIMIT = 8;

/**
 * The part of XML 1.0 with namespaces that a manifest needs: elements, attributes, text, the five predefined entities. A DTD, other
 * entities, character references, CDATA, comments and processing instructions are refused, so nothing can hide or expand in it.
 * Runs where there is no DOM. Throws `SignatureError` `manifest.malformed`, nothing else.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SignatureError("manifest.malformed", { what: "utf-8" }, { cause });
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new SignatureError("manifest.malformed", { what: "character" });
  const scanner = new Scanner(text);
  scanner.match(DECLARATION);
  scanner.match(SPACE);
  const root = readElement(scanner, new Map(), 0);
  scanner.match(SPACE);
  if (!scanner.done) throw scanner.refuse();
  return root;
}

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at === this.#text.length;
  }

  refuse(): SignatureError {
    return new SignatureError("manifest.malformed", { what: "xml", offset: this.#at });
  }

  /** What the sticky pattern matches here; `""` where it does not match. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  take(literal: string): boolean {
    if (!this.#text.startsWith(literal, this.#at)) return false;
    this.#at += literal.length;
    return true;
  }

  require(literal: string): void {
    if (!this.take(literal)) throw this.refuse();
  }

  name(): string {
    const name = this.match(NAME);
    if (name === "") throw this.refuse();
    return name;
  }
}

function readEntity(scanner: Scanner): string {
  const text = ENTITIES[scanner.name()];
  if (text === undefined || !scanner.take(";")) throw scanner.refuse();
  return text;
}

function readElement(scanner: Scanner, outer: ReadonlyMap<string, string>, depth: number): XmlElement {
  if (depth > DEPTH_LIMIT) throw scanner.refuse();
  scanner.require("<");
  const qualified = scanner.name();
  const { attributes, prefixes } = readAttributes(scanner, outer);
  const [prefix, name] = split(qualified);
  const namespace = prefixes.get(prefix);
  if (namespace === undefined) throw scanner.refuse();

  const children: XmlElement[] = [];
  let text = "";
  if (!scanner.take("/>")) {
    scanner.require(">");
    while (!scanner.take("</")) {
      const part = scanner.match(TEXT);
      if (part.includes("]]>")) throw scanner.refuse();
      text += part;
      if (scanner.take("&")) text += readEntity(scanner);
      else if (!scanner.take("</")) children.push(readElement(scanner, prefixes, depth + 1));
      else break;
    }
    if (scanner.name() !== qualified) throw scanner.refuse();
    scanner.match(SPACE);
    scanner.require(">");
  }
  return { namespace, name, attributes, children, text: text.trim() };
}

function readAttributes(
  scanner: Scanner,
  outer: ReadonlyMap<string, string>,
): { attributes: Map<string, string>; prefixes: ReadonlyMap<string, string> } {
  const attributes = new Map<string, string>();
  const prefixes = new Map(outer);
  const seen = new Set<string>();
  while (scanner.match(SPACE) !== "") {
    const name = scanner.match(NAME);
    if (name === "") break;
    if (seen.has(name)) throw scanner.refuse();
    seen.add(name);
    scanner.match(SPACE);
    scanner.require("=");
    scanner.match(SPACE);
    const value = readValue(scanner);
    if (name === "xmlns") prefixes.set("", value);
    else if (name.startsWith("xmlns:") && value !== "") prefixes.set(name.slice(6), value);
    // attributes with a namespace have no place in this grammar
    else if (name.includes(":")) throw scanner.refuse();
    else attributes.set(name, value);
  }
  return { attributes, prefixes };
}

function readValue(scanner: Scanner): string {
  const quote = scanner.take('"') ? '"' : scanner.take("'") ? "'" : undefined;
  if (quote === undefined) throw scanner.refuse();
  const pattern = quote === '"' ? /[^<&"]*/y : /[^<&']*/y;
  let value = "";
  while (!scanner.take(quote)) {
    const part = scanner.match(pattern);
    value += part;
    if (scanner.take("&")) value += readEntity(scanner);
    else if (part === "") throw scanner.refuse();
  }
  return value;
}

function split(qualified: string): [prefix: string, name: string] {
  const colon = qualified.indexOf(":");
  return colon < 0 ? ["", qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
}
