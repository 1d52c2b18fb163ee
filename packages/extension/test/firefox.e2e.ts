import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch } from "puppeteer-core";
import type { Browser } from "puppeteer-core";
import { installHost } from "@fisc/carrier-host/install";
import { createSoftToken, SOFTHSM_MODULE } from "@fisc/carrier-host/testing";
import type { SoftToken } from "@fisc/carrier-host/testing";
import type { CarrierDiagnosis, SignOutput } from "@fisc/core";
import { FIREFOX_ID } from "../src/identity.ts";
import { startPortal } from "./browser.ts";
import type { Portal } from "./browser.ts";
import { procedure, signingRequest } from "./requests.ts";

const EXTENSION = new URL("../dist/firefox", import.meta.url).pathname;
const PDF = Buffer.from("%PDF-1.4\n%contract\n%%EOF\n");

describe("the Firefox build with a real token", () => {
  let home: string;
  let token: SoftToken;
  let portal: Portal;
  let browser: Browser;
  before(async () => {
    home = mkdtempSync(join(tmpdir(), "fisc-firefox-"));
    token = createSoftToken({ key: "EC:prime256v1" });
    portal = await startPortal();
    await installHost({
      directory: join(home, ".mozilla/native-messaging-hosts"),
      hostDirectory: join(home, "host"),
      firefoxIds: [FIREFOX_ID],
      modules: [{ path: SOFTHSM_MODULE, environment: { SOFTHSM2_CONF: token.configFile } }],
    });
    browser = await launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      headless: true,
      env: { ...process.env, HOME: home },
    });
    await browser.installExtension(EXTENSION);
  });
  after(async () => {
    await browser?.close().catch(() => undefined);
    await portal?.close();
    token?.remove();
    rmSync(home, { recursive: true, force: true });
  });

  /**
   * Presses, or fills, an element of the trusted window once it is there. Firefox gives popups of an extension no address that the
   * driver knows and moves them to another process meanwhile: so each try looks for the window anew and asks the page itself.
   */
  const use = async (selector: string, value: string | null = null): Promise<void> => {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      for (const page of await browser.pages()) if (await page.evaluate(useInPage, selector, value).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const seen = await Promise.all(
      (await browser.pages()).map((page) =>
        page.evaluate(() => document.querySelector("fisc-sign-window")?.shadowRoot?.textContent ?? location.href).catch(String),
      ),
    );
    throw new Error(`${selector} did not come: ${seen.join(" | ")}`);
  };

  it("given a page that asks, when the person allows and types the PIN, then the page gets a signature with its origin in the manifest, and learns that the way to the key is in order only then", async () => {
    const page = await browser.newPage();
    await page.goto(portal.origin);
    await page.waitForFunction(() => document.title === "ready");
    const diagnose = (): Promise<{ readonly diagnosis: CarrierDiagnosis }> =>
      page.evaluate(() => (window as unknown as { client: { diagnose(): Promise<{ diagnosis: CarrierDiagnosis }> } }).client.diagnose());
    assert.deepEqual((await diagnose()).diagnosis, { granted: false, findings: [] });
    const answer = page.evaluate(
      async (request, presentation, base64) => {
        const files = { "a-1": new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]) };
        const { client } = window as unknown as { client: { sign(input: object): Promise<SignOutput> } };
        return client.sign({ request, presentation, files, locale: "vi" }).then(
          (output) => ({ output, code: "" }),
          ({ code }: { code: string }) => ({ output: null, code }),
        );
      },
      signingRequest(token.certificate, PDF),
      procedure as object,
      PDF.toString("base64"),
    );
    await use("#allow:enabled");
    await use("#pin", token.pin);
    await use("#sign:enabled");
    const { output, code } = await answer;
    assert.equal(code, "");
    const manifest = JSON.parse(Buffer.from(output?.manifest ?? "", "base64").toString()) as Record<string, unknown>;
    assert.deepEqual([manifest["origin"], manifest["topOrigin"]], [portal.origin, ""]);
    const { granted, findings } = (await diagnose()).diagnosis;
    assert.deepEqual(
      [granted, ...findings.map(({ link, state }) => `${link} ${state}`)],
      [true, "host ok", "driver ok", "token ok", "certificate ok"],
    );
  });
});

/** Runs in the page. */
function useInPage(selector: string, value: string | null): boolean {
  if (!location.href.startsWith("moz-extension:")) return false;
  const element = document.querySelector("fisc-sign-window")?.shadowRoot?.querySelector<HTMLInputElement>(selector);
  if (!element) return false;
  if (value === null) element.click();
  else element.value = value;
  return true;
}
