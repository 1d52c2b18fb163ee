import type { Page } from "playwright";
import type { ConformanceCase, SuiteResult } from "../conformance/suite.ts";
import { show, statesOf, withGallery, type InPage } from "./gallery-page.ts";

const locales = ["vi", "en", "uk", "kk", "kk-Latn", "ru"];
/** A telephone, and a desk. */
const widths = [320, 1280];

/** Shows every element in every state in every language, at the width of a telephone and of a desk, and looks for text that has no room. */
export async function runLanguages(): Promise<SuiteResult> {
  const cases = await withGallery(async ({ page, open }) => {
    const found: ConformanceCase[] = [];
    for (const locale of locales) {
      await open(locale);
      for (const [tag, states] of Object.entries(await statesOf(page))) {
        const faults: string[] = [];
        for (const state of states) {
          await show(page, tag, state);
          for (const width of widths) faults.push(...(await faultsAt(page, width)).map((fault) => `${state}, ${width} px: ${fault}`));
        }
        found.push({
          name: `<${tag}>, ${locale}`,
          expected: "no fault",
          found: faults.join("; ") || "no fault",
          agrees: faults.length === 0,
        });
      }
    }
    return found;
  });
  return {
    name: "Languages",
    about: "every element in every state in six languages: nothing cut off, no page that scrolls sideways",
    cases,
  };
}

async function faultsAt(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(() => {
    const { clipped, sideways, keys } = (globalThis as InPage).gallery.measures;
    return [...clipped(), ...sideways(), ...keys()];
  });
}
