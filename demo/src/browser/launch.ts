import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installHost } from "@fisc/carrier-host/install";
import { EXTENSION_ID } from "@fisc/extension/identity";
import { chromium, type BrowserContext } from "playwright";
import type { TokenStore } from "../people/token.ts";
import { DemoStop } from "../stop.ts";

const extension = fileURLToPath(new URL("../../../packages/extension/dist/chromium", import.meta.url));

/** What a launch needs of the demo. */
export interface TokensAtHand {
  readonly tokens: TokenStore;
}

/** Chromium with the built extension, and the native host registered in that profile only: nothing of the machine's own set-up changes. */
export async function launch(
  demo: TokensAtHand,
  options: { readonly profile: string; readonly headless: boolean; readonly locale?: string },
): Promise<BrowserContext> {
  if (!existsSync(join(extension, "manifest.json")))
    throw new DemoStop("The extension is not built. Start by `npm run demo`, which builds it.");
  await mkdir(options.profile, { recursive: true, mode: 0o700 });
  await installHost({
    directory: join(options.profile, "NativeMessagingHosts"),
    hostDirectory: join(options.profile, "carrier-host"),
    extensionIds: [EXTENSION_ID],
    modules: [{ path: demo.tokens.module, environment: { SOFTHSM2_CONF: demo.tokens.configuration } }],
  });
  const isRoot = process.getuid?.() === 0;
  try {
    return await chromium.launchPersistentContext(options.profile, {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      headless: options.headless,
      locale: options.locale ?? "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
      viewport: options.headless ? { width: 1280, height: 900 } : null,
      acceptDownloads: true,
      // The demo stops its parts in order; the library would end the browser, and the process, at once.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DemoStop(`Chromium did not start: ${reasonOf(message)} (CHROMIUM may name another one)`);
  }
}

/** The line of Chromium's own output that tells why, where there is one; else the first line. */
function reasonOf(message: string): string {
  if (message.includes("No usable sandbox"))
    return "this system lets no ordinary account make the namespaces of its sandbox: see kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns";
  const lines = message.split("\n").map((line) => line.replace(/^\s*-?\s*(\[pid=\d+\]\[err\])?\s*/, ""));
  return lines.find((line) => /ERROR:|FATAL:|error while loading shared libraries|cannot open display/i.test(line)) ?? lines[0] ?? "";
}
