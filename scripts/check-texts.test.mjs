// Each check of texts finds the fault that it is there for, and leaves alone what is right.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { checkKazakhLatin, latinSource } from "./texts/kazakh-files.mjs";
import { failureCodes } from "./texts/failure-codes.mjs";
import { findForbidden, forbiddenTerms } from "./texts/glossary.mjs";
import { checkRemedies, compareTables, localeTables } from "./texts/locale-tables.mjs";
import { pageTexts } from "./texts/portal-pages.mjs";
import { wordsInTemplates } from "./texts/template-texts.mjs";

const table = (locale, texts, part = "") => ({ room: "room/locales", part, locale, file: `room/locales/${locale}.ts`, texts });

describe("the tables of a room", () => {
  it("given the same keys and places in each locale, then nothing is found", () => {
    const found = compareTables([
      table("vi", { a: "Còn {n|other:# dòng} của {name}" }),
      table("en", { a: "{name}: {n|one:# line|other:# lines} left" }),
    ]);
    assert.deepEqual(found, []);
  });

  it("given a key, a place or a plural form that one locale lacks, then each is named with its file", () => {
    const found = compareTables([
      table("vi", { a: "Tệp {name}", b: "Có", c: "{n|other:# dòng}" }),
      table("en", { a: "File {file}", c: "{n|other:# lines}" }),
      table("uk", { a: "Файл {name}", b: "Є", c: "{n|one:# рядок|other:# рядка}" }),
    ]);
    assert.deepEqual(found, [
      'room/locales/en.ts: "a" has the places {file}, room/locales/vi.ts has {name}',
      'room/locales/en.ts: "b" is missing',
      'room/locales/en.ts: "c" lacks the form one of {n}',
      'room/locales/uk.ts: "c" lacks the form few, many of {n}',
    ]);
  });

  it("given a locale that a room must have and has no file of, then it is named", () => {
    const tables = [table("vi", { a: "A" }), table("en", { a: "A" })];
    assert.deepEqual(compareTables(tables, { "room/locales": ["vi", "en", "ru"], "elsewhere/locales": ["uk"] }), [
      "room/locales: the table is missing in ru",
    ]);
  });

  it("given Cyrillic texts that changed after those in Latin letters were written, then the script to run is named", () => {
    const fresh = [table("kk", { a: "{n|other:# жол}" }), table("kk-Latn", { a: "{n|other:# jol}" })];
    assert.deepEqual(checkKazakhLatin(fresh), []);
    for (const stale of [{ a: "{n|other:# qatar}" }, {}, { a: "{n|other:# jol}", b: "B" }]) {
      const [found, ...more] = checkKazakhLatin([table("kk", { a: "{n|other:# жол}" }), table("kk-Latn", stale)]);
      assert.match(found ?? "", /^room\/locales\/kk-Latn\.ts: .* run node scripts\/write-kazakh-latin\.mjs$/);
      assert.deepEqual(more, []);
    }
  });

  it("given a file of Cyrillic texts, then its Latin one names its own locale and parts, and says where it comes from", () => {
    const source = 'import form from "./kk/form.ts";\nexport const kk: Messages = { ...form, "a.b": "{n}-жол" };\n';
    assert.equal(
      latinSource(source).split("\n").slice(1).join("\n"),
      'import form from "./kk-Latn/form.ts";\nexport const kkLatn: Messages = { ...form, "a.b": "{n}-jol" };\n',
    );
  });

  it("given a part that one locale does not have at all, then the part is named", () => {
    const found = compareTables([
      table("vi", { a: "A" }, "form.ts"),
      table("en", { a: "A" }, "form.ts"),
      table("vi", { b: "B" }, "list.ts"),
    ]);
    assert.deepEqual(found, ["room/locales: list.ts is missing in en"]);
  });

  it("given another place of the tone mark, letters that are not NFC or a curly aposrophe, then each is found", () => {
    const found = compareTables([
      table("vi", { a: "Khoá", b: "Huỷ", c: "Quý, toán, khóa, hủy, thuế", d: "Đã".normalize("NFD") }),
      table("en", { a: "A", b: "B", c: "C", d: "the treasury’s" }),
    ]);
    assert.deepEqual(found.map((text) => text.slice(0, 40)).sort(), [
      'room/locales/en.ts: "d" has a curly apos',
      'room/locales/vi.ts: "a" has its tone mar',
      'room/locales/vi.ts: "b" has its tone mar',
      'room/locales/vi.ts: "d" is not NFC',
    ]);
  });

  it("given a failure that only says what happened, then it is found; a hint is none", () => {
    const found = checkRemedies([
      table("vi", { "error.a": "Tệp rỗng.", "error.b": "Tệp rỗng. Hãy chọn tệp khác.", hint: "Tệp PDF." }),
      table("en", { "error.a": "The file is empty.", "error.b": "The file is empty. Choose another.", "problem.c": "Fill in “{label}”." }),
    ]);
    assert.deepEqual(
      found.map((text) => text.split(" does")[0]),
      ['room/locales/vi.ts: "error.a"', 'room/locales/en.ts: "error.a"'],
    );
  });

  it("given languages that tell by the verb's ending, then a text without such a verb is found", () => {
    const both = (locale, idle, telling) => table(locale, { "error.idle": idle, "error.telling": telling });
    const found = checkRemedies([
      both("uk", "Файл порожній, він не надсилається.", "Файл порожній. Перевірте його."),
      both("ru", "Файл пуст, он не отправится.", "Файл пуст. Выберите другой."),
      both("kk", "Файлыңыз бос, ол жіберілмейді.", "Файл бос. Басқасын таңдаңыз."),
      both("kk-Latn", "Failyñyz bos, ol jıberılmeidı.", "Fail bos. Basqasyn tañdañyz."),
    ]);
    assert.deepEqual(
      found.map((text) => text.split(" does")[0]),
      ["uk", "ru", "kk", "kk-Latn"].map((locale) => `room/locales/${locale}.ts: "error.idle"`),
    );
  });

  it("given files as packages have them, then parts are tables, a folder with an index is one, and what gathers parts is none", async () => {
    const root = await mkdtemp(join(tmpdir(), "texts-"));
    const write = async (file, text) => {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    };
    try {
      for (const locale of ["vi", "en"]) {
        await write(`packages/a/src/locales/${locale}.ts`, `import form from "./${locale}/form.ts";\nexport default { ...form };\n`);
        await write(`packages/a/src/locales/${locale}/form.ts`, `export default { a: "${locale}" };\n`);
        await write(
          `packages/b/src/land/labels/${locale}/index.ts`,
          `export const ${locale}: Record<string, string> = { b: "${locale}" };\n`,
        );
        await write(`packages/b/src/land/labels/${locale}/fields.ts`, `export const fields = { b: "${locale}" };\n`);
      }
      const tables = await localeTables(root);
      assert.deepEqual(
        tables.map(({ room, part, locale, texts }) => [room, part, locale, Object.values(texts)[0]]),
        [
          ["packages/a/src/locales", "form.ts", "en", "en"],
          ["packages/a/src/locales", "form.ts", "vi", "vi"],
          ["packages/b/src/land/labels", "index.ts", "en", "en"],
          ["packages/b/src/land/labels", "index.ts", "vi", "vi"],
        ],
      );
    } finally {
      await rm(root, { recursive: true });
    }
  });
});

