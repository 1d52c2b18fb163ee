import { expect, fixture, html } from "@open-wc/testing";
import type { FormPageEntry } from "../form-page/page-state.ts";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { textOf } from "../testing/stage.ts";
import "./define.ts";
import type { FormSteps } from "./form-steps.ts";

const steps: readonly FormPageEntry[] = [
  { id: "head", label: "What is ordered", group: "", state: "complete", href: "#form/head" },
  { id: "lines", label: "Lines", group: "", state: "in-progress", href: "#form/lines" },
  { id: "files", label: "Attachments", group: "", state: "optional", href: "#form/files" },
  { id: "review", label: "Check and send", group: "", state: "cannot-start", href: "#form/review" },
];
const make = (locale = "en"): Promise<FormSteps> =>
  fixture<FormSteps>(html`<fisc-form-steps locale=${locale} .steps=${steps} current="lines"></fisc-form-steps>`);
const toggle = (element: FormSteps): HTMLButtonElement => element.shadowRoot?.querySelector("button") as HTMLButtonElement;
const list = (element: FormSteps): HTMLElement => element.shadowRoot?.querySelector("ol") as HTMLElement;

describe("form steps", () => {
  before(async () => {
    await Promise.all([loadLocale("en"), loadLocale("vi")]);
  });

  it("says which step it is, of how many, and how far each is in words", async () => {
    const element = await make();
    expect(textOf(element)).to.contain("Step 2 of 4").and.to.contain("What is ordered Ready").and.to.contain("Lines Not ready");
    expect(element.shadowRoot?.querySelector("[aria-current=step]")?.textContent).to.contain("Lines");
    expect(textOf(await make("vi"))).to.contain("Bước 2 / 4");
  });

  it("unfolds its list by a button where there is little room, and folds it once a step is chosen", async () => {
    const element = await make();
    expect(list(element).checkVisibility()).to.equal(false);
    toggle(element).click();
    await element.updateComplete;
    expect(toggle(element).getAttribute("aria-expanded")).to.equal("true");
    expect(list(element).checkVisibility()).to.equal(true);
    let chosen = "";
    element.addEventListener("fisc-form-page-chosen", ({ page }) => (chosen = page));
    list(element).querySelector("a")?.click();
    await element.updateComplete;
    expect(chosen).to.equal("head");
    expect(list(element).checkVisibility()).to.equal(false);
  });

  it("shows its list without a button where there is room beside the page", async () => {
    const host = await fixture<HTMLElement>(html`<div style="container-type: inline-size; inline-size: 60rem"></div>`);
    const element = await make();
    host.append(element);
    expect(list(element).checkVisibility()).to.equal(true);
    expect(toggle(element).checkVisibility()).to.equal(false);
  });

  it("leads neither to the step that is shown nor to one that cannot start", async () => {
    const element = await make();
    expect([...list(element).querySelectorAll("a")].map(({ textContent }) => textContent)).to.deep.equal([
      "What is ordered",
      "Attachments",
    ]);
  });

  it("has no finding of axe, folded and unfolded", async () => {
    const element = await make();
    await expectAccessible(element);
    toggle(element).click();
    await element.updateComplete;
    await expectAccessible(element);
  });
});
