import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Json, JsonObject } from "../model/json.ts";
import type { Migration, MigrationStep } from "../model/migration.ts";
import type { ProcedureDefinition } from "../model/procedure.ts";
import { checkProcedure, publishProcedure } from "../rules/publish.ts";
import { order } from "../testing/order.ts";
import { profile } from "../testing/profile.ts";
import { migrateData, type MigratedData } from "./index.ts";

const definition = (migrations: readonly Migration<string>[], version = 5): ProcedureDefinition => ({ ...order, version, migrations });
const migrate = (migrations: readonly Migration<string>[], data: JsonObject, version = 3): MigratedData =>
  migrateData(publishProcedure(definition(migrations), profile, { locale: "en", regime: "test-1" }), { version, data });

/** Version 3 had the account in two parts, the payee's name in two fields, and lines with an old code and a remark. */
const migrations: readonly Migration<string>[] = [
  {
    from: 3,
    steps: [
      { do: "move", from: "voucher.no", to: "voucherNumber" },
      { do: "derive", from: ["bank", "branch"], to: "account", value: "data.bank + data.branch" },
      { do: "codes", from: "lines[].code", codes: { "1": "a", "2": "b" } },
      { do: "drop", from: "lines[].remark" },
    ],
  },
  {
    from: 4,
    steps: [
      { do: "move", from: "voucherNumber", to: "number" },
      { do: "default", to: "way", value: "transfer" },
      { do: "derive", from: ["lines[].total"], to: "lines[].price", value: "row.total / 2 * (index + 1)" },
    ],
  },
];

const draft: JsonObject = {
  voucher: { no: "N-7" },
  bank: "12",
  branch: "34",
  lines: [{ code: "1", remark: "urgent", total: 10 }, { code: "9", total: 20 }, { code: "2" }],
  stamp: { colour: "red" },
};

