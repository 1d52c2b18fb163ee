import { expect, fixture, html } from "@open-wc/testing";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { textOf } from "../testing/stage.ts";
import "./define.ts";
import type { ReviewPart } from "./review-part.ts";
import type { ReviewPage } from "./review-page.ts";

const parts: readonly ReviewPart[] = [
  {
    id: "head",
    label: "What is ordered",
    group: "Order",
    state: "in-progress",
    href: "#form/head",
    items: [
      { at: "number", label: "Number", texts: ["L-12"], isFixed: false, faults: [], doubts: [] },
      { at: "date", label: "Date", texts: [], isFixed: false, faults: ["Fill in “Date”."], doubts: [] },
      { at: "account", label: "Account", texts: ["9523"], isFixed: false, faults: [], doubts: ["It is not registered."] },
      { at: "note", label: "Note", texts: [], isFixed: false, faults: [], doubts: [] },
    ],
  },
  {
    id: "lines",
    label: "Lines",
    group: "",
    state: "complete",
    href: "#form/lines",
    items: [
      {
        at: "lines",
        label: "Lines of the order",
        columns: [
          { label: "What for", isNumeric: false },
          { label: "Amount", isNumeric: true },
        ],
        lines: [{ number: 3, cells: ["Chalk", "5,000"] }],
        more: 17,
        totals: ["", "5,000"],
        faults: [],
        doubts: [],
      },
      { at: "words", label: "In words", texts: ["Năm nghìn đồng"], language: "vi", isFixed: true, faults: [], doubts: [] },
    ],
  },
];
const make = (): Promise<ReviewPage> => fixture<ReviewPage>(html`<fisc-review-page locale="en" .parts=${parts}></fisc-review-page>`);
const links = (page: ReviewPage): HTMLAnchorElement[] => [...(page.shadowRoot?.querySelectorAll("a") ?? [])];
const names = (page: ReviewPage): string[] => links(page).map(({ textContent }) => (textContent ?? "").replace(/\s+/g, " ").trim());

describe("review page", () => {
  before(() => loadLocale("en"));

  it("reads back what was filled in, what was not, and what is wrong or doubtful", async () => {
    const text = textOf(await make());
    expect(text).to.contain("Number L-12").and.to.contain("Date Fill in “Date”.").and.to.contain("Note Not filled in");
    expect(text).to.contain("Account 9523 It is not registered.").and.to.contain("Not ready");
    expect(text).to.contain("No. What for Amount 3 Chalk 5,000").and.to.contain("17 further lines are not shown here.");
  });

  it("reads text in its own language", async () => {
    expect((await make()).shadowRoot?.querySelector('[lang="vi"]')?.textContent).to.equal("Năm nghìn đồng");
  });

  it("names every link by what it changes, has none for what cannot be changed, and tells page and place", async () => {
    const page = await make();
    expect(names(page)).to.include.members(["Complete: What is ordered", "Change: Number", "Change: Lines", "Change: Lines of the order"]);
    expect(names(page)).not.to.include("Change: In words");
    const chosen: string[] = [];
    page.addEventListener("fisc-form-page-chosen", ({ page: id, at }) => chosen.push(`${id} ${at}`));
    links(page)[names(page).indexOf("Change: Date")]?.click();
    links(page)[names(page).indexOf("Change: Lines")]?.click();
    expect(chosen).to.deep.equal(["head date", "lines "]);
  });

  it("has no finding of axe", async () => {
    await expectAccessible(await make());
  });
});
