import { expect } from "@open-wc/testing";
import { dueText } from "./due-text.ts";

const zone = "Asia/Ho_Chi_Minh";
const calendar = { holidays: { "2026-04-27": { reason: "x", confidence: "sure" as const } }, workingSaturdays: {} };
const deadline = { key: "answer", receivedOn: "2026-04-24", dueOn: "2026-04-28", met: false };

describe("dueText", () => {
  it("counts working days only: a weekend and a holiday do not count", () => {
    expect(dueText(deadline, new Date("2026-04-24T03:00:00Z"), zone, calendar)).to.deep.equal({ key: "timeline.due.left", days: 1 });
  });
  it("is due today by the profile's clock, though it is yesterday in London", () => {
    expect(dueText(deadline, new Date("2026-04-27T17:30:00Z"), zone, calendar)).to.deep.equal({ key: "timeline.due.today", days: 0 });
  });
  it("says how many working days it is late", () => {
    expect(dueText(deadline, new Date("2026-04-30T03:00:00Z"), zone, calendar)).to.deep.equal({ key: "timeline.due.late", days: 2 });
  });
  it("says no more than the date, or that it has passed, where the calendar is unknown", () => {
    expect(dueText(deadline, new Date("2026-04-24T03:00:00Z"), zone, undefined)).to.equal(undefined);
    expect(dueText(deadline, new Date("2026-04-30T03:00:00Z"), zone, undefined)?.key).to.equal("timeline.due.passed");
  });
  it("counts nothing once it is met", () => {
    expect(dueText({ ...deadline, met: true }, new Date("2026-05-30T03:00:00Z"), zone, calendar)?.key).to.equal("timeline.due.met");
  });
});
