import { FiscError } from "../model/errors.ts";
import type { Calendar } from "../model/profile.ts";

/** A day as people write it in a calendar: `YYYY-MM-DD`, without zone or time. Compares as a string. */
export type CivilDate = string;

/** What the clock of a time limit needs to know. */
export interface WorkingTime {
  readonly calendar: Calendar;
  /** IANA zone. */
  readonly timeZone: string;
  /** `HH:MM:SS`: later than this counts as received on the next working day; this second itself is still in time. */
  readonly cutOff: string;
}

const day = 86_400_000;
/** Longest search for a working day: no calendar closes an office for a year. */
const horizon = 400;

/** The day and the second that a clock on the wall of `timeZone` shows. */
export function civilDateTime(instant: Date, timeZone: string): { readonly date: CivilDate; readonly time: string } {
  if (Number.isNaN(instant.getTime())) throw new FiscError("calendar.not-a-date", { text: String(instant) });
  const parts = new Map(
    wallClock(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  return {
    date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}:${part("second")}`,
  };
}

export function civilDate(instant: Date, timeZone: string): CivilDate {
  return civilDateTime(instant, timeZone).date;
}

/** Monday to Friday less holidays, plus the Saturdays that the government makes working days. @throws FiscError `calendar.not-a-date` */
export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean {
  const weekday = new Date(serial(date) * day).getUTCDay();
  if (Object.hasOwn(calendar.holidays, date)) return false;
  return (weekday >= 1 && weekday <= 5) || Object.hasOwn(calendar.workingSaturdays, date);
}

/** The first working day after `date`. */
export function nextWorkingDay(calendar: Calendar, date: CivilDate): CivilDate {
  return step(calendar, date, 1);
}

/** `count` working days on, `date` itself not counted; back where `count` is negative. 0 gives `date` as it is. */
export function addWorkingDays(calendar: Calendar, date: CivilDate, count: number): CivilDate {
  if (!Number.isInteger(count)) throw new FiscError("calendar.not-a-count", { count });
  let result = date;
  for (let left = Math.abs(count); left > 0; left -= 1) result = step(calendar, result, count > 0 ? 1 : -1);
  return result;
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return serial(to) - serial(from);
}

/** Working days after `from` up to and with `to`; negative where `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  const [early, late, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let at = serial(early) + 1; at <= serial(late); at += 1) if (isWorkingDay(calendar, civil(at))) count += 1;
  return count === 0 ? 0 : sign * count;
}

/** The working day on which a thing sent at `instant` counts as received. */
export function receivedOn({ calendar, timeZone, cutOff }: WorkingTime, instant: Date): CivilDate {
  const { date, time } = civilDateTime(instant, timeZone);
  return isWorkingDay(calendar, date) && time <= cutOff ? date : nextWorkingDay(calendar, date);
}

/** The day at whose close of business a time limit of `workingDays` ends: the day of receipt does not count. */
export function dueOn(calendar: Calendar, received: CivilDate, workingDays: number): CivilDate {
  return addWorkingDays(calendar, received, workingDays);
}

function step(calendar: Calendar, date: CivilDate, direction: 1 | -1): CivilDate {
  const start = serial(date);
  for (let distance = 1; distance <= horizon; distance += 1) {
    const next = civil(start + direction * distance);
    if (isWorkingDay(calendar, next)) return next;
  }
  throw new FiscError("calendar.no-working-day", { date });
}

/** Days since 1970-01-01. */
function serial(date: CivilDate): number {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February for 2 March in some engines: the way back tells.
  if (Number.isNaN(time) || civil(time / day) !== date) throw new FiscError("calendar.not-a-date", { text: date });
  return time / day;
}

function civil(days: number): CivilDate {
  return new Date(days * day).toISOString().slice(0, 10);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}
