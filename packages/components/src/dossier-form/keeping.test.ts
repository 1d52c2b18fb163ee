import { expect } from "@open-wc/testing";
import { FiscError, type JsonObject, type Migration } from "@fisc/core";
import { createDraftStore, wipeDrafts } from "@fisc/core/drafts";
import { publishProcedure } from "@fisc/core/publish";
import { putRows, rows } from "@fisc/core/testing/indexed-rows";
import "../attachment-field/define.ts";
import "../provider/define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import type { MemoryTreasury } from "../testing/memory-treasury.ts";
import { goodOrder, orderDefinition, orderProfile } from "../testing/order-procedure.ts";
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
import { copyOf, readCopy } from "./draft-copy.ts";
import type { DossierForm } from "./dossier-form.ts";
import "./define.ts";

const pages: OrderStage[] = [];
const open = async (...args: Parameters<typeof orderPage>): Promise<OrderStage> => {
  const page = await orderPage(...args);
  pages.push(page);
  return page;
};
const newDatabase = (): string => `test ${crypto.randomUUID()}`;
const draftId = "accountant procedure test.order";
const button = (form: DossierForm, text: string): HTMLButtonElement =>
  [...(form.shadowRoot?.querySelectorAll("button") ?? [])].find((one) => one.textContent?.includes(text)) as HTMLButtonElement;

/** The order of version 3, whose second version renamed the number, and whose third knows no fax and new codes. */
const migrations: readonly Migration<string>[] = [
  { from: 1, steps: [{ do: "move", from: "orderNo", to: "number" }] },
  {
    from: 2,
    steps: [
      { do: "drop", from: "fax" },
      { do: "codes", from: "lines[].code", codes: { old: "6501" } },
    ],
  },
];
function publishVersion(treasury: MemoryTreasury, version: number): void {
  const definition = { ...orderDefinition, version, migrations };
  const published = publishProcedure(definition, orderProfile, { locale: "en", regime: "now" });
  Object.assign(treasury.options, { procedures: () => [published] });
}