describe("the glossary", () => {
  const terms = forbiddenTerms(
    "# G\n\n| meaning | vi | not in vi | not in en |\n|---|---|---|---|\n| a | b | `tờ khai`, `/khóa (này\\|kia)/` | `token` |\n",
  );

  it("given a text in the language of a term that is ruled out, then it is found whole, in any case", () => {
    const text = (locale, words) => ({ where: "here", locale, text: words });
    const found = findForbidden(terms, [
      text("vi", "Tờ khai này"),
      text("vi", "Cắm khóa kia"),
      text("en", "Your token."),
      text("en", "tokens, tờ khai and {token}"),
      text("vi", "khóa nào, tờ khainh, token"),
    ]);
    assert.deepEqual(
      found.map((each) => each.slice(0, 25)),
      ["here: says «tờ khai», whi", "here: says «/khóa (này|ki", "here: says «token», which"],
    );
  });
});

describe("the codes of failures", () => {
  it("given a literal, a choice, a constant, a table or a function of the file, then every code is read", () => {
    const { codes, unread } = failureCodes(`
      const codes: Record<string, string> = { A: "x.table" };
      function refuse(code: string, at: string) { return new FiscError(code, { at }); }
      class Invalid extends FiscError<"x.heir"> { constructor() { super("x.heir"); } }
      function f(flag: boolean, name: string) {
        const found = flag ? "x.constant" : null;
        if (flag) throw new FiscError(flag ? "x.this" : "x.that");
        if (found) throw new FiscError(found);
        refuse("x.function", "");
        throw new FiscError<string>(codes[name] ?? "x.else");
      }`);
    assert.deepEqual([...codes].sort(), ["x.constant", "x.else", "x.function", "x.heir", "x.table", "x.that", "x.this"]);
    assert.deepEqual(unread, []);
  });

  it("given a code that the file does not tell, then it is said instead of passed over", () => {
    const { unread } = failureCodes(
      "export function refuse(code: string) { throw new FiscError(code); }\nconst g = (body) => new FiscError(body.code);",
    );
    assert.deepEqual(unread, ["code", "body.code"]);
  });
});

describe("templates", () => {
  it("given words in a text node or in what is read aloud, then both are found with their line", () => {
    const found = wordsInTemplates('const a = 1;\nconst b = html`<p title="Close it" class="big box">Hello ${name}</p>`;');
    assert.deepEqual(found, [
      { line: 2, text: "Hello" },
      { line: 2, text: "Close it" },
    ]);
  });

  it("given Vietnamese in any other string, then it is found; a single letter is data", () => {
    const found = wordsInTemplates('const a = cond ? "Đã gửi" : "đ";');
    assert.deepEqual(found, [{ line: 1, text: "Đã gửi" }]);
  });

  it("given texts from a locale file, styles, entities and pieces that are attributes, then nothing is found", () => {
    const found = wordsInTemplates(
      'const b = html`<style>p { color: red }</style><p aria-label=${text("a")} .title=${t}>${text("b")}&nbsp;· </p>`;\nconst c = html` class="amount"`;',
    );
    assert.deepEqual(found, []);
  });
});

describe("pages of a portal", () => {
  const files = {
    "p/a.html": '<h1 data-text="h">Hồ sơ</h1><p data-text="x">Một</p><p>Lạc</p><button lang="en">English</button>',
    "p/b.html": '<h1 data-text="h">Hồ  sơ</h1><p data-text="x">Hai</p>',
    "p/english.ts": 'export const english = {\n  h: "Dossiers",\n  "y.z": "Lost",\n};\n',
  };

  it("given a key that English lacks, one without a page, one with two texts, and words without a key, then each is found", () => {
    const { problems, texts } = pageTexts((file) => files[file], ["p/a.html", "p/b.html"]);
    assert.deepEqual(problems, [
      "p/a.html: words without data-text: Lạc",
      'p/b.html: "x" is «Hai», on another page «Một»',
      'p/english.ts: "x" is missing',
      'p/english.ts: "y.z" stands on no page',
    ]);
    assert.ok(texts.some(({ locale, text }) => locale === "en" && text === "Dossiers"));
  });
});
