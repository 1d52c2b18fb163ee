import { expect } from "@open-wc/testing";
import { formatBytes, formatCivilDate, formatInstant, label } from "./format.ts";

describe("format", () => {
  it("writes civil dates as the locale does, and never so that day and month can be mistaken", () => {
    expect(formatCivilDate("2026-03-10", "vi")).to.equal("10/03/2026");
    expect(formatCivilDate("2026-03-10", "en")).to.equal("10 Mar 2026");
  });
  it("leaves what is no date as it is", () => {
    expect(formatCivilDate("2026-13-45", "vi")).to.equal("2026-13-45");
    expect(formatCivilDate("RDT-0001", "vi")).to.equal("RDT-0001");
  });
  it("shows instants by the clock of the profile's zone, whatever the reader's computer says", () => {
    expect(formatInstant("2026-03-10T17:59:00.000Z", "en", "Asia/Ho_Chi_Minh")).to.equal("11 Mar 2026, 00:59");
  });
  it("writes sizes as people read them", () => {
    expect(formatBytes(1_234_567, "vi")).to.equal("1,2 MB");
    expect(formatBytes(512, "en")).to.match(/^512 byte/);
    expect(formatBytes(1_234_567, "uk")).to.match(/^1,2\sМБ$/);
    expect(formatBytes(1_234_567, "kk-Latn")).to.equal("1,2\u00A0MB");
  });
  it("writes no letter of another script than the locale's", () => {
    for (const text of [
      formatBytes(600, "kk-Latn"),
      formatBytes(5000, "kk-Latn"),
      formatCivilDate("2026-03-10", "kk-Latn"),
      formatInstant("2026-03-10T08:00:00Z", "kk-Latn", "Asia/Almaty"),
    ])
      expect(text).not.to.match(/\p{Script=Cyrillic}/u);
    for (const locale of ["kk", "kk-Latn"]) expect(formatCivilDate("2026-03-10", locale)).to.equal("10.03.2026");
  });
  it("shows the key of a label that a profile forgot, so that it is seen", () => {
    expect(label({ "state.paid": "Paid {code}" }, "state.paid", "en", { code: "X" })).to.equal("Paid X");
    expect(label({}, "state.gone", "en")).to.equal("state.gone");
  });
});
