import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../testing/accessibility.ts";
import "../text-field/define.ts";
import "./define.ts";
import type { FormSection } from "./form-section.ts";

const make = (): Promise<FormSection> =>
  fixture<FormSection>(
    html`<fisc-form-section heading="Who pays"><fisc-text-field label="Name" locale="en"></fisc-text-field></fisc-form-section>`,
  );
const toggle = (section: FormSection): HTMLButtonElement => section.shadowRoot?.querySelector("button") as HTMLButtonElement;
const isSeen = (section: FormSection): boolean => (section.querySelector("fisc-text-field") as HTMLElement).checkVisibility();

describe("form section", () => {
  it("is a region named by its heading", async () => {
    const section = await make();
    const region = section.shadowRoot?.querySelector("section");
    const heading = section.shadowRoot?.getElementById(region?.getAttribute("aria-labelledby") ?? "");
    expect(heading?.localName).to.equal("h2");
    expect(heading?.textContent?.trim()).to.equal("Who pays");
    section.level = 3;
    await section.updateComplete;
    expect(section.shadowRoot?.querySelector("h3")).not.to.equal(null);
  });

  it("folds its fields away by its heading, and says so", async () => {
    const section = await make();
    expect(toggle(section).getAttribute("aria-expanded")).to.equal("true");
    expect(isSeen(section)).to.equal(true);
    toggle(section).click();
    await section.updateComplete;
    expect(toggle(section).getAttribute("aria-expanded")).to.equal("false");
    expect(isSeen(section)).to.equal(false);
    toggle(section).click();
    await section.updateComplete;
    expect(isSeen(section)).to.equal(true);
  });

  it("unfolds at once for whoever leads into it, and for the browser's search", async () => {
    const section = await make();
    const field = section.querySelector("fisc-text-field") as HTMLElement;
    section.collapsed = true;
    await section.updateComplete;
    section.expand();
    field.focus();
    expect(document.activeElement).to.equal(field);
    section.collapsed = true;
    await section.updateComplete;
    section.shadowRoot?.querySelector("div")?.dispatchEvent(new Event("beforematch", { bubbles: true }));
    expect(section.collapsed).to.equal(false);
  });

  it("has no finding of axe, folded and unfolded", async () => {
    const section = await make();
    await expectAccessible(section);
    section.collapsed = true;
    await section.updateComplete;
    await expectAccessible(section);
  });
});
