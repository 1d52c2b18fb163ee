import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import type { BrowserContext, Page } from "playwright";
import { installHost } from "@fisc/carrier-host/install";
import { EXTENSION_ID } from "../src/identity.ts";

const CORE = new URL("../../core/src/", import.meta.url);
const EXTENSION = new URL("../dist/chromium", import.meta.url).pathname;

/** A portal page that offers the real signing client as `window.client`. */
const PAGE = `<!doctype html><title>Portal</title><h1>Portal</h1><script type="module">
  import { createSigningClient } from "/core/signing/client.ts";
  window.client = createSigningClient();
  document.title = "ready";
</script>`;

export interface Portal {
  readonly origin: string;
  close(): Promise<void>;
}

export async function startPortal(): Promise<Portal> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path.startsWith("/core/") && /^\/core\/[a-z/-]+\.ts$/.test(path)) {
      const source = readFileSync(new URL(path.slice("/core/".length), CORE), "utf8");
      response.writeHead(200, { "content-type": "text/javascript", "access-control-allow-origin": "*" }).end(stripTypeScriptTypes(source));
    } else if (path === "/sandboxed") {
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": "sandbox allow-scripts" }).end(PAGE);
    } else if (path === "/framing") {
      const frame = new URL(request.url ?? "/", "http://localhost").searchParams.get("frame") ?? "";
      response
        .writeHead(200, { "content-type": "text/html" })
        .end(`<!doctype html><iframe name="inner" src="${new URL(frame).href}"></iframe>`);
    } else {
      response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface TestBrowser {
  readonly context: BrowserContext;
  readonly profile: string;
  /** The next trusted window that was not given out yet. */
  trustedWindow(): Promise<Page>;
  close(): Promise<void>;
}

/** Chromium with the built extension and, where modules are named, the host installed in its profile. */
export async function startBrowser(modules: Parameters<typeof installHost>[0]["modules"]): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "fisc-profile-"));
  if (modules.length > 0) await installHost({ directory: join(profile, "NativeMessagingHosts"), extensionIds: [EXTENSION_ID], modules });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    locale: "en-GB",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
    ],
  });
  const isTrusted = (page: Page): boolean => page.url().startsWith(`chrome-extension://${EXTENSION_ID}/sign.html`);
  const seen = new WeakSet<Page>();
  return {
    context,
    profile,
    async trustedWindow() {
      const deadline = Date.now() + 15_000;
      while (Date.now() < deadline) {
        const found = context.pages().find((page) => isTrusted(page) && !seen.has(page));
        if (found) {
          seen.add(found);
          return found;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error("no trusted window");
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The trusted window goes while the click is still under way: that it is gone is the answer. */
export async function cancel(window: Page): Promise<void> {
  const closed = window.waitForEvent("close");
  await window
    .locator("#cancel")
    .click()
    .catch((error: unknown) => {
      if (!window.isClosed()) throw error;
    });
  await closed;
}
