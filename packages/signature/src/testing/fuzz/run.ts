import { toHex, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import { makeElement, mutate } from "./mutate.ts";
import { SeededRandom } from "./random.ts";
import type { FuzzTarget } from "./targets.ts";

/** Bytes that were not answered as they should be. */
export interface FuzzFind {
  readonly target: string;
  readonly what: string;
  /** Hex. */
  readonly bytes: string;
}

export interface FuzzRun {
  readonly target: string;
  readonly runs: number;
  /** Answered by a `SignatureError`; the others by a report. */
  readonly refused: number;
  readonly finds: readonly FuzzFind[];
  /** Milliseconds that the slowest input took. */
  readonly slowest: number;
}

/** Mutations of the target's sample, and for every fifth input ASN.1 made from nothing. The same seed gives the same inputs. */
export async function fuzz(target: FuzzTarget, runs: number, seed: number): Promise<FuzzRun> {
  const random = new SeededRandom(seed);
  const finds: FuzzFind[] = [];
  let refused = 0;
  let slowest = 0;
  for (let run = 0; run < runs; run++) {
    const bytes: Bytes = run % 5 === 4 ? makeElement(random, 6) : mutate(target.sample, random);
    const started = performance.now();
    try {
      const what = await target.take(bytes);
      if (what !== undefined) finds.push({ target: target.name, what, bytes: toHex(bytes) });
    } catch (error) {
      if (error instanceof SignatureError) refused++;
      else
        finds.push({
          target: target.name,
          what: error instanceof Error ? (error.stack ?? error.message) : String(error),
          bytes: toHex(bytes),
        });
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  return { target: target.name, runs, refused, finds, slowest };
}
