import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { entranceScreens, surroundingScreens } from "./accessibility/around.ts";
import { dossierScreens } from "./accessibility/dossier.ts";
import { formScreens, troubledFormScreens } from "./accessibility/form.ts";
import { openSeat } from "./accessibility/seat.ts";
import { openStage } from "./stage.ts";

const stage = openStage();

describe("every screen of the job, for everybody (WCAG 2.2 A and AA, both languages, light and dark, 320 px)", () => {
  const seat = openSeat(stage);
  entranceScreens(seat);
  formScreens(seat);
  dossierScreens(seat);
  surroundingScreens(seat);

  it("when all of that is done, then no page broke its policy, complained, or turned to a place outside", () => {
    assert.deepEqual(stage.demo.portal.reports(), []);
    assert.deepEqual(seat.watch.faults, []);
  });

  troubledFormScreens(seat);
});
