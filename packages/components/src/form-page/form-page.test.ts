import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../testing/accessibility.ts";
import "./define.ts";
import { choosePage, type FormPageChosenEvent } from "./form-page-chosen-event.ts";
import type { FormPage } from "./form-page.ts";

const make = (): Promise<FormPage> =>
  fixture<FormPage>(html`<fisc-form-page heading="Lines" caption="What is paid"><p>Fields</p></fisc-form-page>`);

describe("form page", () => {
  it("takes the focus at its heading, so that it is read from the top", async () => {
    const page = await make();
    page.focus();
    expect(page.shadowRoot?.activeElement?.textContent).to.equal("Lines");
    expect(page.shadowRoot?.querySelector("p")?.textContent).to.equal("What is paid");
  });

  it("is not drawn while another page is shown, and stays as it is", async () => {
    const page = await make();
    page.hidden = true;
    expect(page.getBoundingClientRect().height).to.equal(0);
    expect(page.textContent).to.contain("Fields");
  });

  it("has no finding of axe", async () => {
    await expectAccessible(await make());
  });
});

describe("a link to a page", () => {
  it("is followed within the form, and by the browser where a new tab is asked for", async () => {
    const host = await fixture<HTMLElement>(
      html`<div><a href="#lines" @click=${(event: MouseEvent) => choosePage(event, "lines", "lines[1].amount")}>Lines</a></div>`,
    );
    const chosen: FormPageChosenEvent[] = [];
    host.addEventListener("fisc-form-page-chosen", (event) => chosen.push(event));
    const click = (init: MouseEventInit): boolean =>
      host.querySelector("a")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...init })) ?? true;
    expect(click({})).to.equal(false);
    expect(chosen.map(({ page, at }) => [page, at])).to.deep.equal([["lines", "lines[1].amount"]]);
    host.addEventListener("click", (event) => event.preventDefault(), { once: true });
    click({ ctrlKey: true });
    expect(chosen).to.have.length(1);
  });
});
