import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Page } from "playwright";
import { label, until, type Stage } from "../stage.ts";
import { fillSample, openForm, sentDossier } from "../voucher-form.ts";
import { stop, tab, tabTo } from "./keys.ts";

/** The form in pages: step by step, and as a list of parts. */
export function pagesByKeyboard(stage: Stage): void {
  describe("a voucher in pages", () => {
    it("given an empty voucher in steps, when the button that goes on is pressed, then the faults of that page are listed, and the next page begins at its heading once they are put right", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      await openForm(desk);
      const page = await open(desk.page, stage, "?layout=steps");
      await tabTo(page, "the button that goes on", ({ type }) => type === "submit");
      await page.keyboard.press("Enter");
      await page.locator("fisc-error-summary a").first().waitFor();
      assert.equal(await page.locator("fisc-error-summary li").count(), 3);
      await until("the list to have the focus", async () => (await stop(page)).part === "fisc-error-summary");
      await tab(page);
      await page.keyboard.press("Enter");
      assert.equal((await stop(page)).path, "soChungTu");
      for (const [path, text] of Object.entries({ soChungTu: "RDT-BUOC", ngayLap: "1/11/2026", namNS: "2026" })) {
        await tabToField(page, path);
        await page.keyboard.type(text);
      }
      await tabTo(page, "the button that goes on", ({ type }) => type === "submit");
      await page.keyboard.press("Enter");
      await headingHasFocus(page, label("section.unit"));
      await page.goBack();
      await headingHasFocus(page, label("section.voucher"));
    });

    it("given a voucher that was filled in on one sheet, when it is opened as a list of parts, then keys lead through the list to the review, and it is sent once", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const { number } = await fillSample(form);
      await form.settled();
      const page = await open(desk.page, stage, "?layout=tasks");
      await tabTo(page, "a part", ({ tag, name }) => tag === "a" && name === label("section.lines"));
      await page.keyboard.press("Enter");
      await headingHasFocus(page, label("section.lines"));
      await tabTo(page, "the way back", ({ tag, href }) => tag === "a" && href.endsWith("/tasks"));
      await page.keyboard.press("Enter");
      await headingHasFocus(page, "Các phần của mẫu");
      await tabTo(page, "the review", ({ tag, href }) => tag === "a" && href.endsWith("/review"));
      await page.keyboard.press("Enter");
      await headingHasFocus(page, "Kiểm tra lại nội dung đã nhập");
      await page.locator("fisc-review-page").getByText(number).first().waitFor();
      await tabTo(page, "the button that sends", ({ type }) => type === "submit");
      await page.keyboard.press("Enter");
      assert.notEqual(await sentDossier(page), "");
    });
  });
}

async function open(page: Page, { demo }: Stage, query: string): Promise<Page> {
  await page.goto(`${demo.addresses.portal}/new.html${query}`);
  await page.locator("fisc-dossier-form fisc-form-page:not([hidden])").waitFor();
  return page;
}

async function headingHasFocus(page: Page, heading: string): Promise<void> {
  await until(`the heading “${heading}” to have the focus`, async () => {
    const { tag, name } = await stop(page);
    return tag === "h2" && name === heading;
  });
}

/** Tabs to the control of a field, where the focus is not in it already. */
async function tabToField(page: Page, path: string): Promise<void> {
  if ((await stop(page)).path !== path) await tabTo(page, path, (at) => at.path === path && at.tag === "input");
}
