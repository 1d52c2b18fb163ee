import { expect } from "@open-wc/testing";
import { ApiValidationError } from "@fisc/core/api";
import { FiscError, type JsonObject } from "@fisc/core";
import "../attachment-field/define.ts";
import "../provider/define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { goodOrder, orderProcedure } from "../testing/order-procedure.ts";
import {
  cellAt,
  controlAt,
  fieldAt,
  fillIn,
  fillOrder,
  openOrders,
  orderPage,
  submitButton,
  type OrderStage,
} from "../testing/order-stage.ts";
import { textOf, until } from "../testing/stage.ts";
import type { WordsOutput } from "../words-output/words-output.ts";
import "./define.ts";
import type { DossierForm } from "./dossier-form.ts";

const pages: OrderStage[] = [];
const open = async (...args: Parameters<typeof orderPage>): Promise<OrderStage> => {
  const page = await orderPage(...args);
  pages.push(page);
  return page;
};
const summary = (form: DossierForm): string[] =>
  [...(form.shadowRoot?.querySelector("fisc-error-summary")?.shadowRoot?.querySelectorAll("a") ?? [])].map(
    (link) => link.textContent ?? "",
  );
const messageAt = (form: DossierForm, path: string): string =>
  fieldAt(form, path).shadowRoot?.querySelector("#message")?.textContent?.trim() ?? "";
const sent = (form: DossierForm): Promise<unknown> =>
  new Promise((resolve) => form.addEventListener("fisc-dossier-submitted", resolve, { once: true }));

