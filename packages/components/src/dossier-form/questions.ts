import type { TemplateResult } from "lit";
import type { PublishedProcedure } from "@fisc/core";
import type { Mergeable, MergeConflict } from "@fisc/core/drafts";
import type { Localize } from "../foundation/localize.ts";
import { mergeDialog, resolve, startAgainDialog } from "./dialogs.ts";

export { dialogStyles } from "./dialogs.styles.ts";

/** Where questions are drawn: one at a time. */
export interface QuestionPlace {
  readonly renderRoot: ParentNode;
  readonly localize: Localize;
  /** Draws the question; without one, takes it away. */
  show(template?: () => TemplateResult): void;
}

/** Both tabs changed the same fields: the draft with what the person chose of each. */
export async function askWhichToKeep(
  place: QuestionPlace,
  conflicts: readonly MergeConflict[],
  merged: Mergeable,
  procedure: PublishedProcedure,
): Promise<Mergeable> {
  const choices = await answered<ReadonlyMap<string, "mine" | "theirs">>(place, (done) =>
    mergeDialog(conflicts, procedure, place.localize, done),
  );
  // The chosen text comes in before the focus is back in its field: a control that has the focus is not written to.
  setTimeout(() => close(place));
  return resolve(merged, conflicts, choices);
}

/** Whether everything typed may go. */
export async function askToStartAgain(place: QuestionPlace): Promise<boolean> {
  const sure = await answered<boolean>(place, (done) => startAgainDialog(place.localize, done));
  close(place);
  return sure;
}

function answered<T>(place: QuestionPlace, template: (done: (answer: T) => void) => TemplateResult): Promise<T> {
  return new Promise<T>((done) => place.show(() => template(done)));
}

/** Closed before it goes: the browser then gives the focus back to where it was. */
function close(place: QuestionPlace): void {
  place.renderRoot.querySelector("dialog")?.close();
  place.show();
}