describe("a form's draft", () => {
  afterEach(() => {
    for (const page of pages.splice(0)) page.remove();
  });

  it("given what was typed, then this browser's disk has it only sealed, under a key that cannot be taken out", async () => {
    const database = newDatabase();
    const { form } = await open(openOrders(), { database });
    await fillOrder(form);
    fillIn(controlAt(form, "note"), "a note that nobody else may read");
    await form.draftSettled();
    const [row] = await rows(database, "drafts");
    expect(Object.keys(row ?? {})).to.have.members(["id", "subject", "revision", "savedAt", "tab", "sealed", "files"]);
    const sealed = row?.["sealed"] as { bytes: ArrayBuffer } | undefined;
    expect(new TextDecoder("latin1").decode(sealed?.bytes)).not.to.contain("nobody else");
    const keys = (await rows(database, "keys")).map(({ key }) => key as CryptoKey);
    expect(keys.map(({ extractable }) => extractable)).to.deep.equal([false]);
  });

  it("given a draft of version 1, when version 3 is in force, then it opens there, and what moved and what is left over is told", async () => {
    const treasury = openOrders();
    const database = newDatabase();
    const store = createDraftStore({ database, subject: "accountant" });
    const data: JsonObject = {
      orderNo: "L-7",
      fax: "555-1234",
      kind: "TRANSFER",
      lines: [
        { code: "old", text: "Chalk", amount: 5 },
        { code: "gone", text: "Ink" },
      ],
    };
    const common = { id: draftId, subject: "accountant", submission: "s-1", procedure: "test.order", attachments: [], tab: "t" };
    await store.save({ ...common, procedureVersion: 1, data }, 0);
    await store.close();
    publishVersion(treasury, 3);
    const first = await open(treasury, { database });
    expect(controlAt(first.form, "number").value).to.equal("L-7");
    expect(cellAt(first.form, 0, 1).value).to.contain("6501");
    const told = (form: DossierForm): void => {
      expect(textOf(form)).to.contain("2 values were taken over");
      expect(textOf(form.shadowRoot?.querySelector("ul.dropped") as Element)).to.contain("555-1234");
      expect(textOf(form.shadowRoot?.querySelector("ul.unmapped") as Element)).to.contain("Purpose: gone");
    };
    told(first.form);
    await expectAccessible(first.form);
    fillIn(controlAt(first.form, "note"), "typed in version 3");
    await first.form.draftSettled();
    first.remove();
    // What has no place is nowhere but in the report: it outlives the next save.
    const second = await open(treasury, { database });
    told(second.form);
    expect(controlAt(second.form, "note").value).to.equal("typed in version 3");
  });

  it("given a tab with an old version and one with the new, when both type, then both have both, in the new version", async () => {
    const treasury = openOrders();
    const database = newDatabase();
    publishVersion(treasury, 2);
    const old = (await open(treasury, { database })).form;
    fillIn(controlAt(old, "number"), "L-8");
    await old.draftSettled();
    publishVersion(treasury, 3);
    const young = (await open(treasury, { database })).form;
    expect(controlAt(young, "number").value).to.equal("L-8");
    fillIn(controlAt(young, "note"), "from the new one");
    await until(() => controlAt(old, "note").value === "from the new one", "the new tab's note in the old one");
    fillIn(controlAt(old, "account"), "9523.4.1999901");
    await until(() => controlAt(young, "account").value === "9523.4.1999901", "the old tab's account in the new one");
    expect(controlAt(young, "number").value).to.equal("L-8");
  });

  it("given a version that lost a race in a tab that is gone, when the form opens, then nothing of either is lost", async () => {
    const treasury = openOrders();
    const database = newDatabase();
    const store = createDraftStore({ database, subject: "accountant" });
    const common = { id: draftId, subject: "accountant", submission: "s-1", procedure: "test.order", procedureVersion: 1, attachments: [] };
    const lines = [{}];
    const base = await store.save({ ...common, data: { kind: "TRANSFER", lines }, tab: "one" }, 0);
    await store.save({ ...common, data: { kind: "TRANSFER", lines, number: "L-9" }, tab: "two" }, 1);
    const lost = { ...common, data: { kind: "TRANSFER", lines, note: "of the tab that died" }, tab: "one" };
    await store.save(lost, 1, { base }).catch((error: unknown) => expect(error).to.have.property("code", "draft.conflict"));
    await store.close();
    const { form } = await open(treasury, { database });
    await until(() => controlAt(form, "note").value === "of the tab that died", "the other tab's note");
    expect(controlAt(form, "number").value).to.equal("L-9");
    await form.draftSettled();
    expect(await rows(database, "aside")).to.deep.equal([]);
  });

  it("given a draft that cannot be read, then the form is empty, says so, and the record is kept apart", async () => {
    const database = newDatabase();
    const first = await open(openOrders(), { database });
    await fillOrder(first.form);
    await first.form.draftSettled();
    first.remove();
    const [row] = await rows(database, "drafts");
    await putRows(database, "drafts", [{ ...row, revision: 99 }]);
    const { form } = await open(openOrders(), { database });
    expect(textOf(form)).to.contain("cannot be read");
    expect(controlAt(form, "number").value).to.equal("");
    expect((await rows(database, "damaged")).map(({ table }) => table)).to.deep.equal(["drafts"]);
    await expectAccessible(form);
  });

  it("given a person who has everything deleted on this computer, then the form that is open is empty too", async () => {
    const database = newDatabase();
    const { form } = await open(openOrders(), { database });
    await fillOrder(form);
    await form.draftSettled();
    const [key] = await rows(database, "keys");
    await wipeDrafts({ database, subject: "accountant" });
    await until(() => controlAt(form, "number").value === "", "the empty form");
    expect(await rows(database, "drafts")).to.deep.equal([]);
    expect((await rows(database, "keys")).map(({ id }) => id)).not.to.include(key?.["id"]);
  });
});

describe("a browser that keeps nothing", () => {
  const { open: opening } = IDBFactory.prototype;
  beforeEach(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("", "SecurityError");
    };
  });
  afterEach(() => {
    IDBFactory.prototype.open = opening;
    for (const page of pages.splice(0)) page.remove();
  });

  it("lets the form be filled in and sent, and says that it keeps nothing", async () => {
    const treasury = openOrders();
    const { form } = await open(treasury);
    await fillOrder(form);
    await until(() => textOf(form).includes("What you type is not kept on this computer"), "the notice");
    await expectAccessible(form);
    const told = new Promise((resolve) => form.addEventListener("fisc-dossier-submitted", resolve, { once: true }));
    submitButton(form).click();
    submitButton(form).click();
    await told;
    expect(treasury.dossiers.size).to.equal(1);
  });

  it("gives a copy to a file, and takes one in again, in another browser too; any other file it refuses", async () => {
    const first = await open(openOrders());
    await fillOrder(first.form);
    await until(() => button(first.form, "Save a copy"), "the way to save a copy");
    const blobs: Blob[] = [];
    const { createObjectURL } = URL;
    const stop = (event: Event): void => event.preventDefault();
    document.addEventListener("click", stop, true);
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), createObjectURL(blob));
    try {
      button(first.form, "Save a copy").click();
      await until(() => blobs.length > 0, "the copy");
    } finally {
      URL.createObjectURL = createObjectURL;
      document.removeEventListener("click", stop, true);
    }
    const copy = new File([blobs[0] as Blob], "order.json");
    const other = (await open(openOrders())).form;
    fillIn(controlAt(other, "note"), "x");
    const input = await until(() => other.shadowRoot?.querySelector<HTMLInputElement>("input[type=file]"), "the way to open one");
    const choose = (file: File): void => {
      const list = new DataTransfer();
      list.items.add(file);
      input.files = list.files;
      input.dispatchEvent(new Event("change"));
    };
    choose(new File(["{}"], "holiday.json"));
    await until(() => textOf(other).includes("holiday.json is not a copy of this form"), "the refusal");
    choose(copy);
    await until(() => controlAt(other, "number").value === goodOrder.number, "what was in the copy");
    expect(cellAt(other, 0, 2).value).to.equal("18,540,000");
    expect(textOf(other)).not.to.contain("holiday.json");
    expect(fieldAt(other, "lines").isConnected).to.equal(true);
  });
});

