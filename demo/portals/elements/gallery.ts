import "@fisc/components/all";
import { find, stage, type Stage } from "@fisc/components/testing/stage";
import { MemoryTreasury } from "@fisc/components/testing/memory-treasury";
import { html } from "lit";
import type { Example, Examples } from "./example.ts";
import * as measures from "./measures.ts";
import { fieldExamples } from "./field-examples.ts";
import { partExamples } from "./part-examples.ts";
import { treasuryExamples } from "./treasury-examples.ts";

const examples: Examples = { ...fieldExamples, ...partExamples, ...treasuryExamples };

/** What whoever looks at the elements, or measures them, asks of the page. */
export interface Gallery {
  /** Tag → names of its states. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  /** Shows one example alone; resolves once it is drawn. @throws Error where it never is */
  show(tag: string, state: string): Promise<void>;
  clear(): void;
  /** Shows it and takes it away, so many times. */
  cycle(tag: string, state: string, times: number): Promise<void>;
  readonly measures: typeof measures;
}

/** `?locale=uk`: the elements' own words. What the examples hold, a treasury's labels, stays as it is. */
const locale = new URLSearchParams(location.search).get("locale") ?? "en";

let shown: Stage | undefined;

function clear(): void {
  shown?.remove();
  shown = undefined;
}

const nobodysTreasury = () => ({ treasury: new MemoryTreasury({ procedures: () => [], people: [] }), subject: null });

function open({ content, desk }: Example): Stage {
  const { treasury, subject } = desk?.() ?? nobodysTreasury();
  return stage(
    treasury,
    subject,
    html`<main>
      <h1>Example</h1>
      ${content()}
    </main>`,
    { locale, wrap: (api) => ({ ...api, uploadsUrl: "" }) },
  );
}

function exampleOf(tag: string, state: string): Example {
  const example = examples[tag]?.find((one) => one.state === state);
  if (!example) throw new Error(`there is no example of ${tag} ${state}`);
  return example;
}

async function drawn(tag: string, { drawn: selector, state, act }: Example): Promise<void> {
  const end = performance.now() + 30_000;
  const element = (): Element | null | undefined => shown && (tag === "fisc-provider" ? shown.provider : find(shown.provider, tag));
  while (!element()?.shadowRoot?.querySelector(selector)) {
    if (performance.now() > end) throw new Error(`${tag} ${state} was never drawn`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const there = element();
  if (there) act?.(there);
}

const gallery: Gallery = {
  measures,
  states: Object.fromEntries(Object.entries(examples).map(([tag, all]) => [tag, all.map(({ state }) => state)])),
  async show(tag, state) {
    clear();
    const example = exampleOf(tag, state);
    shown = open(example);
    await drawn(tag, example);
  },
  clear,
  async cycle(tag, state, times) {
    for (let n = 0; n < times; n += 1) await gallery.show(tag, state).then(clear);
  },
};

Object.assign(globalThis, { gallery });
