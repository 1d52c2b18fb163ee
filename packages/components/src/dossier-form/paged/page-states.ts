import { isBlank, sameJson, valueAt } from "@fisc/core/rules";
import type { PageState } from "../../form-page/page-state.ts";
import { rootOf } from "../form-faults.ts";
import type { FormSession } from "../form-session.ts";
import type { FormStop } from "./form-stops.ts";

/** What the state of a page follows from. */
export interface Progress {
  readonly session: Pick<FormSession, "engine" | "files" | "procedure">;
  /** Fields, tables and places for files that have errors, whether they are shown or not. */
  readonly faulty: ReadonlySet<string>;
  /** Pages that somebody has left without an error. */
  readonly passed: ReadonlySet<string>;
}

/** Roots of all errors: what rules say, and text at `unreadable` that cannot be read. */
export function faultyRoots({ engine }: Pick<FormSession, "engine">, unreadable: readonly { readonly at: string }[]): ReadonlySet<string> {
  const errors = engine.violations().filter(({ severity }) => severity === "error");
  return new Set([...errors, ...unreadable].map(({ at }) => rootOf(at)));
}

/**
 * By what stands in the form, not by what was clicked: so it is the same after a reload and in another tab. What the form brought along
 * is no beginning; a page without an error is ready, unless it is empty and needs nothing.
 */
export function stateOf(stop: FormStop, { session, faulty, passed }: Progress): PageState {
  const { engine, files, procedure } = session;
  const shown = [...stop.roots].filter((root) => engine.visible(root));
  const fixed = new Set((stop.section?.fields ?? []).flatMap((field) => ("readOnly" in field && field.readOnly ? [field.path] : [])));
  const open = shown.filter((root) => !fixed.has(root) && !engine.computed(root));
  const filled = stop.section
    ? open.filter((root) => !isBlank(engine.get(root)))
    : open.filter((root) => files.some(({ slot }) => `attachments.${slot}` === root));
  const isBegun = filled.some((root) => !stop.section || !sameJson(engine.get(root), valueAt(procedure.initial, root)));
  if (shown.some((root) => faulty.has(root))) return isBegun ? "in-progress" : "not-started";
  return open.length > 0 && filled.length === 0 && !passed.has(stop.id) ? "optional" : "complete";
}
