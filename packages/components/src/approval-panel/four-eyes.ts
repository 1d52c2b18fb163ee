import { html, nothing, type TemplateResult } from "lit";
import type { DossierEvent, PublishedProcedure } from "@fisc/core";
import { replay } from "@fisc/core/workflow";
import { label } from "../foundation/format.ts";
import type { Localize } from "../foundation/localize.ts";

/** An action of the person's own roles that is not theirs, because of what they did on this version before. */
export interface Barred {
  readonly action: string;
  readonly done: string;
}

interface Somebody {
  readonly subject: string;
  readonly roles: readonly string[];
}

/** What the four-eyes rule keeps from a person now; the gateway holds the rule, this is to say so. */
export function barredByFourEyes(
  procedure: PublishedProcedure,
  events: readonly DossierEvent[],
  { subject, roles }: Somebody,
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

/** Says so, before anything is pressed. */
export function fourEyesView(
  procedure: PublishedProcedure,
  events: readonly DossierEvent[],
  person: Somebody,
  localize: Localize,
): TemplateResult | typeof nothing {
  const barred = barredByFourEyes(procedure, events, person);
  if (barred.length === 0) return nothing;
  const name = (action: string): string => label(procedure.labels, `action.${action}`, procedure.locale);
  return html`<ul class="changes four-eyes">
    ${barred.map(({ action, done }) => html`<li>${localize.text("approval.fourEyes", { action: name(action), done: name(done) })}</li>`)}
  </ul>`;
}
