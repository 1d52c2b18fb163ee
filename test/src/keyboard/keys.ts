import assert from "node:assert/strict";
import type { Page } from "playwright";

/** Where the keyboard is. */
export interface Stop {
  /** What a screen reader would call it. */
  readonly name: string;
  /** Element's tag; `body` where nothing has the focus. */
  readonly tag: string;
  readonly type: string;
  readonly id: string;
  /** `data-path` of the field around it, with row and column where it is a cell of a table. */
  readonly path: string;
  /** Address of a link, as it stands in the page. */
  readonly href: string;
  /** Tag of the custom element that it is a part of; empty outside of one. */
  readonly part: string;
  /** Where it begins, in pixels from the corner of the page. */
  readonly top: number;
  readonly left: number;
  /** `data-action` of a button. */
  readonly action: string;
  /** `data-add` of a button: the document that it adds a fix to. */
  readonly add: string;
  readonly value: string;
  /** An outline or a shadow shows that it has the focus. */
  readonly visible: boolean;
  /** Some of it can be seen: nothing covers it all. */
  readonly uncovered: boolean;
}

/** The element that has the focus, through every shadow root. */
export function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    let focused: Element = document.activeElement ?? document.body;
    while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const outwards = (element: Element): Element | null =>
      element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);
    const around: Element[] = [];
    for (let element: Element | null = focused; element; element = outwards(element)) around.push(element);
    const root = focused.getRootNode() as Document | ShadowRoot;
    const labelled = (focused.getAttribute("aria-labelledby") ?? "")
      .split(/\s+/)
      .map((id) => (id ? (root.getElementById(id)?.textContent ?? "") : ""));
    const labels = "labels" in focused ? [...((focused as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? "") : [];
    const name = focused.getAttribute("aria-label") || labelled.join(" ").trim() || labels.join(" ").trim() || (focused.textContent ?? "");
    const shows = (element: Element): boolean => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    };
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const seenAt = (x: number, y: number): boolean => {
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit?.shadowRoot?.elementFromPoint(x, y); inner && inner !== hit; inner = hit?.shadowRoot?.elementFromPoint(x, y))
        hit = inner;
      for (let element: Element | null = hit; element; element = outwards(element))
        if (element === focused || element.contains(focused)) return element !== document.body && element !== document.documentElement;
      return false;
    };
    const middle = (left + right) / 2;
    const field = around.find((element) => element instanceof HTMLElement && element.dataset["path"] !== undefined) as
      | HTMLElement
      | undefined;
    const data = focused instanceof HTMLElement ? focused.dataset : {};
    return {
      name: name.replace(/\s+/g, " ").trim(),
      tag: focused.localName,
      type: focused.getAttribute("type") ?? "",
      id: focused.id,
      path: field ? (field.dataset["path"] ?? "") + (data["row"] === undefined ? "" : `[${data["row"]}].${data["column"]}`) : "",
      href: focused.getAttribute("href") ?? "",
      part: around.find((element) => element !== focused && element.localName.includes("-"))?.localName ?? "",
      top: Math.round(top + scrollY),
      left: Math.round(left + scrollX),
      action: data["action"] ?? "",
      add: data["add"] ?? "",
      value: "value" in focused ? String(focused.value) : "",
      visible: around.slice(0, 4).some(shows),
      uncovered: [top + 4, (top + bottom) / 2, bottom - 4].some((y) => [left + 6, middle, right - 6].some((x) => seenAt(x, y))),
    };
  });
}

/** One press of Tab. Where it leads must be seen: a visible focus (WCAG 2.4.7) that nothing hides (2.4.11). */
export async function tab(page: Page, key: "Tab" | "Shift+Tab" = "Tab"): Promise<Stop> {
  await page.keyboard.press(key);
  const at = await stop(page);
  if (at.tag !== "body") {
    assert.ok(at.visible, `${at.tag} "${at.name}" shows that it has the focus`);
    assert.ok(at.uncovered, `${at.tag} "${at.name}" can be seen while it has the focus`);
  }
  return at;
}

/** Presses Tab until the keyboard is where it is wanted. */
export async function tabTo(page: Page, what: string, wanted: (at: Stop) => boolean, limit = 120): Promise<Stop> {
  const passed: string[] = [];
  for (let press = 0; press < limit; press += 1) {
    const at = await tab(page);
    if (wanted(at)) return at;
    passed.push(`${at.tag} "${at.name.slice(0, 30)}"`);
  }
  throw new Error(`Tab never came to ${what}; it passed ${passed.join(", ")}`);
}

/** Presses Tab from the top of the page to its end, and gives every stop. The focus must go as the eye does, and be nowhere only at the end. */
export async function walk(page: Page, limit = 150): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < limit; press += 1) {
    const at = await tab(page);
    const first = stops[0];
    if (at.tag === "body" || (first && at.name === first.name && at.top === first.top && at.left === first.left)) {
      assert.ok(stops.length > 0, "the page has something to stop at");
      for (const [index, next] of stops.slice(1).entries()) {
        const before = stops[index] as Stop;
        if (next.part !== before.part) continue;
        assert.ok(
          next.top >= before.top - line || next.left > before.left,
          `after "${before.name}" (${before.left}, ${before.top}) comes "${next.name}" (${next.left}, ${next.top})`,
        );
      }
      return stops;
    }
    stops.push(at);
  }
  throw new Error(`after ${limit} presses of Tab the page has not ended: the keyboard is caught at "${stops.at(-1)?.name}"`);
}

/** Pixels: parts of one line need not begin at one height. */
const line = 32;
