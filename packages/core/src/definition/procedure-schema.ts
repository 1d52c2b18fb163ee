import type { Json, JsonObject } from "../model/json.ts";

/** Where the schema is published; `$schema` of an author's file may name it. */
export const procedureSchemaId = "https://fisc.dev/schema/procedure.schema.json";

const text: JsonObject = { type: "string", minLength: 1 };
const flag: JsonObject = { type: "boolean" };
const count: JsonObject = { type: "integer", minimum: 0 };
const named = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });
const listOf = (items: JsonObject, minItems = 0): JsonObject => ({ type: "array", items, ...(minItems ? { minItems } : {}) });
const mapOf = (additionalProperties: JsonObject): JsonObject => ({ type: "object", additionalProperties });
const any: JsonObject = {};
/** A closed object; names that end in `?` may be absent. */
function closed(fields: Readonly<Record<string, JsonObject>>, description?: string): JsonObject {
  const entries = Object.entries(fields);
  return {
    type: "object",
    ...(description ? { description } : {}),
    additionalProperties: false,
    required: entries.filter(([name]) => !name.endsWith("?")).map(([name]) => name),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace("?", ""), schema])),
  };
}
const oneOfTexts = (...texts: readonly string[]): JsonObject => ({ enum: texts });
/** JSON Schema's `if` by the value of a field. Written as entries: an object with a field `then` would pass for a promise. */
const when = (field: string, value: string, yes: JsonObject, no?: JsonObject): JsonObject =>
  Object.fromEntries(
    new Map<string, Json>()
      .set("if", { properties: { [field]: { const: value } }, required: [field] })
      .set("then", yes)
      .set("else", no ?? true),
  );
/** What an object must be, chosen by one of its fields. */
const byField = (field: string, kinds: Readonly<Record<string, JsonObject>>): JsonObject => ({
  type: "object",
  required: [field],
  properties: { [field]: oneOfTexts(...Object.keys(kinds)) },
  allOf: Object.entries(kinds).map(([kind, shape]): Json => when(field, kind, shape)),
});

const expression: JsonObject = {
  ...text,
  description: "CEL over data and context; in a line table also row and index; in the workflow also input.",
};
const flagOrExpression: JsonObject = { type: ["boolean", "string"], minLength: 1 };
const cellTypes = ["text", "number", "money", "date", "period", "code", "account", "iban", "identifier", "choice", "words"] as const;
const valueField: JsonObject = {
  type: oneOfTexts(...cellTypes, "multiline", "choices", "checkbox"),
  path: text,
  "required?": flagOrExpression,
  "visible?": expression,
  "readOnly?": flag,
  "options?": listOf(text, 1),
  "widget?": oneOfTexts("radio", "select"),
  "identifier?": text,
  "periods?": listOf(oneOfTexts("month", "quarter", "year"), 1),
  "codeList?": text,
  "length?": { type: "integer", minimum: 1 },
  "autocomplete?": text,
  "language?": text,
  "validate?": named("timing"),
};
const lineTable: JsonObject = {
  type: oneOfTexts("lines"),
  path: text,
  columns: listOf(named("column"), 1),
  minRows: count,
  maxRows: { type: "integer", minimum: 1 },
  "totals?": mapOf(text),
  "validate?": named("timing"),
};
const fields = (shape: JsonObject): Readonly<Record<string, JsonObject>> => shape as Readonly<Record<string, JsonObject>>;

/** JSON Schema 2020-12 of a procedure's definition: structure, layout, rules, workflow. What only its parts together can say is checked beside it. */
export const procedureSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: procedureSchemaId,
  title: "Procedure of a treasury e-service",
  ...closed({
    "$schema?": text,
    id: { type: "string", pattern: "^[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9-]*)+$", description: "profile.procedure" },
    version: { type: "integer", minimum: 1 },
    formNumber: { type: "string" },
    schema: { type: "object", description: "JSON Schema 2020-12 of the data; its objects are closed." },
    initial: { type: "object", description: "A new form's data." },
    layout: listOf(named("page"), 1),
    "validate?": named("timing"),
    computed: listOf(closed({ path: text, value: expression, "when?": expression })),
    rules: listOf(named("rule")),
    attachments: listOf(named("slot")),
    workflow: named("workflow"),
    signaturePolicies: mapOf(named("policy")),
    deadlines: mapOf(
      closed({ workingDays: expression, cutOff: { type: "string", pattern: "^[0-2][0-9]:[0-5][0-9]:[0-5][0-9]$" }, source: text }),
    ),
    "migrations?": listOf(named("migration")),
    summary: closed({ title: expression, amount: expression, number: expression }),
  }),
  $defs: {
    timing: { ...oneOfTexts("submit", "blur", "live"), description: "When faults are first shown; live from then on." },
    page: closed({ id: text, sections: listOf(named("section"), 1) }),
    section: closed({ id: text, "visible?": expression, fields: listOf(named("field")) }),
    field: {
      type: "object",
      required: ["type"],
      ...when("type", "lines", closed(fields(lineTable)), closed(fields(valueField))),
    },
    column: closed(fields({ ...valueField, type: oneOfTexts(...cellTypes) })),
    rule: closed({
      id: text,
      at: text,
      severity: oneOfTexts("error", "warning"),
      "when?": expression,
      assert: expression,
      message: text,
      "params?": mapOf(expression),
      "where?": oneOfTexts("everywhere", "gateway"),
      source: { ...text, description: "Decree and article, or how sure the fact is." },
    }),
    slot: closed({
      id: text,
      "visible?": expression,
      required: flagOrExpression,
      maxFiles: { type: "integer", minimum: 1 },
      maxBytes: { type: "integer", minimum: 1 },
      mediaTypes: listOf(text, 1),
    }),
    workflow: closed({ initial: text, states: mapOf(named("state")), transitions: listOf(named("transition"), 1) }),
    state: closed({ "holder?": text, "shownAs?": text, "final?": flag, "editable?": flag }),
    transition: closed({
      action: text,
      from: listOf(text, 1),
      to: text,
      roles: listOf(text, 1),
      "when?": expression,
      "needs?": closed({
        "reason?": closed({ minLength: count, maxLength: count }),
        "fixes?": flag,
        "signature?": text,
        "differentActorFrom?": listOf(text, 1),
        "choices?": mapOf(listOf(text, 1)),
      }),
      "effects?": listOf(named("effect")),
    }),
    effect: byField("type", {
      mail: closed({ type: any, template: text }),
      ledger: closed({ type: any, operation: text, "parameters?": { type: "object" } }),
      deadline: closed({ type: any, key: text, "since?": text }),
      deadlineMet: closed({ type: any, key: text }),
      document: closed({ type: any, template: text }),
    }),
    policy: closed({
      role: text,
      signs: text,
      purpose: oneOfTexts("dossier.sign", "dossier.approve", "document.issue"),
      after: listOf(text),
      level: oneOfTexts("B-B", "B-T", "B-LT", "B-LTA"),
      keyUsage: listOf(text),
    }),
    migration: closed(
      { from: { type: "integer", minimum: 1 }, steps: listOf(named("step")) },
      "How data of version `from` becomes data of the next.",
    ),
    step: byField("do", {
      move: closed({ do: any, from: text, to: text }),
      default: closed({ do: any, to: text, value: any }),
      drop: closed({ do: any, from: text }),
      derive: closed({ do: any, from: listOf(text), to: text, value: expression }),
      codes: closed({ do: any, from: text, codes: mapOf(text) }),
    }),
  },
};