describe("a draft of version 3 in a form of version 5", () => {
  it("given the steps of both versions, then its values stand where the form has them, and the report tells the rest", () => {
    const { data, report } = migrate(migrations, draft);
    assert.deepEqual(data, {
      number: "N-7",
      way: "transfer",
      account: "1234",
      lines: [{ code: "a", price: 5 }, { code: "9", price: 20 }, { code: "b" }],
    });
    assert.deepEqual(report, [
      { what: "moved", from: "voucher.no", to: "voucherNumber", version: 4 },
      { what: "derived", from: "bank", to: "account", value: "12", version: 4 },
      { what: "derived", from: "branch", to: "account", value: "34", version: 4 },
      { what: "mapped", from: "lines[0].code", value: "1", version: 4 },
      { what: "unmapped", from: "lines[1].code", value: "9", version: 4 },
      { what: "mapped", from: "lines[2].code", value: "2", version: 4 },
      { what: "dropped", from: "lines[0].remark", value: "urgent", version: 4 },
      { what: "moved", from: "voucherNumber", to: "number", version: 5 },
      { what: "filled", to: "way", version: 5 },
      { what: "derived", from: "lines[0].total", to: "lines[0].price", value: 10, version: 5 },
      { what: "derived", from: "lines[1].total", to: "lines[1].price", value: 20, version: 5 },
      { what: "dropped", from: "stamp", value: { colour: "red" }, version: 5 },
    ]);
  });

  it("given a value that cannot be derived, then its sources are in the report", () => {
    const { data, report } = migrate(migrations, { bank: 12, branch: "34", lines: [] });
    assert.equal(data["account"], undefined);
    assert.deepEqual(
      report.filter(({ what }) => what === "failed" || what === "dropped").map(({ what, value }) => [what, value]),
      [
        ["failed", undefined],
        ["dropped", 12],
        ["dropped", "34"],
      ],
    );
  });

  it("given the version of today, then nothing is touched; given one without a way, then that is said", () => {
    assert.equal(migrate(migrations, draft, 5).data, draft);
    assert.throws(() => migrate(migrations, draft, 2), { code: "migration.no-way", params: { from: 2, to: 5 } });
    assert.throws(() => migrate(migrations, draft, 6), { code: "migration.no-way" });
    assert.throws(() => migrate(migrations.slice(0, 1), draft), { code: "migration.no-way" });
  });

  it("loses no value, whatever was entered and whatever the steps are", () => {
    const path = fc.constantFrom("number", "note", "old", "old.part", "old.part.deep", "person");
    const column = fc.constantFrom("lines[].code", "lines[].price", "lines[].old", "lines[].old.part");
    const stepOn = (place: fc.Arbitrary<string>): fc.Arbitrary<MigrationStep<string>> =>
      fc.oneof(
        fc.record({ do: fc.constant("move" as const), from: place, to: place }),
        fc.record({ do: fc.constant("drop" as const), from: place }),
        fc.record({ do: fc.constant("default" as const), to: place, value: fc.constantFrom<Json>("new", 0, { part: "new" }) }),
        fc.record({ do: fc.constant("codes" as const), from: place, codes: fc.constant({ "v-1": "code" }) }),
        fc.record({
          do: fc.constant("derive" as const),
          from: fc.array(place, { maxLength: 2 }),
          to: place,
          value: fc.constantFrom('"x"', "data.old + 1"),
        }),
      );
    const steps = fc.array(fc.oneof(stepOn(path), stepOn(column)), { maxLength: 6 });
    let count = 0;
    // Every value is another one, so that none can stand in for one that was lost.
    const leaf = fc.boolean().map((text): Json => ((count += 1), text ? `v-${count}` : 1_000 + count));
    const tree = fc.oneof(
      leaf,
      fc.record({ part: fc.oneof(leaf, fc.record({ deep: leaf }, { requiredKeys: [] })) }, { requiredKeys: [] }),
      fc.array(leaf, { maxLength: 2 }),
    );
    const row = fc.record({ code: tree, price: tree, old: tree }, { requiredKeys: [] });
    const entered = fc.record(
      { number: tree, note: tree, old: tree, person: tree, other: tree, lines: fc.oneof(fc.array(row, { maxLength: 3 }), tree) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(entered, steps, steps, (data, first, second) => {
        const { data: after, report } = migrate(
          [
            { from: 3, steps: first },
            { from: 4, steps: second },
          ],
          data as JsonObject,
        );
        const kept = new Set([...leaves(after), ...report.flatMap(({ value }) => leaves(value))]);
        assert.deepEqual(
          leaves(data as Json).filter((value) => !kept.has(value)),
          [],
        );
      }),
      { numRuns: 400 },
    );
  });
});

function leaves(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return typeof value === "object" ? Object.values(value).flatMap(leaves) : [value];
}

describe("checking migrations", () => {
  const found = (steps: readonly MigrationStep<string>[], from = 4): readonly string[] =>
    checkProcedure(definition([{ from, steps }]), profile).map(({ at, problem, detail }) => `${at}: ${problem} ${detail}`);

  it("finds nothing in good ones", () => assert.deepEqual(checkProcedure(definition(migrations), profile), []));
  it("finds a version without a way to the next", () => assert.deepEqual(found([], 2), ["migrations[0].from: migration-gap 2"]));
  it("finds a place that the form does not have", () =>
    assert.deepEqual(found([{ do: "move", from: "a", to: "b" }]), ["migrations[0].steps[0].to: unknown-path b"]));
  it("finds steps between tables", () =>
    assert.deepEqual(found([{ do: "move", from: "rows[].code", to: "lines[].code" }]), [
      "migrations[0].steps[0]: migration-tables rows[].code lines[].code",
    ]));
  it("finds an expression that is none", () =>
    assert.match(
      found([{ do: "derive", from: ["a"], to: "number", value: "data.a +" }])[0] ?? "",
      /^migrations\[0\]\.steps\[0\]\.value: expression/,
    ));
});
