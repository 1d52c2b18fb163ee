import type { DossierEvent } from "../model/dossier.ts";
import type { WorkflowOf } from "./replay.ts";

/**
 * An event as the unit may read it. A step of the treasury into a state that the unit sees under another state's label is an inner one: that
 * it was taken, by whom and when belongs to the history, but its reason and fixes were said among officers and do not go along.
 * @param unitRoles actor roles of the unit: its own people's words are never kept from it
 */
export function forUnit(procedure: WorkflowOf, event: DossierEvent, unitRoles: ReadonlySet<string>): DossierEvent {
  if (event.type !== "transition" || unitRoles.has(event.actor.role)) return event;
  if (procedure.workflow.states[event.detail.to]?.shownAs === undefined) return event;
  const { reason: _reason, fixes: _fixes, ...detail } = event.detail;
  return { ...event, detail };
}
