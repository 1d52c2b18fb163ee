import { expect } from "@open-wc/testing";
import type { JsonObject, LineTableField, PublishedProcedure } from "@fisc/core";
import "../attachment-field/define.ts";
import "../provider/define.ts";
import type { LineTable } from "../line-table/line-table.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { goodOrder, orderProcedure } from "../testing/order-procedure.ts";
import {
  cellAt,
  controlAt,
  fieldAt,
  fillIn,
  openOrders,
  orderPage,
  submitButton,
  type OrderOptions,
  type OrderStage,
} from "../testing/order-stage.ts";
import { find, get, textOf, until } from "../testing/stage.ts";
import "./define.ts";
import type { DossierForm } from "./dossier-form.ts";
import "./paged/paged-form.ts";

const pages: OrderStage[] = [];
const open = async (options: OrderOptions = {}, treasury = openOrders()): Promise<OrderStage> => {
  const page = await orderPage(treasury, options);
  pages.push(page);
  return page;
};
const steps = (options: OrderOptions = {}): Promise<OrderStage> => open({ layout: "steps", ...options });
const tasks = (options: OrderOptions = {}): Promise<OrderStage> => open({ layout: "tasks", ...options });

const heading = (form: DossierForm): HTMLElement | undefined =>
  form.shadowRoot?.querySelector("fisc-form-page:not([hidden])")?.shadowRoot?.querySelector("h2") ?? undefined;
const shown = async (form: DossierForm, title: string): Promise<void> => {
  await until(() => heading(form)?.textContent === title, `the page “${title}”`);
};
const hasFocus = (form: DossierForm): Promise<unknown> =>
  until(() => {
    const root = heading(form)?.getRootNode();
    return root instanceof ShadowRoot && root.activeElement === heading(form);
  }, "focus on the heading");
const all = <K extends keyof HTMLElementTagNameMap>(form: DossierForm, element: string, tag: K): HTMLElementTagNameMap[K][] => [
  ...(get(form, element).shadowRoot?.querySelectorAll(tag) ?? []),
];
const button = (form: DossierForm, text: string): HTMLElement => {
  const found = [...(form.shadowRoot?.querySelectorAll<HTMLElement>(".actions button, .actions a") ?? [])].find(
    (one) => one.textContent?.trim() === text,
  );
  if (!found) throw new Error(`no button “${text}”`);
  return found;
};
const link = (form: DossierForm, element: string, text: string): HTMLAnchorElement => {
  const links = all(form, element, "a");
  const found = links.find((one) => one.textContent?.replace(/\s+/g, " ").trim() === text);
  if (!found) throw new Error(`no link “${text}” among ${links.map((one) => one.textContent).join(", ")}`);
  return found;
};
const summary = (form: DossierForm): string[] =>
  [...(form.shadowRoot?.querySelector("fisc-error-summary")?.shadowRoot?.querySelectorAll("a") ?? [])].map((one) => one.textContent ?? "");
const fillHead = (form: DossierForm): void => {
  fillIn(controlAt(form, "number"), goodOrder.number);
  fillIn(controlAt(form, "date"), "20/11/2026");
  fillIn(controlAt(form, "account"), goodOrder.account);
};
const fillLines = (form: DossierForm): void => {
  fillIn(cellAt(form, 0, 0), "Tiền điện");
  fillIn(cellAt(form, 0, 1), "6501");
  fillIn(cellAt(form, 0, 2), "18540000");
};
/** The order, filled in up to the review. */
const toReview = async (form: DossierForm): Promise<void> => {
  fillHead(form);
  submitButton(form).click();
  await shown(form, "Lines");
  await until(() => find(form, "fisc-line-table") && cellAt(form, 0, 0), "the table");
  fillLines(form);
  submitButton(form).click();
  await shown(form, "Attachments");
  submitButton(form).click();
  await shown(form, "Check what you have filled in");
};
const states = (form: DossierForm): Record<string, string> =>
  Object.fromEntries(
    all(form, "fisc-task-list", "li").map((row) => [
      row.querySelector(".name")?.firstElementChild?.textContent?.trim() ?? "",
      row.querySelector(".state")?.textContent?.trim() ?? "",
    ]),
  );
const blankAddress = (): void => history.replaceState(null, "", location.pathname + location.search);

// WebKit reports every frame in which rows turn out higher than they were taken to be: drawn in the next one, they are no failure.
const late = (event: ErrorEvent): void => void (event.message.startsWith("ResizeObserver loop") && event.stopImmediatePropagation());

