import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CDPSession } from "playwright";
import { statesOf, withGallery, type GalleryPage, type InPage } from "../elements/gallery-page.ts";

const figures = fileURLToPath(new URL("../../../docs/figures/leaks.json", import.meta.url));
const times = 100;
/** Of the heap of the page, for a hundred times. */
const limit = 0.01;
/** What grows in every one of these rounds is a leak; what grows in some is the engine's own: code that it compiles, its records of long tasks. */
const rounds = 4;

interface Held {
  /** Bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export interface Leak {
  readonly state: string;
  /** Least growth of the heap in a round, as a part of it. */
  readonly growth: number;
  /** The same in bytes. */
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Puts every element on a page a hundred times and takes it away again; says what stays after garbage was collected. */
export async function benchLeaks(only?: string): Promise<void> {
  const elements = await withGallery(async (gallery) => {
    const found: Record<string, Leak> = {};
    for (const [tag, [state]] of Object.entries(await statesOf(gallery.page)).sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (state === undefined || (only !== undefined && only !== tag)) continue;
      const leak = await leakOf(gallery, tag, state);
      found[tag] = leak;
      console.log(
        `${tag.padEnd(28)} ${`${(leak.growth * 100).toFixed(2)} %`.padStart(8)} ${String(leak.bytes).padStart(9)} bytes ${String(leak.nodes).padStart(4)} nodes ${String(leak.listeners).padStart(4)} listeners`,
      );
    }
    return found;
  });
  const leaking = Object.entries(elements).filter(([, { growth }]) => growth > limit);
  console.log(
    leaking.length === 0
      ? `No element leaves more than ${limit * 100} % of the heap behind.`
      : `Over ${limit * 100} %: ${leaking.map(([tag]) => tag).join(", ")}`,
  );
  if (only === undefined) {
    await mkdir(join(figures, ".."), { recursive: true });
    const record = { command: "npm run bench", date: new Date().toISOString().slice(0, 10), times, limit, elements };
    await writeFile(figures, `${JSON.stringify(record, null, 2)}\n`);
  }
  if (leaking.length > 0) process.exitCode = 1;
}

async function leakOf({ page, open }: GalleryPage, tag: string, state: string): Promise<Leak> {
  await open();
  const session = await page.context().newCDPSession(page);
  const cycle = (count: number): Promise<void> =>
    page.evaluate(([name, at, n]) => (globalThis as InPage).gallery.cycle(name, at, n), [tag, state, count] as const);
  // Texts, late parts and compiled code come with the first few.
  await cycle(50);
  let before = await held(session);
  let least: Leak | undefined;
  for (let round = 0; round < rounds && (least === undefined || least.growth > limit / 2); round += 1) {
    await cycle(times);
    const after = await held(session);
    const bytes = after.heap - before.heap;
    if (least === undefined || bytes < least.bytes)
      least = {
        state,
        growth: Number((bytes / before.heap).toFixed(4)),
        bytes,
        nodes: after.nodes - before.nodes,
        listeners: after.listeners - before.listeners,
      };
    before = after;
  }
  await session.detach();
  if (!least) throw new Error("nothing was measured");
  return least;
}

async function held(session: CDPSession): Promise<Held> {
  // Finalizers of one collection free what the next one takes.
  for (let n = 0; n < 3; n += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}
