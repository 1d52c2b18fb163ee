import { gzipSync } from "node:zlib";
import { chromium, type Browser, type BrowserContext, type Page, type Request } from "playwright";

/** One script that a page loaded before its first input. Sizes in bytes. */
export interface LoadedScript {
  readonly path: string;
  readonly raw: number;
  /** By gzip at its highest level. */
  readonly gzip: number;
}

export interface PageWeight {
  readonly scripts: readonly LoadedScript[];
  readonly raw: number;
  readonly gzip: number;
}

export interface WeighOptions {
  readonly address: string;
  /** Signs a visitor in; their cookies alone come along to the page that is weighed. */
  readonly signIn?: (context: BrowserContext, page: Page) => Promise<void>;
  /** Selector of what is drawn once the page can be used. */
  readonly drawn: string;
  /** BCP 47 tag of the visitor's browser. */
  readonly locale?: string;
}

/**
 * Opens the page in a fresh Chromium, touches nothing, and weighs every script that came, workers included, until the network is
 * quiet: what a visitor pays before the first key stroke.
 */
export async function weighPage({ address, signIn, drawn, locale = "vi-VN" }: WeighOptions): Promise<PageWeight> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  try {
    const cookies = signIn ? await cookiesAfter(browser, signIn) : [];
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale });
    await context.addCookies(cookies);
    const page = await context.newPage();
    const coming: Promise<LoadedScript | undefined>[] = [];
    let inFlight = 0;
    let last = performance.now();
    const ended = (): void => {
      inFlight -= 1;
      last = performance.now();
    };
    // The event stream never ends: it is no script, and not waited for.
    const counts = (url: string): boolean => !/\/events(\?|$)/.test(new URL(url).pathname);
    context.on("request", (request) => void (counts(request.url()) && (inFlight += 1)));
    context.on("requestfailed", (request) => void (counts(request.url()) && ended()));
    context.on("requestfinished", (request) => {
      if (!counts(request.url())) return;
      ended();
      coming.push(scriptOf(request));
    });
    await page.goto(address);
    await page.locator(drawn).first().waitFor();
    while (inFlight > 0 || performance.now() - last < 1_000) {
      if (performance.now() - last > 20_000) throw new Error(`${inFlight} requests of ${address} never ended`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const scripts = (await Promise.all(coming)).filter((script) => script !== undefined).sort((a, b) => b.gzip - a.gzip);
    const sum = (size: "raw" | "gzip"): number => scripts.reduce((total, script) => total + script[size], 0);
    return { scripts, raw: sum("raw"), gzip: sum("gzip") };
  } finally {
    await browser.close();
  }
}

async function cookiesAfter(browser: Browser, signIn: NonNullable<WeighOptions["signIn"]>): ReturnType<BrowserContext["cookies"]> {
  const context = await browser.newContext({ locale: "vi-VN" });
  try {
    await signIn(context, await context.newPage());
    return await context.cookies();
  } finally {
    await context.close();
  }
}

async function scriptOf(request: Request): Promise<LoadedScript | undefined> {
  const response = await request.response();
  if (!response?.ok() || !/javascript/.test(response.headers()["content-type"] ?? "")) return undefined;
  const body = await response.body();
  return { path: new URL(request.url()).pathname, raw: body.length, gzip: gzipSync(body, { level: 9 }).length };
}

/** The weights as lines for people. */
export function weightTable({ scripts, raw, gzip }: PageWeight): string {
  const line = (name: string, rawSize: number, gzipSize: number): string =>
    `${name.padEnd(44)} ${String(rawSize).padStart(8)} ${String(gzipSize).padStart(8)}`;
  return [
    `${"script".padEnd(44)}    bytes     gzip`,
    ...scripts.map((script) => line(script.path, script.raw, script.gzip)),
    line("together", raw, gzip),
  ].join("\n");
}
