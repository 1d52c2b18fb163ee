import type { DossierEvent, Fix } from "@fisc/core";
import type { Difference } from "./differences.ts";

/** What the treasury asked to be put right, and the version of the content that it was said of. */
export interface Refusal {
  readonly version: number;
  readonly fixes: readonly Fix[];
}

/** Every refusal that named something, the last first. */
export function refusals(events: readonly DossierEvent[]): readonly Refusal[] {
  return events
    .flatMap((event) =>
      event.type === "transition" && event.detail.fixes && event.detail.fixes.length > 0
        ? [{ version: event.detail.version, fixes: event.detail.fixes }]
        : [],
    )
    .reverse();
}

/** Whether anything at the place that a fix names is not as it was. What it became is for a person to judge. */
export function isTouched({ document, at }: Fix, found: readonly Difference[]): boolean {
  return found.some((difference) => {
    if (difference.document !== document) return false;
    if (document !== "form" || at === undefined) return true;
    const { path } = difference;
    if (path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`)) return true;
    // A line that went is a change in each of its cells; one that came has the number of no earlier one.
    if (path.endsWith("]") && difference.before !== "" && at.startsWith(`${path}.`)) return true;
    const [table, column] = at.split("[].");
    if (column === undefined) return at.endsWith("[]") && path.startsWith(at.slice(0, -1));
    return path.startsWith(`${table}[`) && (path.endsWith(`].${column}`) || path.endsWith("]"));
  });
}
