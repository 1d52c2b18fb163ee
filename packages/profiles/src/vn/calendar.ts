import type { Calendar, CalendarEntry } from "@fisc/core";

const day = (reason: string, confidence: CalendarEntry["confidence"]): CalendarEntry => ({ reason, confidence });

/**
 * Bộ luật Lao động 2019, Điều 112; 24 November from 2026 by Nghị quyết 28/2026/QH16. The Prime Minister fixes swaps each
 * year, so this is data to be kept up. `estimate`: the official notice was not found (swap of 2 and 10 January 2026;
 * Tết 2027; the day beside Quốc khánh 2027, taken as 1 September). Years before 2026 are not filled in.
 */
export const calendar: Calendar = {
  holidays: {
    "2026-01-01": day("newYear", "sure"),
    "2026-01-02": day("swap", "estimate"),
    "2026-02-16": day("lunarNewYear", "good"),
    "2026-02-17": day("lunarNewYear", "good"),
    "2026-02-18": day("lunarNewYear", "good"),
    "2026-02-19": day("lunarNewYear", "good"),
    "2026-02-20": day("lunarNewYear", "good"),
    "2026-04-26": day("hungKings", "good"),
    "2026-04-27": day("compensation", "good"),
    "2026-04-30": day("reunification", "sure"),
    "2026-05-01": day("labour", "sure"),
    "2026-08-31": day("swap", "good"),
    "2026-09-01": day("national", "good"),
    "2026-09-02": day("national", "sure"),
    "2026-11-24": day("culture", "good"),
    "2027-01-01": day("newYear", "sure"),
    "2027-02-05": day("lunarNewYear", "estimate"),
    "2027-02-06": day("lunarNewYear", "estimate"),
    "2027-02-07": day("lunarNewYear", "estimate"),
    "2027-02-08": day("lunarNewYear", "estimate"),
    "2027-02-09": day("lunarNewYear", "estimate"),
    "2027-02-10": day("compensation", "estimate"),
    "2027-02-11": day("compensation", "estimate"),
    "2027-04-16": day("hungKings", "sure"),
    "2027-04-30": day("reunification", "sure"),
    "2027-05-01": day("labour", "sure"),
    "2027-05-03": day("compensation", "good"),
    "2027-09-01": day("national", "estimate"),
    "2027-09-02": day("national", "sure"),
    "2027-11-24": day("culture", "good"),
  },
  workingSaturdays: {
    "2026-01-10": day("makeUp", "estimate"),
    "2026-08-22": day("makeUp", "good"),
  },
};
