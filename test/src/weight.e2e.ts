import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { subjects } from "@fisc/profiles/vn/samples";
import { weighForm } from "./form-page.ts";
import { weightTable } from "./page-weight.ts";
import { openStage } from "./stage.ts";

const stage = openStage();

describe("what a page costs before the first key stroke", () => {
  it("given an empty voucher in a fresh browser, when nothing is touched, then at most 60 kB of script (gzip) have come, and nothing that signs", async (test) => {
    const weight = await weighForm(stage.demo, subjects.schoolPreparer);
    test.diagnostic(`\n${weightTable(weight)}`);
    assert.ok(weight.scripts.length > 3, "the page's scripts were seen");
    assert.ok(weight.gzip <= 60_000, `${weight.gzip} bytes`);
    assert.deepEqual(
      weight.scripts.filter(({ path }) => /sign(ing|er)|pkijs|asn1|hash-worker|upload/.test(path)),
      [],
    );
  });
});
