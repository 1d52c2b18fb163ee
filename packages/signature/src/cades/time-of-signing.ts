import type { EvidenceLog } from "../report.ts";
import type { CheckedTimestamp } from "./check-timestamps.ts";

export const FIVE_MINUTES = 300_000;

interface Bounds {
  readonly at: Date;
  readonly producedAfter?: Date | undefined;
  readonly clockTolerance?: number;
}

export function passed({ report }: CheckedTimestamp): boolean {
  return report.indication === "TOTAL-PASSED" && report.time !== undefined;
}

function timeOf({ report }: CheckedTimestamp): number {
  return Date.parse(report.time ?? "");
}

/** EN 319 102-1 5.5.4: the earliest proof, or `at` where there is none; never before the moment after which the signature must have been made. */
export function bestSignatureTime(timestamps: readonly CheckedTimestamp[], { at, producedAfter }: Bounds): Date {
  const best = new Date(Math.min(at.getTime(), ...timestamps.filter(passed).map(timeOf)));
  return producedAfter && producedAfter > best && producedAfter < at ? producedAfter : best;
}

/** 5.3.4: what the caller knows, or the latest good timestamp over the content alone. */
export function earliestSignatureTime(contentTimestamps: readonly CheckedTimestamp[], producedAfter: Date | undefined): Date | undefined {
  const times = contentTimestamps.filter(passed).map(timeOf);
  const latest = Math.max(producedAfter?.getTime() ?? -Infinity, ...times);
  return latest === -Infinity ? undefined : new Date(latest);
}

/** The claim proves nothing, but one that cannot be true must not reach a file as the time of signing. */
export function checkSigningTime(
  claimed: Date,
  { producedAfter, clockTolerance = FIVE_MINUTES }: Bounds,
  bestTime: Date,
  log: EvidenceLog,
): void {
  const params = { claimed: claimed.toISOString(), at: bestTime.toISOString() };
  // signing time has whole seconds
  const early = producedAfter !== undefined && claimed.getTime() < producedAfter.getTime() - clockTolerance;
  if (early || claimed.getTime() > bestTime.getTime() + clockTolerance)
    log.fail("signing-time", "INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", params);
  else log.pass("signing-time", params);
}

/**
 * 5.5.4 step 4: good timestamps must agree on what came first, within their accuracies. Content timestamps are part of what is signed, so they come before
 * signature timestamps; an archive timestamp comes after all that it covers.
 */
export async function checkTimestampOrder(
  contentTimestamps: readonly CheckedTimestamp[],
  timestamps: readonly CheckedTimestamp[],
  log: EvidenceLog,
): Promise<void> {
  const good = timestamps.filter(passed);
  for (const later of good) {
    for (const earlier of [...contentTimestamps.filter(passed), ...good]) {
      const precedes = earlier.report.kind === "content-timestamp" || (await later.coverage?.covers(earlier.form)) === true;
      const doubt = (earlier.report.accuracy ?? 0) + (later.report.accuracy ?? 0);
      if (!precedes || timeOf(earlier) - doubt <= timeOf(later)) continue;
      const params = {
        earlier: earlier.report.kind,
        at: earlier.report.time ?? "",
        later: later.report.kind,
        before: later.report.time ?? "",
      };
      log.fail("timestamp-order", "INDETERMINATE", "TIMESTAMP_ORDER_FAILURE", params);
      return;
    }
  }
  if (good.length + contentTimestamps.filter(passed).length > 1) log.pass("timestamp-order");
}
