import type { DossierEvent, Profile, PublishedProcedure } from "@fisc/core";
import { civilDate } from "@fisc/core/calendar";
import type { Replayed } from "@fisc/core/workflow";
import type { Pin } from "../procedures/publications.ts";
import type { Treasury } from "../treasury.ts";
import type { DossierRecord } from "./record.ts";

/** Versions of the content that the treasury was sent: a step led from a unit's hands into its own. */
export function sentVersions({ roles }: Profile, { workflow }: PublishedProcedure, events: readonly DossierEvent[]): ReadonlySet<number> {
  const sideOf = (state: string): string | undefined => roles.find(({ id }) => id === workflow.states[state]?.holder)?.side;
  const sent = events.flatMap((event) =>
    event.type === "transition" && sideOf(event.detail.from) === "unit" && sideOf(event.detail.to) === "treasury"
      ? [event.detail.version]
      : [],
  );
  return new Set(sent);
}

/** Whether the treasury has ever had the dossier. From then on the rules of that day hold. */
export function wasSent(profile: Profile, procedure: PublishedProcedure, events: readonly DossierEvent[]): boolean {
  return sentVersions(profile, procedure, events).size > 0;
}

/**
 * What a dossier follows now: once it was sent, the rules of the day of sending; while somebody's signature stands, those that were signed
 * under; else those of today.
 */
export function pinNow(
  treasury: Treasury,
  stored: Pin,
  procedure: PublishedProcedure,
  events: readonly DossierEvent[],
  replayed: Replayed,
): Pin {
  const settled = replayed.signatures.length > 0 || wasSent(treasury.profile, procedure, events);
  return settled ? stored : pinOfToday(treasury, stored);
}

/** The rules for a new version of the content: signatures do not outlive it. */
export function pinForChange(treasury: Treasury, { pin, procedure, events }: DossierRecord): Pin {
  return wasSent(treasury.profile, procedure, events) ? pin : pinOfToday(treasury, pin);
}

/** The same dossier under another pin. */
export function under(treasury: Treasury, record: DossierRecord, pin: Pin): DossierRecord {
  return pin.regime === record.pin.regime ? record : { ...record, pin, procedure: treasury.publications.published(pin) };
}

/** A day for which the profile has no rules leaves a dossier with those it has. */
export function pinOfToday({ clock, profile, publications }: Treasury, pin: Pin): Pin {
  return { ...pin, regime: publications.regimeOn(civilDate(clock.now(), profile.timeZone)) ?? pin.regime };
}
