import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

export type Language = "vi" | "en";

/** WCAG 2.2 at the levels A and AA, as axe tags its rules. */
const conformance = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const wide = { width: 1280, height: 900 };
/** 1280 pixels at 400 % zoom (WCAG 1.4.10). */
const narrow = { width: 320, height: 640 };

export interface LookOptions {
  /** Puts the screen into a language; absent where it has only the one it is in. */
  readonly speak?: (language: Language) => Promise<void>;
  /** The screen is narrower than a page, such as a window of its own. */
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * Looks at one screen as it stands: every rule in light (Vietnamese) and in dark (English, where the screen speaks it), then at 320 pixels
 * what depends on the width. Throws with all that is wrong.
 */
export async function lookAt(page: Page, { speak, size = wide }: LookOptions = {}): Promise<void> {
  const found: string[] = [];
  await speak?.("vi");
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await settled(page);
  found.push(...(await violations(page, "light")));
  await page.emulateMedia({ colorScheme: "dark" });
  if (speak) {
    found.push(...(await sideways(page, "Vietnamese")));
    await speak("en");
    await page.setViewportSize(size);
    await settled(page);
    found.push(...(await violations(page, "English, dark")));
  } else found.push(...(await violations(page, "dark", ["color-contrast"])));
  found.push(...(await sideways(page, "320 px")), ...(await violations(page, "320 px", ["target-size", "scrollable-region-focusable"])));
  await speak?.("vi");
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "light" });
  assert.deepEqual(found, []);
}

async function violations(page: Page, state: string, rules?: string[]): Promise<readonly string[]> {
  // Legacy mode: without it each look opens and closes a page of its own, which the people of the demo do not do either.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations: all } = await (rules ? builder.withRules(rules) : builder.withTags(conformance)).analyze();
  return all.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${state}: ${id}: ${target.flat().join(" ")} (${(failureSummary ?? "").split("\n").slice(1).join(" ").trim()})`,
    ),
  );
}

/** Goes down to 320 pixels: content must not make the page scroll sideways. A table may, in a place of its own that the keyboard reaches. */
async function sideways(page: Page, state: string): Promise<readonly string[]> {
  await page.setViewportSize(narrow);
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  return content > screen ? [`${state}: the page is ${content} px wide on a screen of ${screen} px`] : [];
}

/** Resolves once the page has drawn what it fetched: its text, shadow roots included, has been the same for a moment. */
export async function settled(page: Page): Promise<void> {
  let before = "";
  for (let same = 0; same < 2;) {
    const now = await page.evaluate(() => {
      const text = (root: Node): string =>
        [...root.childNodes]
          .map(
            (node) =>
              text(node) +
              (node instanceof Element && node.shadowRoot ? text(node.shadowRoot) : "") +
              (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ""),
          )
          .join("");
      return `${performance.getEntriesByType("resource").length} ${text(document.body)}`;
    });
    same = now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
