import type { Timeline, TimelineEntry } from "@fisc/core/workflow";

type Transition = Extract<TimelineEntry, { kind: "transition" }>;
export type Paper = Exclude<TimelineEntry, { kind: "transition" | "created" }>;

/** A step inside the treasury, with what came with it. */
export interface InnerStep {
  readonly entry: Transition;
  readonly papers: readonly Paper[];
}

/** One step as a person counts them: a state they see, how it came, what came with it, and the inner steps until the next. */
export interface Step {
  readonly position: number;
  readonly main: Extract<TimelineEntry, { kind: "created" | "transition" }>;
  readonly papers: readonly Paper[];
  readonly inner: readonly InnerStep[];
}

/**
 * Puts a dossier's entries into steps. A client sees a new step where the official state changes; what happens between
 * is inner. An officer sees every transition as a step. Papers belong to the step they came with: a signature stands in
 * the log right before the transition that it makes.
 */
export function steps(entries: Timeline["entries"], side: "unit" | "treasury"): readonly Step[] {
  const result: { position: number; main: Step["main"]; papers: Paper[]; inner: { entry: Transition; papers: Paper[] }[] }[] = [];
  let waiting: Paper[] = [];
  for (const [index, entry] of entries.entries()) {
    const last = result.at(-1);
    const place = last?.inner.at(-1) ?? last;
    if (entry.kind === "created" || (entry.kind === "transition" && (last === undefined || side === "treasury" || entry.visibleStep))) {
      result.push({ position: entry.position, main: entry, papers: waiting, inner: [] });
      waiting = [];
    } else if (entry.kind === "transition") {
      last?.inner.push({ entry, papers: waiting });
      waiting = [];
    } else if (place === undefined || (entry.kind === "signature" && makesNext(entries, index))) waiting.push(entry);
    else place.papers.push(entry);
  }
  result.at(-1)?.papers.push(...waiting);
  return result;
}

function makesNext(entries: Timeline["entries"], index: number): boolean {
  const next = entries[index + 1];
  return next?.kind === "transition" && next.actor.id === entries[index]?.actor.id;
}
