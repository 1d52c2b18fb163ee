import { inflateSync } from "node:zlib";

/**
 * The text of each page of a PDF as Chromium writes one: objects in plain sight, streams deflated, letters by glyph with a table that tells
 * which character each stands for. Runs stand in the order in which they were drawn.
 */
export function pdfPages(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id = "", body = ""]) => [id, body]));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const fontOf = (id: string): ReadonlyMap<number, string> => {
    const known = fonts.get(id) ?? charactersOf(streamOf(objects.get(referenceOf(objects.get(id) ?? "", "ToUnicode")) ?? ""));
    fonts.set(id, known);
    return known;
  };
  return [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body)).map((page) => drawnText(page, objects, fontOf));
}

function drawnText(page: string, objects: ReadonlyMap<string, string>, fontOf: (id: string) => ReadonlyMap<number, string>): string {
  const resources = page.includes("/Font <<") ? page : (objects.get(referenceOf(page, "Resources")) ?? "");
  const named = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, id]));
  const drawn = streamOf(objects.get(referenceOf(page, "Contents")) ?? "");
  let font: ReadonlyMap<number, string> = new Map();
  let found = "";
  for (const [, name, glyphs] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|BT/g)) {
    if (name !== undefined) font = fontOf(named.get(name) ?? "");
    else if (glyphs === undefined) found += " ";
    else for (let at = 0; at < glyphs.length; at += 4) found += font.get(Number.parseInt(glyphs.slice(at, at + 4), 16)) ?? "";
  }
  // NFKC: fonts draw some letters as one (ﬁ).
  return found.replace(/\s+/g, " ").normalize("NFKC").trim();
}

function referenceOf(body: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? "";
}

function streamOf(body: string): string {
  const stream = /stream\r?\n(.*?)\r?\n?endstream/s.exec(body)?.[1];
  if (stream === undefined) return "";
  const bytes = Buffer.from(stream, "latin1");
  return (body.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
}

/** A `ToUnicode` table (ISO 32000-1, 9.10.3): glyph → characters. */
function charactersOf(table: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const text = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block = ""] of table.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = "", to = ""] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      characters.set(Number.parseInt(glyph, 16), text(to));
  for (const [, block = ""] of table.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, first = "", last = "", to = ""] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const from = Number.parseInt(first, 16);
      for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph += 1)
        characters.set(glyph, String.fromCodePoint(Number.parseInt(to, 16) + glyph - from));
    }
  return characters;
}
