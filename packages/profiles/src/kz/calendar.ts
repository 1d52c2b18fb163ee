import type { Calendar, CalendarEntry } from "@fisc/core";

const day = (reason: string, confidence: CalendarEntry["confidence"]): CalendarEntry => ({ reason, confidence });

/**
 * Five-day week. A state holiday on a day off moves to the next working day; Christmas and the first day of Kurban ait do not move.
 * Since the new Constitution 30 August is no holiday (31 August 2026 is a working day) and 15 March is one from 2027. The year 2027 is
 * worked out from the statute. Days of the week that are free anyway are left out.
 */
export const calendar: Calendar = {
  holidays: {
    "2026-01-01": day("newYear", "good"),
    "2026-01-02": day("newYear", "good"),
    "2026-01-07": day("christmas", "good"),
    "2026-03-09": day("transferred", "good"),
    "2026-03-23": day("nauryz", "good"),
    "2026-03-24": day("transferred", "good"),
    "2026-03-25": day("transferred", "good"),
    "2026-05-01": day("unity", "good"),
    "2026-05-07": day("defender", "good"),
    "2026-05-11": day("transferred", "good"),
    "2026-05-27": day("kurbanAit", "good"),
    "2026-07-06": day("capital", "good"),
    "2026-10-26": day("transferred", "good"),
    "2026-12-16": day("independence", "good"),
    "2027-01-01": day("newYear", "estimate"),
    "2027-01-04": day("transferred", "estimate"),
    "2027-01-07": day("christmas", "estimate"),
    "2027-03-08": day("women", "estimate"),
    "2027-03-15": day("constitution", "estimate"),
    "2027-03-22": day("nauryz", "estimate"),
    "2027-03-23": day("nauryz", "estimate"),
    "2027-03-24": day("transferred", "estimate"),
    "2027-05-03": day("transferred", "estimate"),
    "2027-05-07": day("defender", "estimate"),
    "2027-05-10": day("transferred", "estimate"),
    "2027-07-06": day("capital", "estimate"),
    "2027-10-25": day("republic", "estimate"),
    "2027-12-16": day("independence", "estimate"),
  },
  workingSaturdays: {},
};
