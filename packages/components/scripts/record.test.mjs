import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { elementsOf, folder, freshManifest, sources } from "./manifest.mjs";
import { recordFaults } from "./record-faults.mjs";
import { documentedTokens, tokens } from "./tokens-of-elements.mjs";
import { oldRecords } from "./write-manifest.mjs";

const manifest = freshManifest();
const read = sources();
const standing = recordFaults(manifest, read);
/** What is at fault beyond what already is: the first story tells of that. */
const newFaults = (of, from) => recordFaults(of, from).filter((fault) => !standing.includes(fault));
const changed = (path, from, to) =>
  read.map((source) => {
    if (source.path !== path) return source;
    assert.ok(source.text.includes(from), `${path} has ${from}`);
    return { path, text: source.text.replace(from, to) };
  });

describe("the public record of the elements", () => {
  it("given the elements as they stand, then each says its summary, properties, events, parts and slots, and has them", () => {
    assert.ok(elementsOf(manifest).length > 25, "elements were found");
    assert.deepEqual(standing, []);
  });

  it("given the committed manifest, types and editor data, then they are what the sources say", () => {
    assert.deepEqual(oldRecords(manifest), [], "pnpm --filter @fisc/components manifest");
  });

  it("given a part that nobody wrote down, or one that nothing draws any more, then the record is at fault", () => {
    const path = "src/money-field/money-field.ts";
    const renamed = newFaults(manifest, changed(path, 'part="currency"', 'part="coin"'));
    assert.deepEqual(renamed, [
      "<fisc-money-field> says it has the part currency, which nothing draws",
      "<fisc-money-field> draws a part that is not in the record: coin",
    ]);
  });

  it("given an event that nobody wrote down, then the record is at fault", () => {
    const silent = structuredClone(manifest);
    for (const { declaration } of elementsOf(silent)) if (declaration.tagName === "fisc-error-summary") declaration.events = [];
    assert.deepEqual(newFaults(silent, read), ["<fisc-error-summary> fires an event that is not in the record: fisc-error-followed"]);
  });

  it("given an element without its line in the record, or a property without a word, then the record is at fault", () => {
    const without = structuredClone(manifest);
    for (const { declaration } of elementsOf(without)) {
      if (declaration.tagName === "fisc-notice") delete declaration.tagName;
      if (declaration.tagName === "fisc-words-output") delete declaration.members[0].description;
    }
    assert.deepEqual(newFaults(without, read), [
      "<fisc-notice> is registered and not in the record",
      "<fisc-words-output> has a property without a description: label",
    ]);
  });

  it("given a field, then the record has the type of its value, the name of its attribute and the class of its events", () => {
    const byTag = new Map(elementsOf(manifest).map(({ declaration }) => [declaration.tagName, declaration]));
    const member = (tag, name) => byTag.get(tag).members.find((one) => one.name === name);
    assert.equal(member("fisc-money-field", "value").type.text, "number | null");
    assert.equal(member("fisc-period-field", "value").type.text, "string");
    assert.equal(member("fisc-multiline-field", "maxLength").attribute, "max-length");
    assert.deepEqual(
      byTag.get("fisc-line-table").events.map(({ type }) => type.text),
      ["CellChangeEvent", "CellLeftEvent", "RowsChangeEvent"],
    );
    for (const { declaration } of elementsOf(manifest))
      for (const { name } of declaration.members ?? []) assert.ok(!name.startsWith("#"), `${declaration.tagName} ${name}`);
  });
});

