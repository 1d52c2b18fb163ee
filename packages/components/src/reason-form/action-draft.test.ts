import { expect } from "@open-wc/testing";
import { actionBody, draftFaults, emptyDraft, reasonLength } from "./action-draft.ts";

const needs = { reason: { minLength: 10, maxLength: 20 }, fixes: true };
const noLines = () => 0;
const fix = (part: object) => ({ key: 1, document: "form", at: "", row: "", text: "Sửa lại", ...part });

describe("an action's draft", () => {
  it("counts letters as people do: composed, without outer blanks, one for a sign outside the basic plane", () => {
    expect(reasonLength("  Kho bạc ".normalize("NFD"))).to.equal(7);
    expect(reasonLength("😀")).to.equal(1);
  });

  it("names a missing, a short and a long reason", () => {
    const fault = (reason: string) => draftFaults({ reason: needs.reason }, { ...emptyDraft, reason }, noLines)[0]?.message;
    expect(fault("   ")).to.equal("reason.missing");
    expect(fault("ngắn")).to.equal("reason.short");
    expect(fault("a".repeat(21))).to.equal("reason.long");
    expect(fault("vừa đủ mười")).to.equal(undefined);
  });

  it("asks for a fix, for its text, and for a line that exists", () => {
    const faults = (fixes: ReturnType<typeof fix>[]) => draftFaults({ fixes: true }, { ...emptyDraft, fixes }, () => 2).map(({ at }) => at);
    expect(faults([])).to.deep.equal(["fixes"]);
    expect(faults([fix({ text: "  " })])).to.deep.equal(["fix.1.text"]);
    expect(faults([fix({ text: "x".repeat(2_001) })])).to.deep.equal(["fix.1.text"]);
    for (const row of ["0", "3", "-1", "1.5", "x"]) expect(faults([fix({ at: "lines[].amount", row })]), row).to.deep.equal(["fix.1.row"]);
    expect(faults([fix({ at: "lines[].amount", row: "2" })])).to.deep.equal([]);
  });

  it("asks for every choice", () => {
    expect(draftFaults({ choices: { module: ["A", "B"] } }, emptyDraft, noLines).map(({ at }) => at)).to.deep.equal(["choice.module"]);
  });

  it("sends only what the action asks for, composed and trimmed, with the line counted from 0", () => {
    const draft = {
      reason: " Thiếu dấu ".normalize("NFD"),
      choices: { module: "A", other: "B" },
      fixes: [fix({ at: "lines[].amount", row: "2", text: " Sửa " }), fix({ document: "file-1" })],
    };
    expect(actionBody({ ...needs, choices: { module: ["A"] } }, draft)).to.deep.equal({
      reason: "Thiếu dấu",
      fixes: [
        { document: "form", at: "lines[1].amount", text: "Sửa" },
        { document: "file-1", text: "Sửa lại" },
      ],
      input: { module: "A" },
    });
    expect(actionBody({}, draft)).to.deep.equal({});
  });
});
