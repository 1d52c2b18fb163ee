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

describe("the portal's content security policy", () => {
  it("given a script and a piece of HTML that somebody plants in the page, when they are to run, then neither does and the portal hears of both", async () => {
    const desk = await stage.desk(subjects.schoolPreparer);
    await desk.page.goto(`${stage.demo.addresses.portal}/index.html`);
    const before = stage.demo.portal.reports().length;
    const ran = await desk.page.evaluate(async () => {
      const planted = ((window as unknown as { planted: string[] }).planted = [] as string[]);
      const refused: string[] = [];
      try {
        document.body.insertAdjacentHTML("beforeend", '<img src="x" onerror="window.planted.push(1)">');
      } catch {
        refused.push("html");
      }
      try {
        const script = document.createElement("script");
        script.textContent = "window.planted.push(2)";
        document.body.append(script);
      } catch {
        refused.push("script");
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { planted, refused };
    });
    assert.deepEqual(ran.planted, []);
    assert.ok(ran.refused.includes("html"), "Trusted Types refuse a string as HTML");
    for (let attempt = 0; stage.demo.portal.reports().length < before + 2 && attempt < 50; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const reports = JSON.stringify(stage.demo.portal.reports().slice(before));
    assert.match(reports, /trusted-types|require-trusted-types-for/);
    assert.ok(stage.demo.portal.reports().length >= before + 2, reports);
  });
});
