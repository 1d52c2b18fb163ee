import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DossierEvent } from "../model/dossier.ts";
import { forUnit } from "./inner-words.ts";

const procedure = {
  workflow: {
    initial: "sent",
    states: { sent: {}, checking: { shownAs: "sent" }, ready: { shownAs: "draft" }, returned: { editable: true } },
    transitions: [],
  },
};
const step = (to: string, role: string): DossierEvent => ({
  dossier: "d",
  position: 2,
  cursor: 2,
  at: "2026-03-10T07:00:00.000Z",
  actor: { id: "hal", name: "Hal", role },
  type: "transition",
  detail: {
    action: "act",
    from: "sent",
    to,
    version: 1,
    reason: "said",
    fixes: [{ document: "form", text: "asked" }],
    input: { way: "on" },
  },
});
const read = (event: DossierEvent): DossierEvent => forUnit(procedure, event, new Set(["unit.holder"]));

describe("what the unit reads of the log", () => {
  it("given an officer's step into an inner state, then the step stays, with its choices, and reason and fixes do not", () => {
    const { detail, ...event } = step("checking", "office.head");
    assert.deepEqual(read({ ...event, detail } as DossierEvent), {
      ...event,
      detail: { action: "act", from: "sent", to: "checking", version: 1, input: { way: "on" } },
    });
  });

  it("given a refusal that sends the dossier back to the unit, then every word of it goes along", () => {
    assert.deepEqual(read(step("returned", "office.head")), step("returned", "office.head"));
  });

  it("given a step of the unit's own people into a state that is shown as another, then their words are theirs to read", () => {
    assert.deepEqual(read(step("ready", "unit.holder")), step("ready", "unit.holder"));
  });

  it("given anything else that happened, then it is as it is in the log", () => {
    const mail = { ...step("checking", "office.head"), type: "mail.sent", detail: { template: "sent", to: "a@b.example" } } as DossierEvent;
    assert.equal(read(mail), mail);
  });
});
