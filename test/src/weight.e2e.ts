import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { subjects } from "@fisc/profiles/vn/samples";
import { chromium } from "playwright";
import { weighForm } from "./form-page.ts";
import { buildOrderPages, weighField, weighFurtherFields, weighOrder, withOrder } from "./order-pages.ts";
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

describe("what engine and fields cost without the form element", () => {
  before(buildOrderPages);

  it("given a payment order of twelve fields, when nothing is touched, then at most 40 kB of script (gzip) have come", async (test) => {
    const weight = await weighOrder();
    test.diagnostic(`\n${weightTable(weight)}`);
    assert.ok(weight.gzip > 12_000, "engine and fields were seen");
    assert.ok(weight.gzip <= 40_000, `${weight.gzip} bytes`);
  });

  it("given one text field, then it costs at most 12 kB with all that it needs, and each further element at most 1.5 kB", async (test) => {
    const weight = await weighField();
    test.diagnostic(`\n${weightTable(weight)}`);
    assert.ok(weight.gzip > 5_000, "the field was seen");
    assert.ok(weight.gzip <= 12_000, `${weight.gzip} bytes`);
    const further = await weighFurtherFields();
    assert.ok(Object.keys(further).length > 4, "elements were weighed");
    for (const [name, bytes] of Object.entries(further)) assert.ok(bytes > 0 && bytes <= 1_500, `${name}: ${bytes} bytes`);
  });

  it("given the strictest content policy, when the payment order is filled in by keys, then faults are shown where they are and the order is what was typed", async () => {
    const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    try {
      await withOrder(async (address) => {
        const page = await browser.newPage({ locale: "en-GB" });
        const complaints: string[] = [];
        page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.goto(address);
        const control = (path: string) => page.locator(`[data-path="${path}"]`).locator("input, textarea").first();
        await control("orderNo").fill("L-12");
        await page.getByRole("button", { name: "Send" }).click();
        await page.getByText("Fill in “Order date”").waitFor();
        assert.equal(await page.locator("#sent").textContent(), "");
        const typed = { orderDate: "21/11/2026", payer: "School", payerAccount: "9523.1", payee: "Company", payeeAccount: "9523.1" };
        for (const [path, text] of Object.entries(typed)) await control(path).fill(text);
        await control("bank").fill("first");
        await page.getByRole("option", { name: /First Bank/ }).click();
        await control("amount").fill("1234.5");
        await control("budgetCode").fill("2110000");
        await control("purpose").fill("Chalk");
        await page.getByText("One thousand two hundred thirty-four euros and fifty cents").waitFor();
        await page.getByText("The payee's account is the payer's.").waitFor();
        await control("payeeAccount").fill("9523.2");
        await page.getByRole("button", { name: "Send" }).click();
        const sent = JSON.parse((await page.locator("#sent:not(:empty)").textContent()) ?? "") as Record<string, unknown>;
        assert.equal(sent["amount"], 123_450);
        assert.equal(sent["bank"], "100001");
        assert.equal(sent["orderDate"], "2026-11-21");
        assert.equal(sent["words"], "One thousand two hundred thirty-four euros and fifty cents");
        assert.deepEqual(complaints, []);
      });
    } finally {
      await browser.close();
    }
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
