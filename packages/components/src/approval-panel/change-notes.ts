import type { DossierEvent, PublishedProcedure } from "@fisc/core";
import { formatInstant, label } from "../foundation/format.ts";

/** One line for each thing that happened to a dossier after the person last saw it: what, who, when. */
export function changeNotes(
  procedure: PublishedProcedure,
  events: readonly DossierEvent[],
  seen: number,
  text: (key: string) => string,
): string[] {
  const { labels, locale, timeZone } = procedure;
  const lines = events.flatMap((event) => {
    if (event.position <= seen) return [];
    const what = whatHappened(event);
    if (what === undefined) return [];
    const name = what.startsWith("action.") ? label(labels, what, locale) : text(what);
    const who = event.actor.id === "system" ? "" : `${event.actor.name} (${label(labels, `role.${event.actor.role}`, locale)})`;
    return [[name, who, formatInstant(event.at, locale, timeZone)].filter((part) => part !== "").join(" · ")];
  });
  return [...new Set(lines)];
}

/** Label key of the profile (`action.…`) or of the elements; undefined for what follows from another event. */
function whatHappened(event: DossierEvent): string | undefined {
  if (event.type === "transition") return `action.${event.detail.action}`;
  if (event.type === "content.changed") return "approval.change.content";
  return undefined;
}
