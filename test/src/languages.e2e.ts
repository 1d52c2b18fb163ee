import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { chromium, type Page } from "playwright";
import { orderLabels } from "./bench/order-labels.ts";
import { buildOrderPages, withOrder } from "./order-pages.ts";

/** What a page says in its language when its first field is left empty, an amount as it writes it, and the language of its words. */
const languages: Readonly<Record<string, { readonly empty: string; readonly amount: string; readonly words: RegExp }>> = {
  vi: { empty: "Hãy nhập “Số lệnh”", amount: "1.234,50", words: /^Một nghìn/ },
  en: { empty: "Fill in “Order number”", amount: "1,234.50", words: /^One thousand/ },
  uk: { empty: "Заповніть поле «Номер»", amount: "1 234,50", words: /^Одна тисяча/ },
  kk: { empty: "«Нөмірі» өрісін толтырыңыз", amount: "1 234,50", words: /^(?:Бір )?мың/i },
  "kk-Latn": { empty: "«Nömırı» örısın toltyryñyz", amount: "1 234,50", words: /^(?:Бір )?мың/i },
  ru: { empty: "Заполните поле «Номер»", amount: "1 234,50", words: /^Одна тысяча/ },
};

/** Scripts that are named by a language, of texts or of amounts in words. */
function languagesFetched(addresses: readonly string[]): readonly string[] {
  const tags = addresses.flatMap((address) => /\/(kk-Latn|[a-z]{2})-[\w-]{8}\.js$/.exec(address)?.[1] ?? []);
  return [...new Set(tags)].filter((tag) => Object.hasOwn(languages, tag)).sort();
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("the payment order in six languages", () => {
  before(buildOrderPages);

  it("given a language chosen on the page, then fields, faults, figures and words are in it, nothing of another is fetched, and a telephone has room for all", async () => {
    const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    try {
      await withOrder(async (address) => {
        for (const [locale, { empty, amount, words }] of Object.entries(languages)) {
          const labels = orderLabels[locale] ?? {};
          const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
          await page.goto(`${address}?locale=${locale === "en" ? "vi" : "en"}`);
          const choice = page.getByRole("combobox", { name: locale === "en" ? "Ngôn ngữ" : "Language", exact: true });
          await choice.waitFor();
          const fetched: string[] = [];
          page.on("request", (request) => void fetched.push(request.url()));
          await choice.selectOption(locale);
          await page.getByRole("heading", { name: labels["procedure.bench.order"] ?? "", exact: true }).waitFor();
          assert.equal(await page.evaluate(() => document.documentElement.lang), locale);
          const control = (path: string) => page.locator(`[data-path="${path}"]`).locator("input").first();
          await control("amount").fill(amount);
          await page.getByRole("button", { name: labels["action.send"] ?? "", exact: true }).click();
          await page.getByText(empty).first().waitFor();
          assert.equal((await control("amount").inputValue()).replaceAll(/\s/gu, " "), amount, locale);
          await page.locator("fisc-words-output").getByText(words).first().waitFor();
          assert.deepEqual(languagesFetched(fetched), [...new Set([locale, locale.split("-")[0]])].sort());
          for (const width of [320, 1280]) {
            await page.setViewportSize({ width, height: 640 });
            assert.equal(await sideways(page), 0, `${locale} at ${width} px`);
          }
          await page.close();
        }
      });
    } finally {
      await browser.close();
    }
  });
});
