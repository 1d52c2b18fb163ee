import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright";
import { createSoftToken, SOFTHSM_MODULE } from "@fisc/carrier-host/testing";
import type { SoftToken } from "@fisc/carrier-host/testing";
import { cancel, startBrowser, startPortal } from "./browser.ts";
import type { Portal, TestBrowser } from "./browser.ts";
import { procedure, signingRequest } from "./requests.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PDF = Buffer.from("%PDF-1.4\n%contract\n%%EOF\n");

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

for (const [locale, scheme] of [
  ["vi", "light"],
  ["en", "dark"],
] as const) {
  describe(`the trusted window in ${locale}, ${scheme}, at 320 px`, () => {
    let token: SoftToken;
    let portal: Portal;
    let browser: TestBrowser;
    before(async () => {
      token = createSoftToken({ key: "EC:prime256v1" });
      portal = await startPortal();
      browser = await startBrowser([{ path: SOFTHSM_MODULE, environment: { SOFTHSM2_CONF: token.configFile } }]);
    });
    after(async () => {
      await browser?.close();
      await portal?.close();
      token?.remove();
    });

    it("has no WCAG A or AA violation in any step, nothing hangs over the edge, and it signs by keyboard alone", async () => {
      const page = await browser.context.newPage();
      await page.goto(portal.origin);
      await page.waitForFunction(() => document.title === "ready");
      const answer = page.evaluate(
        ({ request, presentation, base64, tag }) => {
          const files = { "a-1": new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]) };
          const { client } = window as unknown as { client: { sign(input: object): Promise<object> } };
          return client.sign({ request, presentation, files, locale: tag }).then(
            () => "signed",
            ({ code }: { code: string }) => code,
          );
        },
        { request: signingRequest(token.certificate, PDF), presentation: procedure as object, base64: PDF.toString("base64"), tag: locale },
      );
      const trusted = await browser.trustedWindow();
      await trusted.emulateMedia({ colorScheme: scheme });
      await trusted.setViewportSize({ width: 320, height: 640 });
      const fits = (): Promise<boolean> =>
        trusted.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

      await trusted.locator("#allow:enabled").waitFor();
      assert.deepEqual(await violations(trusted), []);
      assert.ok(await fits());
      await trusted.keyboard.press("Tab");
      await trusted.keyboard.press("Tab");
      await trusted.keyboard.press("Enter");

      await trusted.locator("#pin").waitFor();
      await trusted.locator("#sign:enabled").waitFor();
      assert.deepEqual(await violations(trusted), []);
      assert.ok(await fits());
      if (process.env["FISC_SCREENSHOTS"])
        await trusted.screenshot({ path: `${process.env["FISC_SCREENSHOTS"]}/trusted-window-${locale}-${scheme}.png`, fullPage: true });
      await trusted.locator("h1").focus();
      for (let press = 0; press < 10 && !(await trusted.locator("#pin").evaluate((field) => field.matches(":focus"))); press++)
        await trusted.keyboard.press("Tab");
      await trusted.keyboard.type("wrong");
      await trusted.keyboard.press("Enter");
      await trusted.locator("#pin-error").waitFor();
      assert.deepEqual(await violations(trusted), []);
      assert.ok(await trusted.locator("#pin").evaluate((field) => field.matches(":focus")), "the field is ready for the next try");
      await trusted.locator("#sign:enabled").waitFor();
      await trusted.keyboard.type(token.pin);
      await trusted.keyboard.press("Enter");
      assert.equal(await answer, "signed");
    });

    it("shows an attachment as the very bytes that are signed", async () => {
      const page = await browser.context.newPage();
      await page.goto(portal.origin);
      await page.waitForFunction(() => document.title === "ready");
      const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
      const request = signingRequest(token.certificate, png);
      const answer = page.evaluate(
        ({ asked, presentation, base64 }) => {
          const files = { "a-1": new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]) };
          const { client } = window as unknown as { client: { sign(input: object): Promise<object> } };
          return client.sign({ request: asked, presentation, files, locale: "vi" }).catch(({ code }: { code: string }) => code);
        },
        {
          asked: { ...request, attachments: request.attachments.map((file) => ({ ...file, name: "x.png", mediaType: "image/png" })) },
          presentation: procedure as object,
          base64: png.toString("base64"),
        },
      );
      const trusted = await browser.trustedWindow();
      const link = trusted.locator(".files a");
      await link.waitFor();
      const opening = browser.context.waitForEvent("page");
      await link.click();
      const opened = await opening;
      await opened.waitForLoadState();
      assert.equal(await opened.evaluate(() => document.images[0]?.naturalWidth), 1);
      await opened.close();
      await cancel(trusted);
      assert.equal(await answer, "user.cancelled");
    });

    it("has settings without a WCAG A or AA violation", async () => {
      const options = await browser.context.newPage();
      await options.emulateMedia({ colorScheme: scheme });
      await options.setViewportSize({ width: 320, height: 640 });
      await options.goto(new URL("options.html", browser.context.serviceWorkers()[0]?.url()).href);
      await options.locator("#diagnose").click();
      await options.getByText("SoftHSM").waitFor();
      assert.deepEqual(await violations(options), []);
      assert.ok(await options.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    });
  });
}
