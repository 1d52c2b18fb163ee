import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ProcedureDefinition } from "../model/procedure.ts";
import { order } from "../testing/order.ts";
import { profile } from "../testing/profile.ts";
import { nameForms, timingAt } from "./field-names.ts";
import { publishProcedure } from "./publish.ts";

const published = (definition: ProcedureDefinition, labels: Record<string, string> = {}) =>
  publishProcedure(
    definition,
    { ...profile, labels: { en: { ...profile.labels["en"], ...labels } }, locales: ["en"] },
    { locale: "en", regime: "test-1" },
  );

describe("names of fields in messages", () => {
  it("given forms for some cases, then those travel with the form, and the nominative stands for the others", () => {
    const { labels } = published(order, { "field.number": "Номер", "field.number.genitive": "номера", "field.other.genitive": "іншого" });
    assert.equal(labels["field.other.genitive"], undefined, "not of this form");
    const { label, label_genitive, label_accusative } = nameForms(labels, "field.number");
    assert.deepEqual([label, label_genitive, label_accusative], ["Номер", "номера", "Номер"]);
    assert.equal(nameForms(labels, "field.unknown")["label_dative"], "field.unknown");
  });
});

describe("when faults are first shown", () => {
  const fields = order.layout[1]?.sections[0]?.fields ?? [];
  const timed = (form: ProcedureDefinition["validate"], table: ProcedureDefinition["validate"], column: ProcedureDefinition["validate"]) =>
    published({
      ...order,
      ...(form ? { validate: form } : {}),
      layout: order.layout.with(1, {
        id: "detail",
        sections: [
          {
            id: "lines",
            fields: fields.map((field) =>
              field.type === "lines"
                ? {
                    ...field,
                    ...(table ? { validate: table } : {}),
                    columns: field.columns.map((one) => (one.path === "code" && column ? { ...one, validate: column } : one)),
                  }
                : field,
            ),
          },
        ],
      }),
    });

  it("is what the field says, else its table, else the form, else when it is left", () => {
    const told = (...timings: Parameters<typeof timed>): readonly string[] =>
      ["lines[3].code", "lines[3].price", "lines", "number", "attachments.contract"].map((path) => timingAt(timed(...timings), path));
    assert.deepEqual(told(undefined, undefined, undefined), ["blur", "blur", "blur", "blur", "blur"]);
    assert.deepEqual(told("submit", undefined, "live"), ["live", "submit", "submit", "submit", "submit"]);
    assert.deepEqual(told("submit", "live", "blur"), ["blur", "live", "live", "submit", "submit"]);
  });
});
