import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, type Page } from "playwright";
import { withPages } from "../plain-pages.ts";
import { settled } from "../screen.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What the page's script offers; the page itself is in demo/portals/elements. Lines tell what is wrong; none where nothing is. */
export interface Gallery {
  readonly states: Readonly<Record<string, readonly string[]>>;
  show(tag: string, state: string): Promise<void>;
  clear(): void;
  cycle(tag: string, state: string, times: number): Promise<void>;
  readonly measures: {
    clipped(): readonly string[];
    sideways(): readonly string[];
    keys(): readonly string[];
    spaceText(): void;
    moving(): readonly string[];
    media(): readonly string[];
    stops(): number;
    focused():
      | { readonly place: number; readonly name: string; readonly keepsTab: boolean; readonly faults: readonly string[] }
      | undefined;
    toldFaults(): { readonly looked: number; readonly faults: readonly string[] };
    outlines(): { readonly looked: number; readonly faults: readonly string[] };
  };
}

/** In the page: `globalThis as InPage`. */
export type InPage = typeof globalThis & { readonly gallery: Gallery };

export interface GalleryPage {
  readonly page: Page;
  /** What the page complained of on its console, and what its policy refused. */
  readonly complaints: readonly string[];
  readonly browser: string;
  /** The page anew, in English or in that locale: nothing of what was shown is left. */
  open(locale?: string): Promise<void>;
}

/** Builds the page of all elements and opens it in Chromium under the strictest policy, while `work` runs. */
export async function withGallery<T>(work: (gallery: GalleryPage) => Promise<T>): Promise<T> {
  await promisify(execFile)(process.execPath, ["demo/portals/elements/build.mjs"], { cwd: root });
  return withPages(join(root, "demo/dist/portals/elements"), {}, async (address) => {
    const browser = await chromium.launch({
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
      const complaints: string[] = [];
      page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
      page.on("pageerror", (error) => void complaints.push(error.message));
      const open = async (locale = "en"): Promise<void> => {
        await page.goto(`${address}/index.html?locale=${locale}`);
        await page.waitForFunction(() => "gallery" in globalThis);
      };
      await open();
      return await work({ page, complaints, browser: browser.version(), open });
    } finally {
      await browser.close();
    }
  });
}

/** Resolves once it is drawn with its words. */
export async function show(page: Page, tag: string, state: string): Promise<void> {
  await page.evaluate(([name, at]) => (globalThis as InPage).gallery.show(name, at), [tag, state] as const);
  await settled(page);
}

/** Tag → names of its states. */
export const statesOf = (page: Page): Promise<Gallery["states"]> => page.evaluate(() => (globalThis as InPage).gallery.states);
