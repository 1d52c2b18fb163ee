import { axeLook, bringAxe, keyboardLook, measureLooks, type Look, type Seen } from "./looks.ts";
import { show, statesOf, type GalleryPage } from "./gallery-page.ts";

export interface CriterionResult {
  /** Rules of axe that held, over all states. */
  readonly held: number;
  readonly faults: readonly string[];
}

export interface ElementResult {
  readonly states: readonly string[];
  /** What was looked at in all states together. */
  readonly looks: Readonly<Partial<Record<Look, { readonly looked: number; readonly faults: readonly string[] }>>>;
  readonly criteria: Readonly<Record<string, CriterionResult>>;
}

/** Looks at every state of the elements with all that there is to look with. `only`: one element. */
export async function examine(gallery: GalleryPage, only?: string): Promise<Readonly<Record<string, ElementResult>>> {
  const results: Record<string, ElementResult> = {};
  for (const [tag, states] of Object.entries(await statesOf(gallery.page)).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (only !== undefined && only !== tag) continue;
    const seen: (readonly [state: string, seen: Seen])[] = [];
    await gallery.open();
    await bringAxe(gallery.page);
    for (const state of states) {
      const looked = await examineState(gallery, tag, state, state === states[0]).catch((error: unknown): readonly Seen[] => [
        { look: "axe", looked: 0, faults: [`cannot be looked at: ${String(error).split("\n")[0]}`] },
      ]);
      for (const one of looked) seen.push([state, one]);
    }
    results[tag] = { states, ...together(seen) };
  }
  return results;
}

async function examineState({ page }: GalleryPage, tag: string, state: string, isFirst: boolean): Promise<readonly Seen[]> {
  await show(page, tag, state);
  const seen: Seen[] = [...(await keyboardLook(page)), await axeLook(page, "axe")];
  await page.emulateMedia({ colorScheme: "dark" });
  seen.push(await axeLook(page, "axe in dark", isFirst ? undefined : ["color-contrast"]));
  await page.emulateMedia({ colorScheme: "light" });
  if (isFirst) {
    await page.evaluate(() => void (document.documentElement.dir = "rtl"));
    seen.push(await axeLook(page, "axe from right to left"));
    await page.evaluate(() => void (document.documentElement.dir = ""));
  }
  await page.evaluate(() => void document.querySelector("fisc-provider")?.setAttribute("density", "compact"));
  seen.push(await axeLook(page, "compact", ["target-size"]));
  await page.evaluate(() => void document.querySelector("fisc-provider")?.removeAttribute("density"));
  seen.push(...(await measureLooks(page)));
  return seen;
}

function together(all: readonly (readonly [state: string, seen: Seen])[]): Pick<ElementResult, "looks" | "criteria"> {
  const looks: Partial<Record<Look, { looked: number; faults: string[] }>> = {};
  const criteria: Record<string, { held: number; faults: string[] }> = {};
  for (const [state, { look, looked, faults, criteria: found = {} }] of all) {
    const sum = (looks[look] ??= { looked: 0, faults: [] });
    sum.looked += looked;
    sum.faults.push(...faults.map((fault) => `${state}: ${fault}`));
    for (const [number, { held, faults: broken }] of Object.entries(found)) {
      const criterion = (criteria[number] ??= { held: 0, faults: [] });
      criterion.held += held;
      criterion.faults.push(...broken.map((fault) => `${state}, ${look}: ${fault}`));
    }
  }
  return { looks, criteria };
}