describe("a copy of a draft", () => {
  const form = { id: draftId, subject: "a", submission: "s", procedure: "test.order", procedureVersion: 2, data: { number: "L" } };

  it("has the bytes of its files", async () => {
    const file = new Blob([new Uint8Array([0, 255, 10])], { type: "application/pdf" });
    const attachments = [{ slot: "list", name: "á.pdf", size: 3, mediaType: "application/pdf", sha256: "00", file }];
    const read = await readCopy(await copyOf({ ...form, attachments }), { procedure: "test.order" });
    expect(read.data).to.deep.equal(form.data);
    expect(read.attachments[0]).to.include({ name: "á.pdf", sha256: "00" });
    expect([...new Uint8Array((await read.attachments[0]?.file?.arrayBuffer()) ?? new ArrayBuffer(0))]).to.deep.equal([0, 255, 10]);
  });

  it("is refused where it is of another form or dossier, or no copy at all", async () => {
    const good = { format: "fisc-draft-1", procedure: "test.order", procedureVersion: 1, data: {}, attachments: [] };
    const one = { slot: "list", name: "a", size: 1, mediaType: "", sha256: "", bytes: "AA==" };
    const bad: readonly unknown[] = [
      null,
      [],
      "copy",
      { ...good, format: "fisc-draft-2" },
      { ...good, procedure: "test.other" },
      { ...good, dossier: "dossier-1" },
      { ...good, procedureVersion: "1" },
      { ...good, data: [] },
      { ...good, attachments: {} },
      { ...good, attachments: [{ ...one, size: "1" }] },
      { ...good, attachments: [{ ...one, bytes: undefined }] },
      { ...good, attachments: [{ ...one, bytes: "no base64 §" }] },
    ];
    const codeOf = (content: string): Promise<unknown> =>
      readCopy(new Blob([content]), { procedure: "test.order" }).then(
        () => "taken",
        (error: unknown) => (error instanceof FiscError ? error.code : error),
      );
    expect(await codeOf(JSON.stringify({ ...good, attachments: [one] }))).to.equal("taken");
    for (const content of [...bad.map((value) => JSON.stringify(value)), "{", ""])
      expect(await codeOf(content), content).to.equal("draft.copy");
  });
});

describe("one form in several tabs", () => {
  afterEach(() => {
    for (const page of pages.splice(0)) page.remove();
  });

  it("given two tabs that send at the same moment, then one dossier is made, and neither tab has anything left to send", async () => {
    const treasury = openOrders();
    const database = newDatabase();
    const one = (await open(treasury, { database })).form;
    await fillOrder(one);
    await one.draftSettled();
    const two = (await open(treasury, { database })).form;
    expect(controlAt(two, "number").value).to.equal(goodOrder.number);
    for (const form of [one, two]) submitButton(form).click();
    for (const form of [one, two]) await until(() => controlAt(form, "number").value === "", "the empty form");
    expect(treasury.dossiers.size).to.equal(1);
    expect(await rows(database, "drafts")).to.deep.equal([]);
    expect(await rows(database, "outbox")).to.deep.equal([]);
    expect(await rows(database, "sent")).to.have.length(1);
  });

  it("given a page that died after the gateway had the dossier and before the draft was gone, then the next one tells and sends nothing", async () => {
    const treasury = openOrders();
    const database = newDatabase();
    const first = await open(treasury, { database });
    await fillOrder(first.form);
    await first.form.draftSettled();
    const drafts = await rows(database, "drafts");
    const told = new Promise((resolve) => first.form.addEventListener("fisc-dossier-submitted", resolve, { once: true }));
    submitButton(first.form).click();
    await told;
    first.remove();
    // As it was on disk when the page died.
    await putRows(database, "drafts", drafts);
    const second = await open(treasury, { database });
    await until(() => controlAt(second.form, "number").value === goodOrder.number, "the draft");
    submitButton(second.form).click();
    await until(() => textOf(second.form).includes("sent from another tab"), "the news");
    expect(treasury.dossiers.size).to.equal(1);
  });
});
