import { expect } from "@open-wc/testing";
import { sampleProcedure } from "../testing/sample-procedure.ts";
import { dueState } from "./due-state.ts";

const procedure = sampleProcedure("en");
const calendar = { holidays: { "2026-03-12": { reason: "", confidence: "sure" as const } }, workingSaturdays: {} };
/** Wednesday 11 March in the profile's zone, where UTC still has the tenth. */
const now = new Date("2026-03-10T18:00:00Z");
const at = (dueOn: string | undefined, state = "received", days: typeof calendar | undefined = calendar) =>
  dueState({ state, ...(dueOn === undefined ? {} : { dueOn }) } as Parameters<typeof dueState>[0], procedure, days, now);

describe("how near a deadline is", () => {
  it("counts working days: a holiday between does not bring it nearer", () => {
    expect(at("2026-03-13")).to.deep.equal({ tone: "soon", text: { key: "timeline.due.left", days: 1 } });
    expect(at("2026-03-16")).to.deep.equal({ tone: "calm", text: { key: "timeline.due.left", days: 2 } });
    expect(at("2026-03-11")).to.deep.equal({ tone: "soon", text: { key: "timeline.due.today", days: 0 } });
    expect(at("2026-03-09")).to.deep.equal({ tone: "late", text: { key: "timeline.due.late", days: 2 } });
  });
  it("says nothing of a dossier without deadline, nor of one that has ended", () => {
    expect(at(undefined)).to.equal(undefined);
    expect(at("2026-03-09", "paid")).to.equal(undefined);
  });
  it("knows overdue without a calendar, and counts nothing then", () => {
    const without = (dueOn: string) => dueState({ state: "received", dueOn }, procedure, undefined, now);
    expect(without("2026-03-09")).to.deep.equal({ tone: "late", text: { key: "timeline.due.passed", days: 0 } });
    expect(without("2026-03-13")).to.deep.equal({ tone: "calm", text: undefined });
  });
});
