import type { Calendar, CalendarEntry } from "@fisc/core";

const day = (reason: string): CalendarEntry => ({ reason, confidence: "good" });

/** Under martial law holidays and their transfers do not apply: only Saturdays and Sundays are free (law on labour under martial law, art. 6). */
export const calendar: Calendar = { holidays: {}, workingSaturdays: {} };

/**
 * For the day martial law ends: Labour Code art. 73; a holiday on a day off moves to the next working day. UNVERIFIED: from general
 * knowledge; Easter and Trinity computed. Days of the week that are free anyway are left out.
 */
export const statutoryCalendar: Calendar = {
  holidays: {
    "2026-01-01": day("newYear"),
    "2026-03-09": day("transferred"),
    "2026-04-13": day("transferred"),
    "2026-05-01": day("labour"),
    "2026-05-08": day("remembrance"),
    "2026-06-01": day("transferred"),
    "2026-06-29": day("transferred"),
    "2026-07-15": day("statehood"),
    "2026-08-24": day("independence"),
    "2026-10-01": day("defenders"),
    "2026-12-25": day("christmas"),
    "2027-01-01": day("newYear"),
    "2027-03-08": day("women"),
    "2027-05-03": day("transferred"),
    "2027-05-04": day("transferred"),
    "2027-05-10": day("transferred"),
    "2027-06-21": day("transferred"),
    "2027-06-28": day("constitution"),
    "2027-07-15": day("statehood"),
    "2027-08-24": day("independence"),
    "2027-10-01": day("defenders"),
    "2027-12-27": day("transferred"),
  },
  workingSaturdays: {},
};
