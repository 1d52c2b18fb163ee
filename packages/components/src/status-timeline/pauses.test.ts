import { expect } from "@open-wc/testing";
import type { DossierEvent } from "@fisc/core";
import { timeline } from "@fisc/core/workflow";
import { sampleProcedure } from "../testing/sample-procedure.ts";
import { pauses } from "./pauses.ts";

const procedure = sampleProcedure("en");
const calendar = { holidays: { "2026-03-12": { reason: "", confidence: "sure" as const } }, workingSaturdays: {} };
const fixes = [{ document: "form", text: "Ghi lại số" }];

/** `[action, to, at]` each, after a dossier was made. */
function log(...steps: readonly (readonly [action: string, to: string, at: string])[]): readonly DossierEvent[] {
  const base = { dossier: "d", actor: { id: "a", name: "A", role: "r" } };
  let state = "awaitingAccountant";
  const made = {
    ...base,
    position: 1,
    cursor: 1,
    at: "2026-03-09T02:00:00.000Z",
    type: "dossier.created",
    detail: { procedure: "test.grant", version: 3, state },
  };
  const events = steps.map(([action, to, at], index) => {
    const place = { ...base, position: index + 2, cursor: index + 2, at };
    if (action === "clock")
      return { ...place, type: "deadline.started", detail: { key: "answer", receivedOn: "2026-03-10", dueOn: "2026-03-13", met: false } };
    const detail = { action, from: state, to, version: 1, ...(action === "refuse" ? { reason: "Chưa đủ hồ sơ", fixes } : {}) };
    state = to;
    return { ...place, type: "transition", detail };
  });
  return [made, ...events] as readonly DossierEvent[];
}
const found = (events: readonly DossierEvent[], now = "2026-03-20T02:00:00.000Z", days: typeof calendar | null = calendar) =>
  pauses(timeline(procedure, events).entries, procedure, days ?? undefined, new Date(now));

const refused = [
  ["signHead", "submitted", "2026-03-10T02:00:00.000Z"],
  ["refuse", "returned", "2026-03-10T09:00:00.000Z"],
] as const;

describe("the time that a unit had a dossier to complete it", () => {
  it("counts working days until the office has it again, past weekends and holidays", () => {
    const back = log(
      ...refused,
      ["resubmit", "awaitingAccountant", "2026-03-13T02:00:00.000Z"],
      ["signHead", "submitted", "2026-03-16T18:00:00.000Z"],
    );
    // Until Tuesday 17 March in the profile's zone: 11, 13, 16, 17.
    expect(found(back)).to.deep.equal([{ position: 3, days: 4, lasts: false, stopped: true }]);
  });

  it("goes on counting while the unit has it", () => {
    expect(found(log(...refused), "2026-03-11T02:00:00.000Z")).to.deep.equal([{ position: 3, days: 1, lasts: true, stopped: true }]);
  });

  it("does not say that the clock stood still where a time limit was running", () => {
    const [send, back] = refused;
    expect(found(log(send, ["clock", "", "2026-03-10T03:00:00.000Z"], back))[0]?.stopped).to.equal(false);
  });

  it("says nothing of a dossier that the unit took back itself, and no days without a calendar", () => {
    expect(found(log(["recall", "returned", "2026-03-10T09:00:00.000Z"]))).to.deep.equal([]);
    expect(found(log(...refused), "2026-03-11T02:00:00.000Z", null)).to.deep.equal([
      { position: 3, days: undefined, lasts: true, stopped: true },
    ]);
  });
});
