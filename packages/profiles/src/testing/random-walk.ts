import assert from "node:assert/strict";
import { DossierWalk, type WalkOptions } from "./dossier-walk.ts";
import { drawing } from "./drawing.ts";

/** Whatever people and ledger do, in any order (the same in every run): the holder of a dossier can always act, and no step that is offered is refused. */
export function walkAtRandom(options: WalkOptions, runs = 100): void {
  const { workflow } = options.procedure;
  const ends = new Set<string>();
  for (let run = 1; run <= runs; run += 1) {
    const draw = drawing(run);
    const walk = new DossierWalk(options);
    for (let step = 0; step < 60; step += 1) {
      const { final, holder, editable } = workflow.states[walk.state] ?? {};
      if (final) {
        ends.add(walk.state);
        break;
      }
      if (editable && draw(2) === 0) walk.change();
      const possible = walk.possible();
      assert.ok(
        possible.some(({ transition }) => holder !== undefined && transition.roles.includes(holder)),
        walk.state,
      );
      const { subject, transition } = possible[draw(possible.length)] ?? assert.fail(walk.state);
      const { reason, fixes, choices } = transition.needs ?? {};
      walk.act(subject, transition.action, {
        ...(reason ? { reason: "x".repeat(reason.minLength) } : {}),
        ...(fixes ? { fixes: [{ document: "form", text: "x" }] } : {}),
        ...(choices
          ? { input: Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, values[draw(values.length)] ?? ""])) }
          : {}),
      });
    }
  }
  assert.ok(ends.size > 1, "chance has found one end only");
}
