import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Json, JsonObject } from "../model/json.ts";
import { withValueAt } from "../rules/paths.ts";
import { order } from "../testing/order.ts";
import { profile } from "../testing/profile.ts";
import { register } from "../testing/register.ts";
import { checkDefinition, definitionMessages, procedureSchema } from "./index.ts";

const textOf = (definition: object): string => JSON.stringify(definition, null, 2);
const changed = (path: string, value: Json | undefined): string => textOf(withValueAt(order as unknown as JsonObject, path, value));
/** `line:column code at detail`, and the text that stands there. */
const told = (text: string): readonly string[] =>
  checkDefinition(text, profile).map(({ line, column, code, at, params }) => {
    const there = (text.split("\n")[line - 1] ?? "").slice(column - 1, column + 11);
    return `${code} ${at} ${params["detail"] ?? ""} «${there}»`.replaceAll("  ", " ");
  });

describe("checking the text of a definition", () => {
  it("given good ones, then nothing is told", () => {
    assert.deepEqual(told(textOf(order)), []);
    assert.deepEqual(checkDefinition(textOf(register)), []);
    assert.deepEqual(told(`\uFEFF${textOf(order).replaceAll("\n", "\r\n")}`), [], "as some editors save it");
  });

  it("given what is no JSON, then the place where it ends to be", () => {
    assert.deepEqual(checkDefinition('{\n  "id": "a.b",\n  "version": ,\n}')[0], {
      code: "definition.syntax",
      at: "",
      line: 3,
      column: 14,
      params: { detail: "value-expected" },
    });
    assert.deepEqual(told('{\n  // why\n  "id": "a"\n}'), ["definition.syntax comment «// why»"]);
    assert.deepEqual(told('{ "id": 1, "id": 2 }'), ['definition.duplicate-name id «"id": 2 }»']);
    assert.equal(checkDefinition("")[0]?.code, "definition.syntax");
  });

  const faults: readonly (readonly [string, string, string])[] = [
    [
      "a field of an unknown type",
      changed("layout[0].sections[0].fields[0].type", "txt"),
      'definition.shape layout[0].sections[0].fields[0].type enum layout[0].sections[0].fields[0].type «"txt",»',
    ],
    ["a part too much", changed("rules[1].hint", "x"), 'definition.shape rules[1].hint additionalProperties rules[1].hint «"x"»'],
    [
      "a part that is missing, at what should have it",
      changed("rules[3].source", undefined),
      "definition.shape rules[3].source required rules[3].source «{»",
    ],
    [
      "an effect of another kind",
      changed("workflow.transitions[2].effects[0]", { type: "mail", key: "x" }),
      "definition.shape workflow.transitions[2].effects[0].template",
    ],
    [
      "an expression, at the very letter",
      changed("rules[2].assert", 'data.lines.all(l, l.code == "a" && )'),
      'definition.expression rules[2].assert Unexpected token: RPAREN «)"',
    ],
    [
      "an unknown name behind escapes",
      changed("rules[2].assert", '"\t\\"" == data.number || nobody == 1'),
      "definition.expression rules[2].assert Unknown variable: nobody «nobody == 1",
    ],
    [
      "a function that forms do not have",
      changed("rules[2].assert", "data.lines == [1] && getYear(data.lines)"),
      "definition.expression rules[2].assert",
    ],
    [
      "a column that is none",
      changed("rules[0].assert", 'row.cod == "a"'),
      'definition.unknown-path rules[0].assert lines.[].cod «"row.cod == »',
    ],
    [
      "arithmetic on text",
      changed("computed[1].value", "data.number * 2"),
      'definition.wrong-type computed[1].value data.number * 2: number expected, not string «"data.number»',
    ],
    [
      "text against a number, in a macro",
      changed("rules[2].assert", "data.lines.all(l, l.price > l.code)"),
      "definition.wrong-type rules[2].assert l.price > l.code: number and string",
    ],
    [
      "a choice that never is",
      changed("rules[3].when", 'data.way == "swim"'),
      'definition.never-equal rules[3].when data.way == "swim" «"data.way ==»',
    ],
    [
      "a section that nobody sees",
      changed("layout[0].sections[1].visible", "1 > 2"),
      'definition.never-shown layout[0].sections[1].visible 1 > 2 «"1 > 2",»',
    ],
    ["an open object of the data", changed("schema.$defs.line.additionalProperties", true), "definition.open-object schema.$defs.line"],
    ["an initial value that the data may not have", changed("initial.way", "swim"), 'definition.initial initial.way schema.enum «"swim",»'],
    [
      "a state that nobody reaches",
      changed("workflow.states.island", { final: true }),
      "definition.unreachable-state workflow.states.island island «{»",
    ],
    ["a label that a locale lacks", changed("rules[0].message", "silent"), "definition.missing-label labels.vi rule.silent «{»"],
  ];
  for (const [fault, text, line] of faults) {
    it(`given ${fault}, then it is told where it stands`, () => {
      const found = told(text);
      assert.ok(
        found.some((one) => one.startsWith(line)),
        `${line}\nin\n${found.join("\n")}`,
      );
    });
  }

  it("given hostile text, then it is refused before anything looks into it", () => {
    assert.deepEqual(
      checkDefinition(`{"id": {"__proto__": {}}}`).map(({ code }) => code),
      ["definition.forbidden-input"],
    );
    assert.equal(checkDefinition("[".repeat(3_000) + "]".repeat(3_000))[0]?.code, "definition.forbidden-input");
  });

  it("has a text for every code that it can give", () => {
    const sources = ["check-procedure", "check-workflow", "check-migrations", "check-data", "check-types"]
      .map((name) => readFileSync(new URL(`../rules/${name}.ts`, import.meta.url), "utf8"))
      .join("\n");
    const codes = [...sources.matchAll(/report\([^"]*?(?:at|`[^`]*`|"[^"]*"), "([\w-]+)"/g)].map(([, code]) => `definition.${code}`);
    assert.ok(codes.length > 15);
    assert.deepEqual(
      codes.filter((code) => !definitionMessages[code]),
      [],
    );
  });
});

describe("the published schema of definitions", () => {
  it("is what the check uses", () => {
    const published = readFileSync(new URL("../../schema/procedure.schema.json", import.meta.url), "utf8");
    assert.deepEqual(JSON.parse(published), procedureSchema, "scripts/write-procedure-schema.ts writes it anew");
  });
});

describe("fisc-definition", () => {
  const folder = mkdtempSync(join(tmpdir(), "fisc-definition-"));
  after(() => rmSync(folder, { recursive: true }));
  const command = fileURLToPath(new URL("../../bin/fisc-definition.mjs", import.meta.url));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, ["--conditions=source", command, ...args], { encoding: "utf8" });

  it("given good files, then it says nothing and ends with 0", () => {
    const { stdout, status } = run("check", file("good.json", textOf(order)), file("register.json", textOf(register)));
    assert.deepEqual([stdout, status], ["", 0]);
  });

  it("given a fault, then a line that an editor can follow, or JSON, and the end is 1", () => {
    const bad = file("bad.json", changed("rules[0].assert", 'row.cod == "a"'));
    const { status, stdout } = run("check", "--profile", file("profile.json", textOf(profile)), bad);
    assert.equal(status, 1);
    assert.match(stdout, /bad\.json:\d+:\d+ definition\.unknown-path the data has no place lines\.\[\]\.cod\n/);
    const { problems } = JSON.parse(run("check", "--json", bad).stdout) as { readonly problems: readonly { readonly code: string }[] };
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["definition.unknown-path"],
    );
  });

  it("given --help, or a file that is not there, then it says what it needs", () => {
    assert.match(run("--help").stdout, /Usage: fisc-definition check/);
    const { status, stderr } = run("check", join(folder, "nowhere.json"));
    assert.equal(status, 2);
    assert.match(stderr, /nowhere\.json/);
  });
});
