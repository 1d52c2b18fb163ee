import { expect, fixture, html } from "@open-wc/testing";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import "./define.ts";
import { momentText, type DraftState } from "./draft-state.ts";

describe("draft state", () => {
  before(() => Promise.all([loadLocale("en"), loadLocale("vi")]));

  it("says when it was saved: the time for today, the day too for earlier", async () => {
    const now = new Date();
    now.setHours(10, 32);
    const state = await fixture<DraftState>(
      html`<fisc-draft-state locale="en" condition="saved" saved-at=${now.toISOString()}></fisc-draft-state>`,
    );
    expect(state.shadowRoot?.textContent).to.contain("Saved 10:32 on this computer");
    expect(momentText("2020-01-02T12:00:00.000Z", "vi")).to.contain("2020");
    expect(momentText("never", "vi")).to.equal("");
  });

  it("speaks only of what a person has to know", async () => {
    const state = await fixture<DraftState>(html`<fisc-draft-state locale="vi" condition="saving"></fisc-draft-state>`);
    const live = (): string | null | undefined => state.shadowRoot?.querySelector(".state")?.getAttribute("aria-live");
    expect(live()).to.equal("off");
    state.condition = "waiting";
    await state.updateComplete;
    expect(live()).to.equal("polite");
    expect(state.shadowRoot?.textContent).to.contain("Chưa gửi");
    await expectAccessible(state);
  });
});
