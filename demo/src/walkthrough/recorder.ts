import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Page } from "playwright";
import { DemoStop } from "../stop.ts";

/** Takes the time of each step, and keeps what it leaves: pictures and files. */
export interface Recorder {
  /** Runs one step; says its name and how long it took once it is done. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** A picture of the whole page. */
  picture(page: Page, name: string): Promise<void>;
  keep(name: string, content: string | Uint8Array): Promise<string>;
}

export interface RecorderOptions {
  readonly out: string;
  readonly signal?: AbortSignal;
  onStep?(text: string, milliseconds: number): void;
}

export async function createRecorder(options: RecorderOptions): Promise<Recorder> {
  await mkdir(options.out, { recursive: true });
  let pictures = 0;
  return {
    async step(name, work) {
      options.signal?.throwIfAborted();
      const started = performance.now();
      try {
        const result = await work();
        options.onStep?.(name, performance.now() - started);
        return result;
      } catch (error) {
        throw new StepFailed(name, error);
      }
    },
    async picture(page, name) {
      pictures += 1;
      await page.screenshot({
        path: join(options.out, `${String(pictures).padStart(2, "0")}-${name}.png`),
        fullPage: true,
        animations: "disabled",
      });
    },
    async keep(name, content) {
      const path = join(options.out, name);
      await writeFile(path, content);
      return path;
    },
  };
}

/** Says which step did not work, and why, in one line. */
export class StepFailed extends DemoStop {
  constructor(step: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The step "${step}" failed: ${stripVTControlCharacters(reason).split("\n").slice(0, 3).join(" ")}`, { cause });
  }
}
