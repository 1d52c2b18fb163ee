import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright";
import type { ConformanceCase, SuiteResult } from "../conformance/suite.ts";
import { show, withGallery } from "./gallery-page.ts";

const kept = fileURLToPath(new URL("../../pictures", import.meta.url));

/** One screen worth a picture: an element in a state, and how the page is. */
interface Screen {
  readonly tag: string;
  readonly state: string;
  readonly dark?: true;
  readonly dir?: "ltr" | "rtl";
  readonly width?: number;
}

const screens: readonly Screen[] = [
  { tag: "fisc-dossier-form", state: "empty" },
  { tag: "fisc-dossier-form", state: "empty", width: 320 },
  { tag: "fisc-line-table", state: "filled in" },
  { tag: "fisc-line-table", state: "invalid", dark: true },
  { tag: "fisc-line-table", state: "filled in", dir: "rtl" },
  { tag: "fisc-line-table", state: "filled in", width: 320 },
  { tag: "fisc-approval-panel", state: "to be taken in or refused" },
  { tag: "fisc-approval-panel", state: "to be signed", dark: true },
  { tag: "fisc-dossier-list", state: "of one dossier" },
  { tag: "fisc-dossier-list", state: "of one dossier", width: 320 },
  { tag: "fisc-dossier-view", state: "signed" },
  { tag: "fisc-status-timeline", state: "on its way" },
  { tag: "fisc-review-page", state: "with a fault" },
  { tag: "fisc-task-list", state: "of four parts" },
  { tag: "fisc-money-field", state: "invalid" },
  { tag: "fisc-choice-field", state: "filled in", dir: "rtl" },
  { tag: "fisc-notice", state: "error", dark: true },
  { tag: "fisc-signature-report", state: "not valid" },
];

/** Squares of this many pixels are compared by their mean colour: what smooths letters on another machine is not seen, what moves is. */
const square = 8;
/** Of 255. */
const colourLimit = 24;
/** Part of the squares that may differ. */
const limit = 0.003;

const nameOf = ({ tag, state, dark, dir, width }: Screen): string =>
  [tag, state.replaceAll(" ", "-"), dark && "dark", dir, width].filter(Boolean).join("_");

/** Takes a picture of each screen and compares it with the one that is kept in test/pictures. `renew`: keeps the new ones. */
export async function runPictures({ renew = process.env["FISC_PICTURES"] === "renew" } = {}): Promise<SuiteResult> {
  const cases = await withGallery(async ({ page, open }): Promise<readonly ConformanceCase[]> => {
    await mkdir(kept, { recursive: true });
    const browser = page.context().browser();
    if (!browser) throw new Error("the page has no browser");
    const desk = await comparing(browser);
    const found: ConformanceCase[] = [];
    // Deadlines and «today» are told from this moment on.
    await page.clock.setFixedTime(new Date("2026-03-10T08:00:00Z"));
    for (const screen of screens) {
      await open();
      const file = join(kept, `${nameOf(screen)}.png`);
      const now = await picture(page, screen);
      if (renew) await writeFile(file, now);
      const before = await readFile(file).catch(() => undefined);
      const differs = before === undefined ? 1 : await difference(desk, before, now);
      found.push({
        name: nameOf(screen),
        expected: `at most ${limit * 100} % of squares differ`,
        found: before === undefined ? "no picture is kept" : `${(differs * 100).toFixed(2)} %`,
        agrees: differs <= limit,
      });
    }
    return found;
  });
  return {
    name: "Pictures",
    about: "key screens as they were when somebody last looked at them",
    cases,
    note: "FISC_PICTURES=renew keeps the new ones",
  };
}

async function picture(page: Page, { tag, state, dark, dir = "ltr", width = 960 }: Screen): Promise<Buffer> {
  await page.setViewportSize({ width, height: 720 });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.evaluate((direction) => void (document.documentElement.dir = direction), dir);
  await show(page, tag, state);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.screenshot({ animations: "disabled", caret: "hide" });
}

/** A page of nobody's policy, to draw two pictures on. */
async function comparing(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto("about:blank");
  return page;
}

/** Part of the squares whose colours differ; all of them where the sizes do. */
function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ({ pictures, side, most }) => {
      const [before, now] = await Promise.all(
        pictures.map(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = new OffscreenCanvas(Math.ceil(image.width / side), Math.ceil(image.height / side));
          const context = canvas.getContext("2d");
          if (!context) throw new Error("nothing can be drawn");
          context.imageSmoothingQuality = "high";
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height);
        }),
      );
      if (!before || !now || before.width !== now.width || before.height !== now.height) return 1;
      let differing = 0;
      for (let at = 0; at < now.data.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs((now.data[at + channel] ?? 0) - (before.data[at + channel] ?? 0)) > most)) differing += 1;
      return differing / (now.data.length / 4);
    },
    { pictures: [one.toString("base64"), other.toString("base64")], side: square, most: colourLimit },
  );
}
