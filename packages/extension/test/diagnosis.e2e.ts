import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright";
import { createSoftToken, SOFTHSM_MODULE } from "@fisc/carrier-host/testing";
import type { SoftToken } from "@fisc/carrier-host/testing";
import type { CarrierDiagnosis } from "@fisc/core";
import { cancel, startBrowser, startPortal } from "./browser.ts";
import type { Portal, TestBrowser } from "./browser.ts";
import { procedure, signingRequest } from "./requests.ts";

const PDF = Buffer.from("%PDF-1.4\n%contract\n%%EOF\n");

describe("a site that asks how the way to the key is, in a real browser with a real token", () => {
  let token: SoftToken;
  let portal: Portal;
  let browser: TestBrowser;
  let page: Page;
  before(async () => {
    token = createSoftToken({ key: "EC:prime256v1", subject: "/O=Model Unit/CN=Nguyen Van Mau", label: "tokenofmau" });
    portal = await startPortal();
    browser = await startBrowser([{ path: SOFTHSM_MODULE, environment: { SOFTHSM2_CONF: token.configFile } }]);
    page = await browser.context.newPage();
    await open(page, "/");
  });
  after(async () => {
    await browser?.close();
    await portal?.close();
    token?.remove();
  });

  const open = async (where: Page, path: string): Promise<void> => {
    await where.goto(portal.origin + path);
    await where.waitForFunction(() => document.title === "ready");
  };
  type Told = { readonly version: string; readonly diagnosis: CarrierDiagnosis } | { readonly code: string };
  const ask = (where: Page | Frame): Promise<Told> =>
    where.evaluate(() =>
      (window as unknown as { client: { diagnose(): Promise<never> } }).client.diagnose().catch(({ code }: { code: string }) => ({ code })),
    );
  /** The person lets the site ask for signatures, and signs nothing. */
  const allow = async (): Promise<void> => {
    const answer = page.evaluate(
      ({ request, presentation, base64 }) => {
        const files = { "a-1": new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]) };
        const { client } = window as unknown as { client: { sign(input: object): Promise<unknown> } };
        return client.sign({ request, presentation, files, locale: "vi" }).catch(({ code }: { code: string }) => code);
      },
      { request: signingRequest(token.certificate, PDF), presentation: procedure as object, base64: PDF.toString("base64") },
    );
    const trusted = await browser.trustedWindow();
    await trusted.locator("#allow:enabled").click();
    await trusted.locator("#pin").waitFor();
    assert.deepEqual(await ask(page), { code: "extension.busy" }, "while a window is open, nobody else reads the key carrier");
    await cancel(trusted);
    assert.equal(await answer, "user.cancelled");
  };

  it("given no permission, then it learns the extension's version and that it has none; a sandboxed page learns less", async () => {
    assert.deepEqual(await ask(page), { version: "0.1.0", diagnosis: { granted: false, findings: [] } });
    const sandboxed = await browser.context.newPage();
    await open(sandboxed, "/sandboxed");
    const told = await ask(sandboxed);
    assert.ok("code" in told && ["extension.refused-origin", "extension.missing"].includes(told.code), JSON.stringify(told));
    await sandboxed.close();
  });

  it("given permission, then it learns that each link is in order, and no name of person, carrier or driver", async () => {
    await allow();
    const told = await ask(page);
    assert.deepEqual(told, {
      version: "0.1.0",
      diagnosis: { granted: true, findings: ["host", "driver", "token", "certificate"].map((link) => ({ link, state: "ok" })) },
    });
    assert.ok(!/mau|softhsm|\.so|[0-9a-f]{16}/i.test(JSON.stringify(told)));
  });

  it("given the same site inside of another's page, then the permission is not its own there", async () => {
    const other = await startPortal();
    try {
      const outside = await browser.context.newPage();
      await outside.goto(`${other.origin}/framing?frame=${encodeURIComponent(`${portal.origin}/`)}`);
      const frame = outside.frame({ name: "inner" });
      await frame?.waitForFunction(() => document.title === "ready");
      assert.ok(frame);
      assert.deepEqual(await ask(frame), { version: "0.1.0", diagnosis: { granted: false, findings: [] } });
      await outside.close();
    } finally {
      await other.close();
    }
  });

  it("given a carrier that is taken out, or software that is not there, then it learns which link is broken, and no further", async () => {
    const tokens = join(token.directory, "tokens");
    renameSync(tokens, `${tokens}.out`);
    try {
      const { diagnosis } = (await ask(page)) as { diagnosis: CarrierDiagnosis };
      // SoftHSM2 without its folder says that it cannot be loaded; a reader without a card says that there is none
      assert.match(JSON.stringify(diagnosis.findings.at(-1)), /"driver","state":"unloadable"|"token","state":"missing"/);
    } finally {
      renameSync(`${tokens}.out`, tokens);
    }
    const hosts = join(browser.profile, "NativeMessagingHosts");
    renameSync(hosts, `${hosts}.gone`);
    try {
      const { diagnosis } = (await ask(page)) as { diagnosis: CarrierDiagnosis };
      assert.deepEqual(diagnosis, { granted: true, findings: [{ link: "host", state: "missing" }] });
    } finally {
      renameSync(`${hosts}.gone`, hosts);
    }
  });
});
