import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Json, JsonObject } from "../model/json.ts";
import type { ProcedureDefinition } from "../model/procedure.ts";
import { withValueAt } from "./paths.ts";
import { order } from "../testing/order.ts";
import { profile } from "../testing/profile.ts";
import { checkProcedure, profileFunctions, publishDocument, publishProcedure } from "./publish.ts";

const changed = (path: string, value: Json): ProcedureDefinition =>
  withValueAt(order as unknown as JsonObject, path, value) as unknown as ProcedureDefinition;
const problems = (path: string, value: Json): readonly string[] =>
  checkProcedure(changed(path, value), profile).map((one) => `${one.at}: ${one.problem} ${one.detail}`);

describe("publishing a procedure", () => {
  it("turns every expression into a tree and leaves no CEL text", () => {
    const published = publishProcedure(order, profile, { locale: "en", regime: "test-1" });
    assert.deepEqual(published.summary.title, [".", ["id", "data"], "number"]);
    assert.deepEqual(published.workflow.transitions[3]?.when?.[0], "==");
    assert.equal(JSON.stringify(published).includes("data."), false);
    assert.deepEqual(JSON.parse(JSON.stringify(published)), published, "it is plain JSON");
  });

  it("brings labels and codes of one locale, gaps filled from the default, and none of other procedures", () => {
    const published = publishProcedure(order, profile, { locale: "vi", regime: "test-1" });
    assert.deepEqual(
      [published.labels["field.number"], published.labels["field.total"], published.labels["field.of-another-form"]],
      ["Số", "Total", undefined],
    );
    assert.equal(published.labels["role.office.head"], "office.head");
    assert.deepEqual(published.codeLists, {
      kinds: [
        { code: "a", name: "Táo" },
        { code: "b", name: "Beans" },
      ],
    });
    assert.equal(publishProcedure(order, profile, { locale: "fr", regime: "test-1" }).locale, "en");
  });

  it("refuses an unknown regime and faulty expressions", () => {
    assert.throws(() => publishProcedure(order, profile, { locale: "en", regime: "x" }), { code: "procedure.unknown-regime" });
    assert.throws(() => publishProcedure(changed("rules[0].assert", "row.code +"), profile, { locale: "en", regime: "test-1" }), {
      code: "procedure.expression",
    });
  });

  it("publishes official documents, and answers knownCode for every list of the profile", () => {
    assert.deepEqual(publishDocument({ formNumber: "T-2", fields: { number: "data.number" }, layout: ["number"] }), {
      number: [".", ["id", "data"], "number"],
    });
    const { knownCode } = profileFunctions(profile);
    assert.deepEqual([knownCode?.("kinds", "a"), knownCode?.("kinds", "q")], [true, false]);
    assert.throws(() => knownCode?.("nowhere", "a"), { code: "rule.evaluation" });
  });
});

describe("checking a definition", () => {
  it("finds nothing in a good one", () => assert.deepEqual(checkProcedure(order, profile), []));

  const faults: readonly (readonly [string, string, Json, string])[] = [
    [
      "a field that the schema does not have",
      "layout[0].sections[0].fields[0].path",
      "nummer",
      "layout[0].sections[0].fields[0]: unknown-path nummer",
    ],
    [
      "a column that the schema does not have",
      "layout[1].sections[0].fields[0].columns[0].path",
      "kind",
      "layout[1].sections[0].fields[0].columns[0]: unknown-path lines[].kind",
    ],
    ["a rule that reads an unknown column", "rules[0].assert", 'row.cod == "a"', "rules[0].assert: unknown-path lines.[].cod"],
    [
      "a rule that reads an unknown column in a macro",
      "rules[2].assert",
      'data.lines.all(l, l.cod == "a")',
      "rules[2].assert: unknown-path lines.[].cod",
    ],
    ["an expression that is no CEL", "rules[2].assert", "data.lines.all(l", "rules[2].assert: expression"],
    ["a rule whose assertion is no truth value", "rules[2].assert", "size(data.lines)", "rules[2].assert: expression"],
    ["a rule by an incomplete list", "rules[0].assert", 'knownCode("hints", row.code)', "rules[0].assert: incomplete-code-list hints"],
    ["an unknown code list", "layout[1].sections[0].fields[0].columns[0].codeList", "none", "layout[1]: unknown-code-list none"],
    ["a rule id twice", "rules[1].id", "R1", "rules[1].id: duplicate R1"],
    ["a rule at an unknown slot", "rules[1].at", "attachments.x", "rules[1].at: unknown-path attachments.x"],
    [
      "computed values that feed each other",
      "computed",
      [
        { path: "note", value: "string(data.number)" },
        { path: "number", value: "data.note" },
      ],
      "computed: cycle",
    ],
    ["a transition to nowhere", "workflow.transitions[2].to", "lost", "workflow.transitions[2].to: unknown-state lost"],
    ["a state that nobody reaches", "workflow.states.island", { final: true }, "workflow.states.island: unreachable-state island"],
    ["a state that nobody leaves", "workflow.states.paid", {}, "workflow.states.paid: dead-end paid"],
    ["an unknown role", "workflow.transitions[2].roles", ["office.guard"], "workflow.transitions[2].roles: unknown-role office.guard"],
    [
      "an unknown signature policy",
      "workflow.transitions[0].needs.signature",
      "x",
      "workflow.transitions[0].needs.signature: unknown-policy x",
    ],
    [
      "four eyes on an action that does not exist",
      "workflow.transitions[1].needs.differentActorFrom",
      ["x"],
      "workflow.transitions[1].needs.differentActorFrom: unknown-action x",
    ],
    ["a mail without a template", "workflow.transitions[2].effects[0].template", "x", "workflow.transitions[2].effects: unknown-mail x"],
    [
      "a document without a template",
      "workflow.transitions[6].effects[1].template",
      "x",
      "workflow.transitions[6].effects: unknown-document x",
    ],
    ["a clock that does not exist", "workflow.transitions[1].effects[0].key", "x", "workflow.transitions[1].effects: unknown-deadline x"],
    ["a label that a locale lacks", "rules[0].message", "silent", "labels.vi: missing-label rule.silent"],
  ];
  for (const [fault, path, value, problem] of faults) {
    it(`finds ${fault}`, () => {
      const found = problems(path, value);
      assert.ok(
        found.some((one) => one.startsWith(problem)),
        `${problem}\nin\n${found.join("\n")}`,
      );
    });
  }
});
