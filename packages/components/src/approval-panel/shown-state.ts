import type { PublishedProcedure } from "@fisc/core";

/** The state whose label a person sees: officers see the treasury's inner steps, clients the official one that hides them. */
export function shownState(procedure: PublishedProcedure, state: string, side: "unit" | "treasury" | undefined): string {
  return side === "treasury" ? state : (procedure.workflow.states[state]?.shownAs ?? state);
}
