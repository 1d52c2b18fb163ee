import "axe-core/axe.min.js";
import type Axe from "axe-core";
import { expect } from "@open-wc/testing";

// A script, not a module: it leaves itself on the window.
const { axe } = globalThis as unknown as { readonly axe: typeof Axe };

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules about a whole page, which a test's fragment is not. */
const WHOLE_PAGE = { region: { enabled: false }, "page-has-heading-one": { enabled: false }, "landmark-one-main": { enabled: false } };

/** No axe finding in light and in dark, with the page's own colours behind the element. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  const root = document.documentElement;
  for (const [scheme, surface] of [
    ["light", "#ffffff"],
    ["dark", "#15191f"],
  ] as const) {
    root.style.colorScheme = scheme;
    document.body.style.backgroundColor = surface;
    // No animation frame: a test page in a background tab gets none.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { violations } = await axe.run(element, { runOnly: RULES, rules: WHOLE_PAGE });
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("; ")}`,
    );
    expect(found, `${element.localName}, ${scheme}`).to.deep.equal([]);
  }
  root.style.colorScheme = "";
  document.body.style.backgroundColor = "";
}
