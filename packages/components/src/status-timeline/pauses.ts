import type { Calendar, PublishedProcedure } from "@fisc/core";
import { civilDate, workingDaysBetween } from "@fisc/core/calendar";
import type { TimelineEntry } from "@fisc/core/workflow";

/** A time in which the unit had the dossier to complete it. */
export interface Pause {
  /** Position of the step that sent it back. */
  readonly position: number;
  /** Working days; undefined where the calendar is unknown. */
  readonly days: number | undefined;
  /** It is still with the unit. */
  readonly lasts: boolean;
  /** No time limit of the treasury ran meanwhile. */
  readonly stopped: boolean;
}

/**
 * Every time that a dossier was sent back to be put right: from that step until it is where it was sent back from, or at its end, or `now`.
 * Civil days are those of the profile's zone.
 */
export function pauses(
  entries: readonly TimelineEntry[],
  { workflow, timeZone }: Pick<PublishedProcedure, "workflow" | "timeZone">,
  calendar: Calendar | undefined,
  now: Date,
): readonly Pause[] {
  const running = new Set<string>();
  const found: { position: number; from: string; since: string; until?: string; stopped: boolean }[] = [];
  for (const entry of entries) {
    if (entry.kind === "deadline") running.add(entry.deadline.key);
    if (entry.kind === "deadlineMet") running.delete(entry.key);
    if (entry.kind !== "transition") continue;
    const open = found.at(-1);
    if (open && open.until === undefined && (entry.state === open.from || workflow.states[entry.state]?.final)) open.until = entry.at;
    if (entry.fixes && workflow.states[entry.state]?.editable)
      found.push({ position: entry.position, from: entry.from, since: entry.at, stopped: running.size === 0 });
  }
  const day = (at: string): string => civilDate(new Date(at), timeZone);
  return found.map(({ position, since, until, stopped }) => ({
    position,
    days: calendar && workingDaysBetween(calendar, day(since), day(until ?? now.toISOString())),
    lasts: until === undefined,
    stopped,
  }));
}
