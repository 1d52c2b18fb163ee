import type { Calendar, Deadline } from "@fisc/core";
import { civilDate, workingDaysBetween } from "@fisc/core/calendar";

/** Text key and working days of a deadline as of `now`: `left` (days ahead), `today`, `late` (days over), `met`; `passed` where the calendar is unknown. */
export interface DueText {
  readonly key: "timeline.due.left" | "timeline.due.today" | "timeline.due.late" | "timeline.due.passed" | "timeline.due.met";
  readonly days: number;
}

/** Undefined where nothing more than the date can be said. */
export function dueText(deadline: Deadline, now: Date, timeZone: string, calendar: Calendar | undefined): DueText | undefined {
  if (deadline.met) return { key: "timeline.due.met", days: 0 };
  const today = civilDate(now, timeZone);
  if (today === deadline.dueOn) return { key: "timeline.due.today", days: 0 };
  if (!calendar) return today > deadline.dueOn ? { key: "timeline.due.passed", days: 0 } : undefined;
  const days = workingDaysBetween(calendar, today, deadline.dueOn);
  if (today > deadline.dueOn) return days === 0 ? { key: "timeline.due.passed", days: 0 } : { key: "timeline.due.late", days: -days };
  return { key: "timeline.due.left", days };
}
