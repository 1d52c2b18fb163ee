import type { DossierEvent, PublishedProcedure } from "@fisc/core";
import { replay } from "@fisc/core/workflow";

/** An action of the person's own roles that is not theirs, because of what they did on this version before. */
export interface Barred {
  readonly action: string;
  readonly done: string;
}

/** What the four-eyes rule keeps from a person now; the gateway holds the rule, this is to say so. */
export function barredByFourEyes(
  procedure: PublishedProcedure,
  events: readonly DossierEvent[],
  { subject, roles }: { readonly subject: string; readonly roles: readonly string[] },
): readonly Barred[] {
  if (events.length === 0) return [];
  const replayed = replay(procedure, events);
  const barred = procedure.workflow.transitions.flatMap(({ action, from, roles: theirs, needs }): Barred[] => {
    if (!from.includes(replayed.state) || !theirs.some((role) => roles.includes(role))) return [];
    const done = needs?.differentActorFrom?.find((earlier) => replayed.actorsOf(earlier).includes(subject));
    return done === undefined ? [] : [{ action, done }];
  });
  return [...new Map(barred.map((one) => [one.action, one])).values()];
}
