import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openDossier, type Desk } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Page } from "playwright";
import { label, type Stage } from "../stage.ts";
import { bring, createDossier } from "../way.ts";
import { stop, tab, tabTo, walk } from "./keys.ts";

const reason = "Chưa đối chiếu hợp đồng với dự toán";

/** Reading a dossier and doing what is to be done with it, at the unit and at the treasury. */
export function approvalByKeyboard(stage: Stage): void {
  const stateOf = async (id: string): Promise<string> => (await (await stage.person(subjects.teller)).api.dossier(id)).state;
  const open = async (subject: string, id: string): Promise<Desk> => {
    const desk = await stage.desk(subject);
    await openDossier(desk, id);
    return desk;
  };

  describe("a dossier", () => {
    it("given a dossier to sign, when its button is pressed, then the trusted window too is worked by the keyboard, and the focus goes to the result", async () => {
      const dossier = await createDossier(stage);
      const desk = await open(subjects.schoolChiefAccountant, dossier.id);
      await tabTo(desk.page, "the button that signs", ({ action }) => action === "signChiefAccountant");
      await signWith(desk, () => desk.page.keyboard.press("Enter"));
      await resultHasFocus(desk);
    });

    it("given a dossier at the treasury, when the teller sends it back, then choice, reason and fix are typed, and the focus goes to the result", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "submitted");
      const desk = await open(subjects.teller, dossier.id);
      const { page } = desk;
      await tabTo(page, "the button that refuses", ({ action }) => action === "refuseIntake");
      await page.keyboard.press("Enter");
      await page.locator("fisc-reason-form").waitFor();
      assert.equal((await stop(page)).id, "reason", "the focus goes to what is asked first");
      await page.keyboard.type("Thiếu quyết định giao dự toán năm nay");
      await tabTo(page, "the button that adds a fix", ({ add }) => add === "form", 5);
      await page.keyboard.press("Enter");
      await tabTo(page, "the fix", ({ id }) => id.startsWith("fix."));
      await page.keyboard.type("Đính kèm quyết định giao dự toán");
      await press(page, "refuseIntake");
      await resultHasFocus(desk);
      assert.equal(await stateOf(dossier.id), "intake_rejected");
    });

    it("given a dossier that was received, when the teller submits it for approval, then the ledger's module is chosen by an arrow", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "received");
      const desk = await open(subjects.teller, dossier.id);
      const { page } = desk;
      await tabTo(page, "the button that submits", ({ action }) => action === "submitForApproval");
      await page.keyboard.press("Enter");
      await page.locator("fisc-reason-form").waitFor();
      assert.equal((await stop(page)).type, "radio", "the focus goes to what is asked first");
      await press(page, "submitForApproval");
      await page.locator("fisc-reason-form .fault").waitFor();
      assert.equal((await stop(page)).type, "radio", "a choice that is missing has the focus");
      await page.keyboard.press("ArrowDown");
      const chosen = await page.locator("fisc-reason-form input:checked").inputValue();
      await press(page, "submitForApproval");
      await resultHasFocus(desk);
      assert.equal(await stateOf(dossier.id), "head_pending");
      assert.ok(["GL", "AP"].includes(chosen), chosen);
    });

    it("given a dossier before the head, when the head goes back from a refusal and then refuses with a reason, then the focus is never lost", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "head_pending");
      const desk = await open(subjects.head, dossier.id);
      const { page } = desk;
      await tabTo(page, "the button that refuses", ({ action }) => action === "refuseHead");
      await page.keyboard.press("Enter");
      await page.locator("fisc-reason-form").waitFor();
      await page.keyboard.type("Sai");
      await press(page, "refuseHead");
      await page.locator("fisc-reason-form .fault").waitFor();
      assert.equal((await stop(page)).id, "reason", "the reason that is too short has the focus");
      await tabTo(page, "the button that sends", ({ name }) => name === label("action.refuseHead"), 5);
      await tab(page);
      await page.keyboard.press("Enter");
      assert.equal((await stop(page)).action, "refuseHead", "going back leads to the button that one came from");
      await page.keyboard.press("Enter");
      await page.locator("fisc-reason-form").waitFor();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(reason);
      await press(page, "refuseHead");
      await resultHasFocus(desk);
      assert.equal(await stateOf(dossier.id), "returned_to_teller");
    });

    it("given head and director before a long dossier, when they read it to its end, then the actions stand there, and each approves by a signature", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "head_pending");
      const head = await open(subjects.head, dossier.id);
      await tabTo(head.page, "the button at the end", ({ name, action }) => action === "" && name === label("action.approveHead"));
      assert.equal(await head.page.locator("fisc-approval-panel .bar").getAttribute("role"), "group");
      await signWith(head, () => head.page.keyboard.press("Enter"));
      await resultHasFocus(head);
      await bring(stage, dossier, "director_pending");
      const director = await open(subjects.director, dossier.id);
      await tabTo(director.page, "the button that approves", ({ action }) => action === "approveDirector");
      await signWith(director, async () => {
        await director.page.keyboard.press("Enter");
        await director.page.locator("fisc-approval-panel .steps").waitFor();
        assert.equal((await stop(director.page)).id, "heading", "the focus stays at the signing");
      });
      await resultHasFocus(director);
    });

    it("given a signed dossier, when its package is asked for, then it comes; and from the first stop to the last each is seen, in the order in which it stands", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "awaiting_ah_sign");
      const { page } = await open(subjects.schoolPreparer, dossier.id);
      const stops = await walk(page);
      assert.ok(
        stops.some(({ part, href }) => part === "fisc-dossier-view" && href.includes("/attachments/")),
        "the attachment can be opened",
      );
      await tabTo(page, "the link to the package", ({ part, href }) => part === "fisc-approval-panel" && href.endsWith("/container"));
      const download = page.waitForEvent("download");
      await page.keyboard.press("Enter");
      assert.match((await download).suggestedFilename(), /\.asice$/);
    });
  });
}

/** Tab to the button of the reason form that sends, and Enter. */
async function press(page: Page, action: string): Promise<void> {
  await tabTo(
    page,
    "the button that sends",
    ({ tag, part, name }) => tag === "button" && part === "fisc-reason-form" && name === label(`action.${action}`),
  );
  await page.keyboard.press("Enter");
}

/** Does what opens the trusted window, and signs in it. */
async function signWith(desk: Desk, begin: () => Promise<void>): Promise<void> {
  const opening = desk.context.waitForEvent("page", { predicate: (page) => page.url().startsWith("chrome-extension://") });
  await begin();
  const window = await opening;
  await window.locator("#allow:enabled, #pin").first().waitFor();
  if (await window.locator("#allow").isVisible()) {
    await tabTo(window, "the button that trusts the portal", ({ id }) => id === "allow");
    await window.keyboard.press("Enter");
  }
  await window.locator("#sign:enabled").waitFor();
  await tabTo(window, "the PIN", ({ id }) => id === "pin");
  await window.keyboard.type(desk.person.token?.pin ?? "");
  const closed = window.waitForEvent("close");
  await window.keyboard.press("Enter");
  await closed;
}

async function resultHasFocus({ page }: Desk): Promise<void> {
  await page.locator('fisc-approval-panel fisc-notice#result[kind="success"]').waitFor();
  const focused = await page.locator("fisc-approval-panel").evaluate((panel) => panel.shadowRoot?.activeElement?.id);
  assert.equal(focused, "result");
}