describe("dossier form", () => {
  afterEach(() => {
    for (const page of pages.splice(0)) page.remove();
  });

  it("draws the official number, title and labels of the procedure in the page's language", async () => {
    const treasury = openOrders();
    const { form } = await open(treasury, { locale: "vi" });
    expect(textOf(form)).to.contain("Mẫu số O-7").and.to.contain("Lệnh chi tiền").and.to.contain("Số lệnh");
    const english = await open(treasury, { locale: "en" });
    expect(textOf(english.form)).to.contain("Form O-7").and.to.contain("Payment order");
  });

  it("lines the controls of one row up, however the hints above them wrap, and says which language the words are in", async () => {
    const { form } = await open(openOrders());
    form.style.inlineSize = "46rem";
    const [number, date] = [fieldAt(form, "number"), fieldAt(form, "date")];
    number.style.inlineSize = date.style.inlineSize = "14rem";
    const hint = "A hint that is so long that it needs several lines in a field that is as narrow as this one";
    number.hint = hint;
    await number.updateComplete;
    const top = (path: string): number => Math.round(controlAt(form, path).getBoundingClientRect().top);
    expect(number.shadowRoot?.querySelector("#hint")?.getBoundingClientRect().height).to.be.greaterThan(40);
    expect(Math.abs(top("number") - top("date"))).to.be.lessThan(2);
    expect(date.getBoundingClientRect().left).to.be.greaterThan(number.getBoundingClientRect().right);
    expect(fieldAt(form, "words").shadowRoot?.querySelector("output")?.lang).to.equal("vi");
  });

  it("works out totals and words while lines are typed", async () => {
    const { form } = await open(openOrders());
    await fillOrder(form);
    expect(fieldAt<WordsOutput>(form, "words").value).to.equal("Mười tám triệu năm trăm bốn mươi nghìn đồng");
    expect(textOf(fieldAt(form, "lines"))).to.contain("18,540,000");
  });

  it("shows a section only while its condition holds, and asks for its fields only then", async () => {
    const { form } = await open(openOrders());
    expect(form.shadowRoot?.querySelector('[data-path="receiver"]')).to.equal(null);
    fieldAt(form, "kind").shadowRoot?.querySelectorAll("input")[1]?.click();
    await form.updateComplete;
    expect(fieldAt(form, "receiver").required).to.equal(true);
  });

  it("says nothing about empty fields before a submit, then lists every fault and leads into each, cells too", async () => {
    const { form } = await open(openOrders());
    expect(summary(form)).to.deep.equal([]);
    submitButton(form).click();
    await until(() => summary(form).length > 0, "the summary");
    expect(summary(form)).to.include.members(["Fill in “Order number”.", "Fill in “Date”.", "Line 1: Fill in “Amount”."]);
    const box = form.shadowRoot?.querySelector("fisc-error-summary")?.shadowRoot;
    await until(() => box?.activeElement?.classList.contains("summary"), "focus on the summary");
    const link = [...(box?.querySelectorAll("a") ?? [])].find((one) => one.textContent === "Line 1: Fill in “Amount”.");
    link?.click();
    expect(fieldAt(form, "lines").shadowRoot?.activeElement).to.equal(cellAt(form, 0, 2));
    expect(messageAt(form, "number")).to.contain("Error: Fill in “Order number”.");
    fillIn(controlAt(form, "number"), "L-1");
    await form.updateComplete;
    await fieldAt(form, "number").updateComplete;
    expect(messageAt(form, "number")).to.equal("");
    expect(summary(form)).not.to.include("Fill in “Order number”.");
  });

  it("judges a field once the person has left it, and a warning does not block", async () => {
    const { form } = await open(openOrders());
    fillIn(cellAt(form, 0, 1), "9999");
    fillIn(controlAt(form, "account"), "1111");
    await until(() => textOf(fieldAt(form, "lines")).includes("The purpose is not in the list"), "the fault in the cell");
    await until(() => messageAt(form, "account").includes("not registered for your unit"), "the warning");
    expect(summary(form)).to.deep.equal([]);
  });

  it("does not send text that it cannot read, and says where it stands", async () => {
    const treasury = openOrders();
    const { form } = await open(treasury);
    await fillOrder(form);
    fillIn(cellAt(form, 0, 2), "mười triệu");
    submitButton(form).click();
    await until(() => summary(form).length > 0, "the summary");
    expect(summary(form).join()).to.contain("Line 1: “Amount” must be an amount in figures");
    expect(cellAt(form, 0, 2).value).to.equal("mười triệu");
    expect(treasury.dossiers.size).to.equal(0);
  });

  it("makes one dossier of a double click, tells the page, and leaves no draft behind", async () => {
    const treasury = openOrders();
    const database = `test ${crypto.randomUUID()}`;
    const { form, api } = await open(treasury, { database });
    await fillOrder(form);
    const told = sent(form);
    submitButton(form).click();
    submitButton(form).click();
    submitButton(form).click();
    await told;
    expect(treasury.dossiers.size).to.equal(1);
    expect(api.calls.filter((call) => call === "createDossier")).to.have.length(1);
    expect([...treasury.dossiers.values()][0]?.data).to.deep.include({ number: "L-12", date: "2026-11-20", total: 18_540_000 });
    const again = await open(treasury, { database });
    expect(controlAt(again.form, "number").value).to.equal("");
  });

  it("does not send what is hidden", async () => {
    const treasury = openOrders();
    const { form } = await open(treasury);
    const kinds = (): NodeListOf<HTMLInputElement> | undefined => fieldAt(form, "kind").shadowRoot?.querySelectorAll("input");
    kinds()?.[1]?.click();
    await form.updateComplete;
    fillIn(controlAt(form, "receiver"), "Nguyễn Văn Thử");
    kinds()?.[0]?.click();
    await form.updateComplete;
    await fillOrder(form);
    const told = sent(form);
    submitButton(form).click();
    await told;
    expect([...treasury.dossiers.values()][0]?.data).not.to.have.property("receiver");
  });

  it("binds what the gateway found wrong to its field, until that field changes", async () => {
    const { form, api } = await open(openOrders());
    await fillOrder(form);
    api.failNext(
      "createDossier",
      new ApiValidationError([{ rule: "V7", severity: "error", at: "lines[0].amount", message: "rule.positive", params: {} }]),
    );
    submitButton(form).click();
    await until(() => summary(form).length > 0, "the gateway's answer");
    expect(summary(form)).to.deep.equal(["Line 1: The total must be more than zero."]);
    fillIn(cellAt(form, 0, 2), "5000");
    await form.updateComplete;
    expect(summary(form)).to.deep.equal([]);
    const told = sent(form);
    submitButton(form).click();
    await told;
  });

  it("takes the rules of now when the gateway refuses by others, names them, and keeps what was typed", async () => {
    const treasury = openOrders();
    const { form, api } = await open(treasury);
    await fillOrder(form);
    const now = orderProcedure("en");
    const later = { ...now, regime: "later", labels: { ...now.labels, "regime.later": "Rules of 2030", "field.lines": "Renamed lines" } };
    Object.assign(treasury.options, { procedures: () => [later] });
    const missing = { rule: "required", severity: "error", at: "number", message: "required", params: {} } as const;
    api.failNext("createDossier", new ApiValidationError([missing]));
    submitButton(form).click();
    await until(() => textOf(form).includes("Rules of 2030 now apply"), "the notice about the rules");
    expect(textOf(form)).to.contain("Nothing you entered is lost");
    expect(controlAt(form, "number")).to.have.property("value", goodOrder.number);
    const told = sent(form);
    submitButton(form).click();
    await told;
  });

  it("keeps a dossier that the network would not take, says so, and sends it once by itself later", async () => {
    const treasury = openOrders();
    const { form, api } = await open(treasury);
    await fillOrder(form);
    api.failNext("createDossier", new FiscError("network.offline"));
    const told = sent(form);
    submitButton(form).click();
    await until(() => textOf(form).includes("There is no connection"), "the notice");
    expect(treasury.dossiers.size).to.equal(0);
    globalThis.dispatchEvent(new Event("online"));
    await told;
    expect(treasury.dossiers.size).to.equal(1);
  });

  it("makes one dossier where the answer was lost and the page was closed meanwhile", async () => {
    const treasury = openOrders();
    const database = `test ${crypto.randomUUID()}`;
    const first = await open(treasury, { database });
    await fillOrder(first.form);
    first.api.failNext("createDossier", new FiscError("network.offline"), "after");
    submitButton(first.form).click();
    await until(() => textOf(first.form).includes("There is no connection"), "the notice");
    first.remove();
    const second = await orderPage(treasury, { database });
    pages.push(second);
    await until(() => textOf(second.form).includes("has been created") || controlAt(second.form, "number").value === "", "the end");
    expect(treasury.dossiers.size).to.equal(1);
  });

  it("brings everything back after a reload, and starts again when asked twice", async () => {
    const treasury = openOrders();
    const database = `test ${crypto.randomUUID()}`;
    const first = await open(treasury, { database });
    await fillOrder(first.form);
    await first.form.draftSettled();
    first.remove();
    const { form } = await open(treasury, { database });
    expect(textOf(form)).to.contain("What you typed earlier is back");
    expect(controlAt(form, "number").value).to.equal("L-12");
    expect(controlAt(form, "date").value).to.equal("20/11/2026");
    expect(cellAt(form, 0, 2).value).to.equal("18,540,000");
    form.shadowRoot?.querySelector<HTMLButtonElement>(".notice button.plain")?.click();
    (await until(() => form.shadowRoot?.querySelector<HTMLButtonElement>("dialog .careful"), "the question")).click();
    await until(() => controlAt(form, "number").value === "", "the empty form");
    expect(cellAt(form, 0, 2).value).to.equal("");
  });

  it("brings two tabs together field by field", async () => {
    const treasury = openOrders();
    const database = `test ${crypto.randomUUID()}`;
    const one = (await open(treasury, { database })).form;
    const two = (await open(treasury, { database })).form;
    fillIn(controlAt(one, "number"), "L-12");
    await until(() => controlAt(two, "number").value === "L-12", "the other tab's number");
    fillIn(cellAt(two, 0, 2), "5000");
    await until(() => cellAt(one, 0, 2).value === "5,000", "the other tab's amount");
    expect(controlAt(one, "number").value).to.equal("L-12");
  });

  it("hears in a tab that nobody touched that the form was sent from another one, and is empty then", async () => {
    const treasury = openOrders();
    const database = `test ${crypto.randomUUID()}`;
    const one = (await open(treasury, { database })).form;
    await fillOrder(one);
    await one.draftSettled();
    const two = (await open(treasury, { database })).form;
    expect(controlAt(two, "number").value).to.equal(goodOrder.number);
    const told = sent(one);
    submitButton(one).click();
    await told;
    await until(() => /has been created|sent from another tab/.test(textOf(two)), "the news");
    expect(controlAt(two, "number").value).to.equal("");
    expect(treasury.dossiers.size).to.equal(1);
  });

  it("gives the focus back when the person keeps what was typed, and to the title when they start again", async () => {
    const treasury = openOrders();
    const database = `test ${crypto.randomUUID()}`;
    const first = await open(treasury, { database });
    fillIn(controlAt(first.form, "number"), "L-12");
    await first.form.updateComplete;
    await first.form.draftSettled();
    const { form } = await open(treasury, { database });
    const root = form.shadowRoot as ShadowRoot;
    const again = await until(() => root.querySelector<HTMLButtonElement>(".notice button.plain"), "the way to start again");
    for (const sure of [false, true]) {
      again.focus();
      again.click();
      const dialog = await until(() => root.querySelector<HTMLDialogElement>("dialog.confirm[open]"), "the question");
      await until(() => root.activeElement?.closest("dialog"), "the focus in the dialog");
      dialog.querySelectorAll("button")[sure ? 1 : 0]?.click();
      await until(() => !dialog.isConnected, "the dialog to go");
      await until(() => root.activeElement === (sure ? root.querySelector("h1") : again), `the focus, ${sure ? "started again" : "kept"}`);
    }
    expect(controlAt(form, "number").value).to.equal("");
  });

  it("asks where two tabs changed the same field at once, and keeps what the person chose in both", async () => {
    const treasury = openOrders();
    const database = `test ${crypto.randomUUID()}`;
    const one = (await open(treasury, { database })).form;
    const two = (await open(treasury, { database })).form;
    // Both at the same moment, before either tab could hear of the other.
    for (const [form, text] of [
      [one, "ONE"],
      [two, "TWO"],
    ] as const) {
      controlAt(form, "number").value = text;
      controlAt(form, "number").dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    }
    const asked = await until(() => [one, two].find((form) => form.shadowRoot?.querySelector("dialog.merge[open]")), "the question");
    expect(textOf(asked)).to.contain("ONE").and.to.contain("TWO");
    asked.shadowRoot?.querySelector<HTMLInputElement>('dialog.merge input[value="theirs"]')?.click();
    asked.shadowRoot?.querySelector<HTMLButtonElement>("dialog.merge button")?.click();
    const other = asked === one ? "TWO" : "ONE";
    await until(() => controlAt(one, "number").value === other && controlAt(two, "number").value === other, "one number in both tabs");
  });

  it("keeps the form and asks to sign in again when the session ends", async () => {
    const { form, api, provider } = await open(openOrders());
    await fillOrder(form);
    api.become(null);
    form.dispatchEvent(new Event("fisc-session-stale", { bubbles: true, composed: true }));
    await until(() => textOf(form).includes("You have been signed out"), "the notice");
    expect(controlAt(form, "number").value).to.equal("L-12");
    expect(provider.isConnected).to.equal(true);
  });

  it("asks for a sign-in before it shows a form", async () => {
    const { form } = await open(openOrders(), { subject: null });
    await until(() => textOf(form).includes("Please sign in to fill in this form."), "the request");
  });

  it("says when the form cannot be loaded, and loads it on the next try", async () => {
    let broken = true;
    const page = orderPage(openOrders(), {
      wrap: (api) => ({
        ...api,
        procedure: (id, locale) => (broken ? Promise.reject(new FiscError("server")) : api.procedure(id, locale)),
      }),
    });
    const form = await until(() => document.querySelector<DossierForm>("fisc-dossier-form"), "the element");
    await until(() => textOf(form).includes("The form could not be loaded."), "the failure");
    broken = false;
    form.shadowRoot?.querySelector("button")?.click();
    pages.push(await page);
    expect(textOf(form)).to.contain("Payment order");
  });

  it("shows what the treasury asks to put right at its fields, and sends the corrected dossier on", async () => {
    const treasury = openOrders();
    const accountant = treasury.person("accountant");
    const dossier = treasury.create(accountant, accountant.unit as NonNullable<typeof accountant.unit>, "test.order", {
      ...(goodOrder as unknown as JsonObject),
      total: 18_540_000,
      words: "x",
    });
    treasury.act(dossier, treasury.person("clerk"), "refuse", {
      reason: "Wrong account",
      fixes: [
        { document: "form", at: "number", text: "Number the order anew." },
        { document: "form", text: "Sign it again." },
      ],
    });
    const { form } = await open(treasury, { dossier: dossier.id });
    expect(textOf(form)).to.contain("Sign it again.");
    expect(textOf(fieldAt(form, "number"))).to.contain("Number the order anew.");
    expect(submitButton(form).textContent).to.contain("Send again");
    fillIn(controlAt(form, "number"), "L-13");
    const told = sent(form);
    submitButton(form).click();
    await told;
    expect(dossier.data["number"]).to.equal("L-13");
    expect(
      dossier.events.filter(({ type }) => type === "transition").map(({ detail }) => ("action" in detail ? detail.action : "")),
    ).to.deep.equal(["refuse", "resubmit"]);
  });

  for (const locale of ["vi", "en"]) {
    it(`has no finding of axe in ${locale}, empty and full of faults`, async () => {
      const { form } = await open(openOrders(), { locale });
      await expectAccessible(form);
      submitButton(form).click();
      await until(() => summary(form).length > 0, "the summary");
      await expectAccessible(form);
    });
  }
});