/** Styles of this package as they are written: without comments. */
const styles = read
  .filter(({ text }) => text.includes("css`"))
  .map(({ path, text }) => ({
    path,
    text: [...text.matchAll(/css`([^`]*)`/g)].map(([, style]) => style.replace(/\/\*[^]*?\*\//g, "")).join("\n"),
  }));

/** Relative luminance by WCAG 2.2, of `#rrggbb`. */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What stands on what, and how clear it must be: 4.5 for text (1.4.3), 3 for lines and the focus (1.4.11). */
const pairs = [
  ...["text", "text-muted", "link", "error", "warning", "success"].flatMap((colour) => [
    [colour, "surface", 4.5],
    [colour, "surface-raised", 4.5],
  ]),
  ["on-primary", "primary", 4.5],
  ["primary", "surface", 3],
  ...["error", "warning", "success"].flatMap((kind) => [
    [kind, `${kind}-surface`, 4.5],
    ["text", `${kind}-surface`, 4.5],
  ]),
  ["border", "surface", 3],
  ["focus", "surface", 3],
  ["focus", "surface-raised", 3],
];

/** Properties and values that know left from right. What they say in one direction of writing is wrong in the other. */
const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|justify-[\w-]+)\s*:\s*(?:left|right)\b/g;
const physicalIn = (text) => [...text.matchAll(physical)].map(([found]) => found.trim());

describe("the design tokens", () => {
  it("given the tokens, then each has its line of documentation, and no line is without a token", () => {
    assert.deepEqual(
      [...documentedTokens().keys()],
      tokens().map(({ name }) => name),
    );
    for (const { name, about, default: value } of tokens()) assert.ok(about && value, name);
  });

  it("given the styles, then every token is read by some, and nothing is read that is no token", () => {
    const used = new Set(styles.flatMap(({ text }) => [...text.matchAll(/var\((--_?[\w-]+)/g)].map(([, name]) => name)));
    const set = new Set(styles.flatMap(({ text }) => [...text.matchAll(/(--_[\w-]+)\s*:/g)].map(([, name]) => name)));
    const scripts = read.flatMap(({ text }) => [...text.matchAll(/setProperty\(\s*"(--_[\w-]+)"/g)].map(([, name]) => name));
    const known = new Set([...set, ...scripts, ...tokens().map(({ name }) => name)]);
    assert.deepEqual(
      [...used].filter((name) => !known.has(name)),
      [],
    );
    assert.deepEqual(
      tokens()
        .filter(({ inside }) => !used.has(inside))
        .map(({ name }) => name),
      [],
    );
  });

  it("given the colours as they come, then text, lines and the focus are clear enough on what they stand on, in light and in dark", () => {
    const colours = new Map(tokens().map(({ name, default: value }) => [name, /light-dark\((#\w{6}), (#\w{6})\)/.exec(value)?.slice(1)]));
    const unclear = pairs.flatMap(([colour, ground, wanted]) =>
      [0, 1].flatMap((scheme) => {
        const found = contrast(colours.get(`--fisc-color-${colour}`)[scheme], colours.get(`--fisc-color-${ground}`)[scheme]);
        return found >= wanted ? [] : [`${colour} on ${ground}, ${scheme === 0 ? "light" : "dark"}: ${found.toFixed(2)}`];
      }),
    );
    assert.deepEqual(unclear, []);
    assert.ok(Math.abs(contrast("#ffffff", "#000000") - 21) < 0.01 && contrast("#777777", "#ffffff") < 4.5);
  });

  it("given a colour in a style, then it is a token's, a system colour of forced colours, or a shadow", () => {
    const own = styles
      .filter(({ path }) => path !== "src/foundation/tokens.ts")
      .flatMap(({ path, text }) => [...text.matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([colour]) => `${path}: ${colour}`));
    assert.deepEqual(own, []);
  });

  it("given a person who asked for rest, then nothing moves: what does, stands under a question for those who did not", () => {
    const moving = styles.flatMap(({ path, text }) =>
      [
        ...text
          .replace(/@media \(prefers-reduced-motion: no-preference\)\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, "")
          .matchAll(/(?<![\w-])(?:animation|transition|scroll-behavior)[\w-]*\s*:/g),
      ].map(([found]) => `${path}: ${found}`),
    );
    assert.deepEqual(moving, []);
  });

  it("given the styles, then none knows left from right, so that they hold in both directions of writing", () => {
    assert.ok(styles.length > 20, "styles were found");
    assert.deepEqual(
      styles.flatMap(({ path, text }) => physicalIn(text).map((found) => `${path}: ${found}`)),
      [],
    );
    assert.deepEqual(physicalIn("a { margin-left: 1px; text-align: right; border-left-width: 2px; inset-inline-start: 0 }"), [
      "margin-left:",
      "text-align: right",
      "border-left-width:",
    ]);
  });
});

describe("the package", () => {
  const about = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));

  it("given the rooms, then every define module is named as having a side effect, every tag is in all.ts or comes with an element that is, and every class is exported", () => {
    const tags = globSync("src/*/define.ts", { cwd: folder }).filter((path) => path !== "src/foundation/define.ts");
    assert.ok(tags.length > 25);
    assert.ok(about.sideEffects.includes("./dist/**/define.js"));
    const reached = new Set();
    const visit = (path) => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const [, to] of readFileSync(path, "utf8").matchAll(/import\s*\(?\s*"(\.[^"]+\.ts)"/g)) visit(resolve(path, "..", to));
    };
    visit(resolve(folder, "src/all.ts"));
    assert.deepEqual(
      tags.filter((path) => !reached.has(resolve(folder, path))),
      [],
    );
    const index = readFileSync(resolve(folder, "src/index.ts"), "utf8");
    const unexported = elementsOf(manifest).filter(({ path }) => !index.includes(`"./${path.slice("src/".length)}"`));
    assert.deepEqual(
      unexported.map(({ declaration }) => declaration.tagName),
      [],
    );
  });

  it("given the record, then package.json names it and the editors' data, and ships them", () => {
    for (const path of [about.customElements, about["web-types"], "editor/html-data.json", "editor/css-data.json"]) {
      assert.ok(
        about.files.some((kept) => path === kept || path.startsWith(`${kept}/`)),
        path,
      );
      JSON.parse(readFileSync(resolve(folder, path), "utf8"));
    }
  });
});