describe("dossier form in pages", () => {
  before(() => window.addEventListener("error", late, true));
  after(() => window.removeEventListener("error", late, true));
  beforeEach(blankAddress);
  afterEach(() => {
    for (const page of pages.splice(0)) page.remove();
    blankAddress();
  });

  it("shows one section after another, each with its name, and what is done and to come", async () => {
    const { form } = await steps();
    await shown(form, "What is ordered");
    expect(form.page).to.equal("section.head");
    expect(find(form, '[data-path="number"]')).not.to.equal(null);
    expect(find(form, "fisc-line-table")).to.equal(null);
    const list = textOf(get(form, "fisc-form-steps"));
    expect(list).to.contain("Step 1 of 4").and.to.contain("Lines").and.to.contain("Attachments").and.to.contain("Check and send");
    expect(list).to.contain("Cannot start yet");
  });

  it("does not go on from a page with faults: lists its own only, and the focus is in the list", async () => {
    const { form } = await steps();
    expect(summary(form)).to.deep.equal([]);
    submitButton(form).click();
    await until(() => summary(form).length > 0, "the list of faults");
    expect(summary(form)).to.have.members(["Fill in “Order number”.", "Fill in “Date”.", "Fill in “Account”."]);
    const box = get(form, "fisc-error-summary").shadowRoot;
    await until(() => box?.activeElement?.classList.contains("summary"), "focus on the list of faults");
    expect(form.page).to.equal("section.head");
    box?.querySelector("a")?.click();
    await until(() => fieldAt(form, "number").shadowRoot?.activeElement, "focus in the field");
    fillHead(form);
    submitButton(form).click();
    await shown(form, "Lines");
    expect(summary(form)).to.deep.equal([]);
    await hasFocus(form);
  });

  it("keeps on the way back and forth what was typed, also what cannot be read yet", async () => {
    const { form } = await steps();
    fillHead(form);
    submitButton(form).click();
    await shown(form, "Lines");
    await until(() => cellAt(form, 0, 2), "the table");
    fillIn(cellAt(form, 0, 2), "mười triệu");
    button(form, "Back").click();
    await shown(form, "What is ordered");
    expect(controlAt(form, "number").value).to.equal(goodOrder.number);
    submitButton(form).click();
    await shown(form, "Lines");
    expect(cellAt(form, 0, 2).value).to.equal("mười triệu");
    submitButton(form).click();
    await until(() => summary(form).some((text) => text.includes("must be an amount in figures")), "the fault of the text");
  });

  it("has an address for each page: the browser's back and forward, a reload and a link lead there", async () => {
    const database = `test ${crypto.randomUUID()}`;
    const { form } = await steps({ database });
    fillHead(form);
    submitButton(form).click();
    await shown(form, "Lines");
    expect(location.hash).to.equal("#test.order/section.lines");
    history.back();
    await shown(form, "What is ordered");
    await hasFocus(form);
    history.forward();
    await shown(form, "Lines");
    await form.draftSettled();
    pages.pop()?.remove();
    const again = await steps({ database });
    await shown(again.form, "Lines");
    const step = link(again.form, "fisc-form-steps", "What is ordered");
    expect(new URL(step.href).hash).to.equal("#test.order/section.head");
    step.click();
    await shown(again.form, "What is ordered");
    expect(controlAt(again.form, "number").value).to.equal(goodOrder.number);
  });

  it("leaves fragments alone that are not its own, and the whole address where the portal says so", async () => {
    const first = await steps();
    fillHead(first.form);
    submitButton(first.form).click();
    await shown(first.form, "Lines");
    location.hash = "#main";
    await until(() => location.hash === "#main", "the other fragment");
    await first.form.updateComplete;
    expect(first.form.page).to.equal("section.lines");
    pages.pop()?.remove();
    blankAddress();
    const told: string[] = [];
    const note = (event: HTMLElementEventMap["fisc-form-page-shown"]): void => void told.push(`${event.page}: ${event.label}`);
    document.body.addEventListener("fisc-form-page-shown", note);
    const { form } = await steps({ addressing: "none" });
    form.page = "section.lines";
    await shown(form, "Lines");
    document.body.removeEventListener("fisc-form-page-shown", note);
    expect(location.hash).to.equal("");
    expect(told).to.deep.equal(["section.head: What is ordered", "section.lines: Lines"]);
  });

  it("shows the pages that the answers call for, and moves back where its page is gone", async () => {
    const { form } = await steps();
    fieldAt(form, "kind").shadowRoot?.querySelectorAll("input")[1]?.click();
    await form.updateComplete;
    expect(textOf(get(form, "fisc-form-steps")))
      .to.contain("Who comes for the cash")
      .and.not.to.contain("Attachments");
    form.page = "section.person";
    await shown(form, "Who comes for the cash");
    fieldAt(form, "kind").shadowRoot?.querySelectorAll("input")[0]?.click();
    await shown(form, "Lines");
    expect(form.page).to.equal("section.lines");
  });

  it("reads everything back before it is sent, leads to the place that is to be changed, and sends one dossier", async () => {
    const treasury = openOrders();
    const { form } = await open({ layout: "steps" }, treasury);
    await toReview(form);
    await hasFocus(form);
    const text = textOf(get(form, "fisc-review-page"));
    expect(text).to.contain("L-12").and.to.contain("Tiền điện").and.to.contain("6501 – Electricity").and.to.contain("18,540,000");
    expect(text).to.contain("Note Not filled in").and.to.contain("Transfer");
    link(form, "fisc-review-page", "Change: Date").click();
    await shown(form, "What is ordered");
    await until(() => fieldAt(form, "date").shadowRoot?.activeElement, "focus in the date");
    form.page = "review";
    await shown(form, "Check what you have filled in");
    const told = new Promise((resolve) => form.addEventListener("fisc-dossier-submitted", resolve, { once: true }));
    expect(submitButton(form).textContent).to.contain("Create dossier");
    submitButton(form).click();
    await told;
    expect(treasury.dossiers.size).to.equal(1);
    expect([...treasury.dossiers.values()][0]?.data).to.deep.include({ number: "L-12", total: 18_540_000 });
  });

  it("lists every fault on the review and leads from there into a cell of a page that is not shown", async () => {
    const { form } = await steps();
    form.page = "review";
    await shown(form, "Check what you have filled in");
    const read = textOf(get(form, "fisc-review-page"));
    expect(read).to.contain("Fill in “Order number”.").and.to.contain("Line 1: Fill in “What for”.");
    submitButton(form).click();
    await until(() => summary(form).includes("Line 1: Fill in “Amount”."), "the list of faults");
    link(form, "fisc-error-summary", "Line 1: Fill in “Amount”.").click();
    await shown(form, "Lines");
    await until(() => fieldAt(form, "lines").shadowRoot?.activeElement === cellAt(form, 0, 2), "focus in the cell");
    expect(summary(form)).to.include("Line 1: Fill in “Amount”.").and.not.to.include("Fill in “Order number”.");
  });

  it("reaches a row far down in a table of a page that is not shown", async () => {
    const treasury = openOrders();
    Object.assign(treasury.options, { procedures: (locale: string) => [longOrder(locale)] });
    const { form } = await open({ layout: "tasks" }, treasury);
    expect(form.focusAt("lines[612].amount")).to.equal(true);
    await shown(form, "Lines");
    await until(() => {
      const cell = fieldAt<LineTable>(form, "lines").shadowRoot?.activeElement;
      return cell instanceof HTMLElement && cell.dataset["row"] === "612" && cell.dataset["column"] === "2";
    }, "focus in line 613");
    expect(form.focusAt("nowhere")).to.equal(false);
  });

  it("says of each part how far it is, and leads to the review once all are ready", async () => {
    const { form } = await tasks();
    await shown(form, "Parts of the form");
    expect(states(form)).to.deep.equal({
      "What is ordered": "Not started",
      Lines: "Not started",
      Attachments: "Not required",
      "Check and send": "Cannot start yet",
    });
    link(form, "fisc-task-list", "What is ordered").click();
    await shown(form, "What is ordered");
    await hasFocus(form);
    fillIn(controlAt(form, "number"), "L-12");
    button(form, "Back to all parts").click();
    await shown(form, "Parts of the form");
    expect(states(form)["What is ordered"]).to.equal("Not ready");
    link(form, "fisc-task-list", "What is ordered").click();
    await shown(form, "What is ordered");
    fillHead(form);
    submitButton(form).click();
    await shown(form, "Parts of the form");
    await hasFocus(form);
    expect(states(form)["What is ordered"]).to.equal("Ready");
    form.page = "review";
    await form.updateComplete;
    expect(form.page).to.equal("tasks");
    link(form, "fisc-task-list", "Lines").click();
    await shown(form, "Lines");
    await until(() => cellAt(form, 0, 0), "the table");
    fillLines(form);
    submitButton(form).click();
    await shown(form, "Parts of the form");
    expect(states(form)["Check and send"]).to.equal("Not started");
    expect(textOf(get(form, "fisc-task-list"))).to.contain("2 of 2 parts are ready.");
    link(form, "fisc-task-list", "Check and send").click();
    await shown(form, "Check what you have filled in");
  });

  it("says at each part of a returned dossier what the treasury asks to put right there", async () => {
    const treasury = openOrders();
    const accountant = treasury.person("accountant");
    const dossier = treasury.create(accountant, accountant.unit as NonNullable<typeof accountant.unit>, "test.order", {
      ...(goodOrder as unknown as JsonObject),
      total: 18_540_000,
      words: "x",
    });
    const fixes = [
      { document: "form", at: "lines[0].amount", text: "Take the rebate off." },
      { document: "form", text: "Sign it again." },
    ];
    treasury.act(dossier, treasury.person("clerk"), "refuse", { reason: "Wrong amount", fixes });
    const { form } = await open({ layout: "tasks", dossier: dossier.id }, treasury);
    await shown(form, "Parts of the form");
    const rows = all(form, "fisc-task-list", "li").map(textOf);
    expect(rows.filter((row) => row.includes("Take the rebate off."))).to.have.length(1);
    expect(rows.find((row) => row.includes("Lines")))
      .to.contain("Take the rebate off.")
      .and.to.contain("Ready");
    expect(rows.join()).not.to.contain("Sign it again.");
    expect(location.hash).to.equal("");
    link(form, "fisc-task-list", "Lines").click();
    await shown(form, "Lines");
    expect(location.hash).to.equal(`#${dossier.id}/section.lines`);
  });

  it("is one form in three layouts: what was typed in one stands in the others", async () => {
    const { form } = await open();
    fillHead(form);
    form.layout = "tasks";
    await shown(form, "Parts of the form");
    expect(states(form)["What is ordered"]).to.equal("Ready");
    form.layout = "steps";
    await shown(form, "What is ordered");
    expect(controlAt(form, "date").value).to.equal("20/11/2026");
    form.layout = "dense";
    await until(() => find(form, "fisc-form-section") && find(form, "fisc-line-table"), "the one sheet");
    expect(controlAt(form, "number").value).to.equal("L-12");
  });

  it("follows a fault into a section that was folded away", async () => {
    const { form } = await open();
    const section = get<HTMLElement & { collapsed: boolean }>(form, "fisc-form-section");
    section.shadowRoot?.querySelector("button")?.click();
    expect(section.collapsed).to.equal(true);
    expect(form.focusAt("number")).to.equal(true);
    expect(section.collapsed).to.equal(false);
    await until(() => fieldAt(form, "number").shadowRoot?.activeElement, "focus in the field");
  });

  for (const [layout, page, locale] of [
    ["tasks", "tasks", "vi"],
    ["tasks", "attachments", "en"],
    ["steps", "section.head", "en"],
    ["steps", "section.lines", "vi"],
    ["steps", "review", "en"],
  ] as const) {
    it(`has no finding of axe on the page ${page} in ${locale}, and is not wider than 320 pixels`, async () => {
      const { form } = await open({ layout, locale });
      form.page = page;
      await form.updateComplete;
      expect(form.page).to.equal(page);
      await expectAccessible(form);
      const around = form.parentElement as HTMLElement;
      around.style.display = "block";
      around.style.inlineSize = "320px";
      expect(form.scrollWidth).to.be.at.most(320);
    });
  }
});

/** The order with a table of a thousand lines, as from a file. */
function longOrder(locale: string): PublishedProcedure {
  const order = orderProcedure(locale);
  return {
    ...order,
    initial: { ...order.initial, lines: Array.from({ length: 1_000 }, (_, row) => ({ text: `Line ${row}`, code: "6501" })) },
    layout: order.layout.map((page) => ({
      ...page,
      sections: page.sections.map((section) => ({
        ...section,
        fields: section.fields.map((field) => (field.type === "lines" ? ({ ...field, maxRows: 2_000 } as LineTableField<never>) : field)),
      })),
    })),
  };
}
