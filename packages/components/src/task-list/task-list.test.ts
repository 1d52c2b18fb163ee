import { expect, fixture, html } from "@open-wc/testing";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { textOf } from "../testing/stage.ts";
import "./define.ts";
import type { FormTask, TaskList } from "./task-list.ts";

const task = (id: string, group: string, state: FormTask["state"], hint = ""): FormTask => ({
  id,
  label: `Part ${id}`,
  group,
  state,
  hint,
  href: `#form/${id}`,
});
const make = (): Promise<TaskList> =>
  fixture<TaskList>(
    html`<fisc-task-list
      locale="en"
      .tasks=${[
        task("number", "Voucher", "complete"),
        task("unit", "Voucher", "optional"),
        task("lines", "Content", "in-progress", "Two lines are to be put right"),
        task("cash", "Content", "not-started"),
      ]}
      .last=${task("review", "Sending", "cannot-start", "Complete the other parts first.")}
    ></fisc-task-list>`,
  );
const links = (list: TaskList): HTMLAnchorElement[] => [...(list.shadowRoot?.querySelectorAll("a") ?? [])];

describe("task list", () => {
  before(() => loadLocale("en"));

  it("lists the parts by what they belong to, each with how far it is", async () => {
    const list = await make();
    expect([...(list.shadowRoot?.querySelectorAll("h3") ?? [])].map(({ textContent }) => textContent)).to.deep.equal([
      "Voucher",
      "Content",
      "Sending",
    ]);
    expect(textOf(list)).to.contain("1 of 3 parts are ready.").and.to.contain("Part number Ready").and.to.contain("Part unit Not required");
    const lines = links(list).find(({ textContent }) => textContent === "Part lines");
    const described = lines
      ?.getAttribute("aria-describedby")
      ?.split(" ")
      .map((id) => list.shadowRoot?.getElementById(id)?.textContent?.trim());
    expect(described).to.deep.equal(["Not ready", "Two lines are to be put right"]);
  });

  it("leads to every part but one that cannot start yet, and tells which was chosen", async () => {
    const list = await make();
    let chosen = "";
    list.addEventListener("fisc-form-page-chosen", ({ page }) => (chosen = page));
    links(list)[2]?.click();
    expect(chosen).to.equal("lines");
    expect(links(list).map(({ textContent }) => textContent)).not.to.include("Part review");
    expect(textOf(list)).to.contain("Cannot start yet").and.to.contain("Complete the other parts first.");
  });

  it("has no finding of axe", async () => {
    await expectAccessible(await make());
  });
});
