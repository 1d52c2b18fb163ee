import { expect } from "@open-wc/testing";
import { openTreasury } from "../testing/stage.ts";
import { sampleProcedure } from "../testing/sample-procedure.ts";
import { barredByFourEyes } from "./four-eyes.ts";
import { signers } from "./signature-block.ts";
import { createMemoryApi } from "../testing/memory-api.ts";

const procedure = sampleProcedure("en");

describe("the four-eyes rule on the desk", () => {
  it("given somebody who may approve but forwarded it themselves, then it names what they did and what is not theirs", () => {
    const { treasury, dossier } = openTreasury();
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.sign(dossier, treasury.person("head"), "signHead");
    const clerk = treasury.person("clerk");
    treasury.act(dossier, clerk, "accept");
    treasury.act(dossier, clerk, "forward", { input: { module: "A" } });
    const both = { subject: clerk.subject, roles: ["office.clerk", "office.chief"] };
    expect(barredByFourEyes(procedure, dossier.events, both)).to.deep.equal([{ action: "approve", done: "accept" }]);
    expect(barredByFourEyes(procedure, dossier.events, treasury.person("chief"))).to.deep.equal([]);
    expect(barredByFourEyes(procedure, dossier.events, clerk), "the action is none of the clerk's").to.deep.equal([]);
  });
});

describe("the signatures that a dossier needs", () => {
  const statuses = async (subject: string, opened: ReturnType<typeof openTreasury>) =>
    signers(procedure, await createMemoryApi(opened.treasury, subject).dossier(opened.dossier.id)).map(
      ({ role, status }) => `${role} ${status}`,
    );

  it("given each step, then it says who has signed, whose turn it is, and who comes later", async () => {
    const opened = openTreasury();
    const { treasury, dossier } = opened;
    expect(await statuses("accountant", opened)).to.deep.equal(["unit.accountant mine", "unit.head later"]);
    expect(await statuses("head", opened)).to.deep.equal(["unit.accountant next", "unit.head later"]);
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    expect(await statuses("clerk", opened)).to.deep.equal(["unit.accountant signed", "unit.head next"]);
  });

  it("given the content changed after a signature, then that signature is asked for again", async () => {
    const opened = openTreasury();
    const { treasury, dossier } = opened;
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.change(dossier, treasury.person("accountant"), { ...dossier.data, note: "Khác" }, []);
    expect(await statuses("clerk", opened)).to.deep.equal(["unit.accountant next", "unit.head later"]);
  });
});
