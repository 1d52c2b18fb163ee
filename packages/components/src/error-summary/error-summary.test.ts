import { expect, fixture, html } from "@open-wc/testing";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import "./define.ts";
import type { ErrorSummary } from "./error-summary.ts";

const make = (): Promise<ErrorSummary> =>
  fixture<ErrorSummary>(
    html`<fisc-error-summary
      locale="en"
      .entries=${[
        { at: "don.taiKhoan", text: "Fill in the account." },
        { at: "dong[1].soTien", text: "Line 2: fill in the amount." },
      ]}
    ></fisc-error-summary>`,
  );

describe("error summary", () => {
  before(() => loadLocale("en"));

  it("draws nothing where nothing is wrong", async () => {
    const summary = await fixture<ErrorSummary>(html`<fisc-error-summary locale="en"></fisc-error-summary>`);
    expect(summary.shadowRoot?.querySelector(".summary")).to.equal(null);
  });

  it("counts what is to be put right, takes the focus, and tells which fault was followed", async () => {
    const summary = await make();
    expect(summary.shadowRoot?.querySelector("h2")?.textContent).to.equal("There are 2 things to put right");
    summary.focus();
    expect(summary.shadowRoot?.activeElement?.className).to.equal("summary");
    let followed = "";
    summary.addEventListener("fisc-error-followed", ({ at }) => (followed = at));
    summary.shadowRoot?.querySelectorAll("a")[1]?.click();
    expect(followed).to.equal("dong[1].soTien");
  });

  it("has no finding of axe", async () => {
    await expectAccessible(await make());
  });
});
