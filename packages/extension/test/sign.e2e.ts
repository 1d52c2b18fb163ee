import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright";
import { createSoftToken, SOFTHSM_MODULE } from "@fisc/carrier-host/testing";
import type { SoftToken } from "@fisc/carrier-host/testing";
import type { SigningRequest, SignOutput } from "@fisc/core";
import { prepareSigning } from "@fisc/core/signing";
import { writeAsicManifest } from "@fisc/signature";
import { cancel, startBrowser, startPortal } from "./browser.ts";
import type { Portal, TestBrowser } from "./browser.ts";
import { notice, procedure, signingRequest } from "./requests.ts";

type Answer = { readonly output: SignOutput } | { readonly code: string; readonly params: Record<string, string | number> };
const PDF = Buffer.from("%PDF-1.4\n%contract\n%%EOF\n");

describe("signing in a real browser with a real token", () => {
  let token: SoftToken;
  let portal: Portal;
  let browser: TestBrowser;
  let page: Page;

  before(async () => {
    token = createSoftToken({ key: "rsa:2048", subject: "/O=Model Unit/CN=Nguyen Van Mau" });
    portal = await startPortal();
    browser = await startBrowser([{ path: SOFTHSM_MODULE, environment: { SOFTHSM2_CONF: token.configFile } }]);
    page = await openPortal("/");
  });
  after(async () => {
    await browser?.close();
    await portal?.close();
    token?.remove();
  });

  const openPortal = async (path: string): Promise<Page> => {
    const opened = await browser.context.newPage();
    await opened.goto(portal.origin + path);
    await opened.waitForFunction(() => document.title === "ready");
    return opened;
  };

  /** Asks the page to sign; the answer comes when the trusted window is done. */
  const ask = (
    request: SigningRequest,
    options: { readonly presentation?: object; readonly bytes?: Buffer; readonly frame?: Pick<Page, "evaluate"> } = {},
  ): Promise<Answer> =>
    (options.frame ?? page).evaluate(
      async ({ asked, presentation, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const files = Object.fromEntries(asked.attachments.map(({ id }) => [id, new Blob([bytes])]));
        const { client } = window as unknown as { client: { sign(input: object): Promise<SignOutput> } };
        return client.sign({ request: asked, presentation, files, locale: "vi" }).then(
          (output) => ({ output }),
          ({ code, params }: { code: string; params: Record<string, string | number> }) => ({ code, params }),
        );
      },
      { asked: request, presentation: options.presentation ?? (procedure as object), base64: (options.bytes ?? PDF).toString("base64") },
    );
  const outputOf = (answer: Answer): SignOutput => {
    assert.ok("output" in answer, JSON.stringify(answer));
    return answer.output;
  };
  const codeOf = (answer: Answer): string => ("code" in answer ? answer.code : "signed");
  const typePin = async (trusted: Page, pin: string): Promise<void> => {
    await trusted.locator("#pin").fill(pin);
    await trusted.locator("#sign:enabled").click();
  };

  it("given the extension, when the page probes, then it is there with its version", async () => {
    assert.deepEqual(await page.evaluate(() => (window as unknown as { client: { probe(): Promise<unknown> } }).client.probe()), {
      version: "0.1.0",
    });
  });

  it("given a site that asks for the first time, when the person refuses, then the page hears it and no host was started", async () => {
    const answer = ask(signingRequest(token.certificate, PDF));
    const trusted = await browser.trustedWindow();
    assert.equal(await trusted.locator("#origin").textContent(), portal.origin);
    await trusted.locator("#refuse:enabled").click();
    assert.equal(codeOf(await answer), "extension.refused-origin");
  });

  it("given a grant and the right PIN, when the person signs what is shown, then OpenSSL accepts the CAdES signature over exactly that", async () => {
    const request = signingRequest(token.certificate, PDF);
    const answer = ask(request);
    const trusted = await browser.trustedWindow();
    await trusted.locator("#allow:enabled").click();
    await trusted.locator("#pin").waitFor();
    const seen = await trusted.locator("main").innerText();
    for (const expected of [
      "Kế toán trưởng",
      "Công ty Mẫu",
      "9527.1.1234567",
      "123.456.000",
      "Giấy in",
      "Hợp đồng.pdf",
      "secret",
      "not in the layout",
      "Nguyen Van Mau",
    ]) {
      assert.ok(seen.includes(expected), `${expected} is not shown in:\n${seen}`);
    }
    assert.match(seen, /Bằng chữ: Một trăm hai mươi ba triệu/);
    await typePin(trusted, token.pin);
    const output = outputOf(await answer);

    const prepared = await prepareSigning({ request, presentation: procedure, origin: portal.origin, topOrigin: "" });
    assert.deepEqual(Buffer.from(output.manifest, "base64"), Buffer.from(prepared.manifestBytes));
    const asicManifest = Buffer.from(output.asicManifest, "base64");
    assert.deepEqual(asicManifest, Buffer.from(writeAsicManifest({ signature: prepared.names.signature, files: prepared.files })));
    const file = (name: string, bytes: Buffer): string => {
      writeFileSync(join(token.directory, name), bytes);
      return join(token.directory, name);
    };
    execFileSync(
      "openssl",
      [
        "cms",
        "-verify",
        "-cades",
        "-binary",
        "-inform",
        "DER",
        "-in",
        file("s.p7s", Buffer.from(output.signature, "base64")),
        "-content",
        file("c", asicManifest),
        "-CAfile",
        join(token.directory, "ca.pem"),
        "-purpose",
        "any",
        "-out",
        "/dev/null",
      ],
      { stdio: "pipe" },
    );
    assert.throws(() =>
      execFileSync(
        "openssl",
        [
          "cms",
          "-verify",
          "-cades",
          "-binary",
          "-inform",
          "DER",
          "-in",
          join(token.directory, "s.p7s"),
          "-content",
          file("d", Buffer.concat([asicManifest, Buffer.from(" ")])),
          "-CAfile",
          join(token.directory, "ca.pem"),
          "-purpose",
          "any",
          "-out",
          "/dev/null",
        ],
        { stdio: "pipe" },
      ),
    );
  });

  it("given a wrong PIN, when it is typed, then nothing is signed, the field is empty, the tries are told, and the right one works after", async () => {
    const answer = ask(signingRequest(token.certificate, PDF));
    const trusted = await browser.trustedWindow();
    await trusted.locator("#pin").waitFor();
    await typePin(trusted, "0815");
    await trusted.locator("#pin-error").waitFor();
    assert.match(await trusted.locator("#pin-error").innerText(), /Sai mã PIN/);
    assert.equal(await trusted.locator("#pin").inputValue(), "");
    await typePin(trusted, token.pin);
    outputOf(await answer);
  });

  it("given an open window, when another page asks, then it is busy; when the person cancels, then nothing is signed", async () => {
    const answer = ask(signingRequest(token.certificate, PDF));
    const trusted = await browser.trustedWindow();
    await trusted.locator("#cancel").waitFor();
    const other = await openPortal("/");
    assert.equal(codeOf(await ask(signingRequest(token.certificate, PDF), { frame: other })), "extension.busy");
    await other.close();
    await cancel(trusted);
    assert.equal(codeOf(await answer), "user.cancelled");
  });

  it("given an open window, when it is closed, then that is a cancel", async () => {
    const answer = ask(signingRequest(token.certificate, PDF));
    const trusted = await browser.trustedWindow();
    await trusted.locator("#pin").waitFor();
    await trusted.close();
    assert.equal(codeOf(await answer), "user.cancelled");
  });

  it("given an attachment that differs by one byte, when the window reads it, then it says which and signs nothing", async () => {
    const changed = Buffer.from(PDF);
    changed[12] = (changed[12] ?? 0) ^ 1;
    const answer = await ask(signingRequest(token.certificate, PDF), { bytes: changed });
    assert.equal(codeOf(answer), "attachment.changed");
    const trusted = await browser.trustedWindow();
    assert.match(await trusted.getByRole("alert").innerText(), /Hợp đồng\.pdf/);
  });

  it("given a key that is not registered, when the window looks for keys, then it shows what is there and asks for no PIN", async () => {
    const answer = ask(signingRequest(token.certificate, PDF, { certificates: ["0".repeat(64)] }));
    const trusted = await browser.trustedWindow();
    await trusted.getByText("chưa đăng ký").waitFor();
    assert.equal(await trusted.locator("#pin").count(), 0);
    assert.ok((await trusted.locator("main").innerText()).includes("Nguyen Van Mau"));
    await cancel(trusted);
    assert.equal(codeOf(await answer), "certificate.not-registered");
  });

  it("given requests that are expired, have extra keys, or name files twice, then they are refused without a window", async () => {
    const request = signingRequest(token.certificate, PDF);
    assert.equal(codeOf(await ask({ ...request, expires: new Date(Date.now() - 1000).toISOString() })), "request.expired");
    assert.equal(codeOf(await ask({ ...request, extra: 1 } as SigningRequest)), "extension.invalid-request");
    assert.equal(
      codeOf(await ask({ ...request, attachments: [...request.attachments, ...request.attachments] })),
      "extension.invalid-request",
    );
    assert.equal(codeOf(await ask({ ...request, documentName: "../x.json" })), "extension.invalid-request");
  });

  it("given a sandboxed page, when it asks, then it is refused", async () => {
    const sandboxed = await openPortal("/sandboxed");
    const probe = await ask(signingRequest(token.certificate, PDF), { frame: sandboxed });
    assert.ok(["extension.refused-origin", "extension.missing"].includes(codeOf(probe)), codeOf(probe));
    await sandboxed.close();
  });

  it("given a portal inside another site, when it asks, then the person is asked about the pair, and the pair is in the manifest", async () => {
    const outer = portal.origin.replace("localhost", "127.0.0.1");
    const framing = await browser.context.newPage();
    await framing.goto(`${outer}/framing?frame=${encodeURIComponent(portal.origin)}`);
    const frame = framing.frame({ name: "inner" });
    assert.ok(frame);
    await frame.waitForFunction(() => document.title === "ready");
    const answer = ask(signingRequest(token.certificate, PDF), { frame });
    const trusted = await browser.trustedWindow();
    await trusted.locator("#allow:enabled").waitFor();
    assert.equal(await trusted.locator("#origin").textContent(), portal.origin);
    assert.equal(await trusted.locator("#top").textContent(), outer);
    await trusted.locator("#allow").click();
    await trusted.locator("#pin").waitFor();
    await typePin(trusted, token.pin);
    const manifest = JSON.parse(Buffer.from(outputOf(await answer).manifest, "base64").toString()) as Record<string, unknown>;
    assert.deepEqual([manifest["origin"], manifest["topOrigin"]], [portal.origin, outer]);
    await framing.close();
  });

  it("given an official document, when its rows are drawn, then amount and date are readable and it is signed under its own name", async () => {
    const request = signingRequest(token.certificate, PDF, {
      purpose: "document.issue",
      documentName: "notice.json",
      document: { payee: "Công ty Mẫu", amount: 5000, paidOn: "2026-11-20" },
      attachments: [],
    });
    const answer = ask(request, { presentation: notice });
    const trusted = await browser.trustedWindow();
    await trusted.locator("#pin").waitFor();
    const seen = await trusted.locator("main").innerText();
    for (const expected of ["Debit advice", "Paid to", "5,000", "20/11/2026"])
      assert.ok(seen.includes(expected) || seen.includes("11/20/2026"), `${expected} in ${seen}`);
    await typePin(trusted, token.pin);
    const asicManifest = Buffer.from(outputOf(await answer).asicManifest, "base64").toString();
    assert.match(asicManifest, /URI="notice.json"/);
  });

  it("given all that happened, when the settings are opened, then the log is whole, the diagnosis finds every link, and a grant can be taken back", async () => {
    const options = await browser.context.newPage();
    const worker = browser.context.serviceWorkers()[0];
    assert.ok(worker);
    await options.goto(new URL("options.html", worker.url()).href);
    await options.locator("#diagnose").click();
    await options.getByText("SoftHSM").waitFor();
    assert.match(await options.locator("main").innerText(), /chain of entries is whole/);
    const grants = options.getByRole("button", { name: /Take back/ });
    assert.equal(await grants.count(), 2);
    await grants.first().click();
    await options.waitForFunction(() => document.querySelector("fisc-signing-options")?.shadowRoot?.querySelectorAll("li").length === 1);
    const log = await worker.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { storage: { local: { get(key: string): Promise<{ audit: { outcome: string; serial: string }[] }> } } };
        }
      ).chrome.storage.local.get("audit"),
    );
    const outcomes = log.audit.map(({ outcome }) => outcome);
    for (const outcome of ["signed", "user.cancelled", "extension.refused-origin", "attachment.changed"])
      assert.ok(outcomes.includes(outcome), outcomes.join());
    assert.ok(!JSON.stringify(log).includes(token.pin));
    await options.close();
  });
});

describe("given a browser without the key carrier software", () => {
  it("when a page asks to sign, then the window says what to install, and the page hears why", async () => {
    const browser = await startBrowser([]);
    const portal = await startPortal();
    try {
      const page = await browser.context.newPage();
      await page.goto(portal.origin);
      await page.waitForFunction(() => document.title === "ready");
      const request = signingRequest(Buffer.from("none"), PDF, { attachments: [] });
      const answer = page.evaluate(
        ({ asked, presentation }) =>
          (window as unknown as { client: { sign(input: object): Promise<unknown> } }).client
            .sign({ request: asked, presentation, files: {}, locale: "en" })
            .catch(({ code }: { code: string }) => code),
        { asked: request, presentation: procedure as object },
      );
      const trusted = await browser.trustedWindow();
      await trusted.locator("#allow:enabled").click();
      await trusted.getByText("is not installed on this computer").waitFor();
      await cancel(trusted);
      assert.equal(await answer, "host.missing");
    } finally {
      await browser.close();
      await portal.close();
    }
  });
});
