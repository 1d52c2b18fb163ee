import type { Calendar, DossierSummary, PublishedProcedure } from "@fisc/core";
import { dueText, type DueText } from "../status-timeline/due-text.ts";

/** `soon`: on this working day or the next. */
export type DueTone = "late" | "soon" | "calm";

export interface DueState {
  readonly tone: DueTone;
  /** What the badge says; undefined where the calendar is unknown and the day is still ahead. */
  readonly text: DueText | undefined;
}

/** How near a dossier's deadline is at `now`; undefined without one, and once the dossier has ended. */
export function dueState(
  { dueOn, state }: Pick<DossierSummary, "dueOn" | "state">,
  { workflow, timeZone }: Pick<PublishedProcedure, "workflow" | "timeZone">,
  calendar: Calendar | undefined,
  now: Date,
): DueState | undefined {
  if (dueOn === undefined || workflow.states[state]?.final) return undefined;
  const text = dueText({ key: "", receivedOn: dueOn, dueOn, met: false }, now, timeZone, calendar);
  if (text?.key === "timeline.due.late" || text?.key === "timeline.due.passed") return { tone: "late", text };
  const isNear = text?.key === "timeline.due.today" || (text?.key === "timeline.due.left" && text.days <= 1);
  return { tone: isNear ? "soon" : "calm", text };
}
