import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { AxeResults, Result } from "axe-core";
import type { Page } from "playwright";
import type { InPage } from "./gallery-page.ts";

/** What is looked at, each in every state of an element. Names stand in the record of results. */
export type Look =
  | "axe"
  | "axe in dark"
  | "axe from right to left"
  | "keyboard"
  | "focus in sight"
  | "320 pixels"
  | "text at 200 %"
  | "text spacing"
  | "forced colours"
  | "rest from motion"
  | "no media"
  | "faults in words"
  | "compact";

export interface Seen {
  readonly look: Look;
  /** How many things were looked at; nothing where the state has none. */
  readonly looked: number;
  readonly faults: readonly string[];
  /** Criteria that axe's rules found something for, `1.4.3`, and how many rules held. */
  readonly criteria?: Readonly<Record<string, { readonly held: number; readonly faults: readonly string[] }>>;
}

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Gives the page axe, once for each load. Not as a script of the page: its policy would refuse that. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axeSource);
}

interface AxeWindow {
  readonly axe: { run(context: Document, options: object): Promise<AxeResults> };
}

/** `wcag143` → `1.4.3`, `wcag1410` → `1.4.10`. */
function criteriaOf({ tags: all }: Result): readonly string[] {
  return all.flatMap((tag) => {
    const [, principle, guideline, number] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
    return number === undefined ? [] : [`${principle}.${guideline}.${number}`];
  });
}

/** `rules`: those alone, instead of all that speak of the two levels. */
export async function axeLook(page: Page, look: Look, rules?: readonly string[]): Promise<Seen> {
  const { passes, violations } = await page.evaluate(
    (wanted) => (globalThis as unknown as AxeWindow).axe.run(document, { runOnly: wanted, resultTypes: ["violations"] }),
    rules ?? tags,
  );
  const criteria: Record<string, { held: number; faults: string[] }> = {};
  const at = (number: string): { held: number; faults: string[] } => (criteria[number] ??= { held: 0, faults: [] });
  for (const rule of passes) for (const number of criteriaOf(rule)) at(number).held += 1;
  const told = ({ id, nodes }: Result): readonly string[] =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.flat().join(" ")} (${(failureSummary ?? "").split("\n").slice(1).join(" ").trim()})`,
    );
  for (const rule of violations) for (const number of criteriaOf(rule)) at(number).faults.push(...told(rule));
  return { look, looked: passes.length + violations.length, faults: violations.flatMap(told), criteria };
}

/** Tab through all of it, and out of it again. The table of lines keeps Tab until Escape, as its description says. */
export async function keyboardLook(page: Page): Promise<readonly Seen[]> {
  await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const wanted = await page.evaluate(() => (globalThis as InPage).gallery.measures.stops());
  const seen = new Set<number>();
  const faults: string[] = [];
  const unseen: string[] = [];
  let left = false;
  for (let step = 0; step < wanted * 3 + 5 && !left; step += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => (globalThis as InPage).gallery.measures.focused());
    left = focus === undefined || seen.has(focus.place);
    if (!focus || left) break;
    seen.add(focus.place);
    unseen.push(...focus.faults);
    if (focus.keepsTab) await page.keyboard.press("Escape");
  }
  if (!left) faults.push("Tab does not leave it");
  // Stops may come and go on the way: a list of codes closes, a button appears. Fewer than were there at first are too few.
  if (seen.size < wanted) faults.push(`Tab comes to ${seen.size} of ${wanted} places`);
  return [
    { look: "keyboard", looked: wanted, faults },
    { look: "focus in sight", looked: seen.size, faults: unseen },
  ];
}

/** What only measures. Leaves the page as it was, but for the text's spacing inside the elements: that look comes last. */
export async function measureLooks(page: Page): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const sideways = (): Promise<readonly string[]> => page.evaluate(() => (globalThis as InPage).gallery.measures.sideways());
  const clipped = (): Promise<readonly string[]> => page.evaluate(() => (globalThis as InPage).gallery.measures.clipped());

  await page.emulateMedia({ reducedMotion: "reduce" });
  seen.push({ look: "rest from motion", looked: 1, faults: await page.evaluate(() => (globalThis as InPage).gallery.measures.moving()) });
  await page.emulateMedia({ reducedMotion: null });
  seen.push({ look: "no media", looked: 1, faults: await page.evaluate(() => (globalThis as InPage).gallery.measures.media()) });
  seen.push({ look: "faults in words", ...(await page.evaluate(() => (globalThis as InPage).gallery.measures.toldFaults())) });

  await page.emulateMedia({ forcedColors: "active" });
  seen.push({ look: "forced colours", ...(await page.evaluate(() => (globalThis as InPage).gallery.measures.outlines())) });
  await page.emulateMedia({ forcedColors: null });

  await page.setViewportSize({ width: 320, height: 640 });
  seen.push({ look: "320 pixels", looked: 1, faults: [...(await sideways()), ...(await clipped())] });
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
  seen.push({ look: "text at 200 %", looked: 1, faults: [...(await sideways()), ...(await clipped())] });
  await page.evaluate(() => void (document.documentElement.style.fontSize = ""));

  await page.evaluate(() => (globalThis as InPage).gallery.measures.spaceText());
  seen.push({ look: "text spacing", looked: 1, faults: [...(await sideways()), ...(await clipped())] });
  await page.evaluate(() => void (document.adoptedStyleSheets = []));
  return seen;
}
