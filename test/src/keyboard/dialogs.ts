import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openDossier } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Page } from "playwright";
import { typeInBoth } from "../conflict.ts";
import { until, type Stage } from "../stage.ts";
import { openForm, sentDossier, type VoucherForm } from "../voucher-form.ts";
import { bring, createDossier } from "../way.ts";
import { stop, tab, tabTo } from "./keys.ts";

/** What opens over the form, and the form of a dossier that came back. */
export function dialogsByKeyboard(stage: Stage): void {
  const emptyForm = async (): Promise<VoucherForm> => openForm(await stage.desk(subjects.schoolPreparer));

  describe("what asks before it acts", () => {
    it("given cells from a spreadsheet, when they are pasted, then Escape leads back to the cell, and Enter takes them over", async () => {
      const form = await emptyForm();
      const { page } = form;
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: stage.demo.addresses.portal });
      await tabTo(page, "the first cell", ({ path }) => path === "dong[0].0");
      await page.evaluate(() => navigator.clipboard.writeText("Văn phòng phẩm\t6551\nVật tư khác\t6599"));
      const dialog = form.element.locator("dialog.paste");
      for (const [key, rows] of [
        ["Escape", 1],
        ["Enter", 2],
      ] as const) {
        await page.keyboard.press("ControlOrMeta+V");
        await dialog.waitFor();
        await staysInside(page, "dialog.paste");
        const accept = (await dialog.locator('button.primary[aria-disabled="false"]').innerText()).trim();
        await tabTo(page, "the button that takes over", ({ name }) => name === accept, 8);
        await page.keyboard.press(key);
        await dialog.waitFor({ state: "detached" });
        await until("the focus in the cell", async () => (await stop(page)).path === "dong[0].0", 3_000);
        assert.equal(await form.element.locator('fisc-line-table [data-column="0"][data-row]').count(), rows);
      }
      assert.equal(await form.cell(1, "noiDung").inputValue(), "Vật tư khác");
    });

    it("given a draft that was opened again, when the person thinks better of starting again, then the focus is back; and once started again, it is at the title", async () => {
      const first = await emptyForm();
      await first.type("soChungTu", "RDT-BAN-PHIM");
      await first.settled();
      const form = await openForm(await stage.desk(subjects.schoolPreparer), { empty: false });
      const { page } = form;
      const name = (await form.element.locator(".notice button.plain").innerText()).trim();
      const dialog = form.element.locator("dialog.confirm");
      const ask = async (): Promise<void> => {
        await page.keyboard.press("Enter");
        await dialog.waitFor();
        await staysInside(page, "dialog.confirm");
      };
      await tabTo(page, "the button that starts again", (at) => at.name === name);
      await ask();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await until("the focus on the button", async () => (await stop(page)).name === name, 3_000);
      await ask();
      const sure = (await dialog.locator("button.careful").innerText()).trim();
      await tabTo(page, "the answer", (at) => at.name === sure, 3);
      await page.keyboard.press("Enter");
      await until("the focus on the title", async () => (await stop(page)).tag === "h1", 3_000);
      assert.equal(await form.field("soChungTu").locator("input").inputValue(), "");
    });

    it("given one field typed in two tabs at once, when it is asked which text stays, then arrows and Enter answer, and the focus is back in the field", async () => {
      const one = await emptyForm();
      const desk = await stage.desk(subjects.schoolPreparer);
      const two = await openForm(desk, { page: await desk.context.newPage(), empty: false });
      const input = (form: VoucherForm) => form.field("huong.ten").locator("input");
      await input(one).focus();
      await input(two).focus();
      const asked = await typeInBoth([one, two], "huong.ten", ["Ở thẻ 0", "Ở thẻ 1"]);
      const { page } = asked;
      await page.bringToFront();
      const dialog = asked.element.locator("dialog.merge");
      await staysInside(page, "dialog.merge");
      await tabTo(page, "the choice", ({ type }) => type === "radio", 4);
      await page.keyboard.press("ArrowDown");
      assert.equal(await dialog.locator("input:checked").inputValue(), "theirs");
      await tabTo(page, "the button that answers", ({ type }) => type === "submit", 4);
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await until("the focus in the field", async () => (await stop(page)).path === "huong.ten", 3_000);
      const theirs = asked === one ? "Ở thẻ 1" : "Ở thẻ 0";
      await until("the chosen text", async () => (await input(asked).inputValue()) === theirs, 5_000);
      await two.page.close();
    });
  });

  describe("a dossier that came back", () => {
    it("given a fix at a field, when the unit follows the link, types and sends, then it goes on to be signed", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "submitted");
      const teller = await stage.person(subjects.teller);
      const fixes = [{ document: "form", at: "huong.taiKhoan", text: "Ghi đúng số tài khoản của công ty" }];
      await teller.act(dossier.id, "refuseIntake", { reason: "Sai số tài khoản thụ hưởng", fixes });
      const desk = await stage.desk(subjects.schoolPreparer);
      const { page } = desk;
      await openDossier(desk, dossier.id);
      await tabTo(page, "the link to the form", ({ href }) => href.startsWith("correct.html"));
      await page.keyboard.press("Enter");
      await page.waitForURL("**/correct.html?id=*");
      await page.locator("fisc-dossier-form fisc-line-table").waitFor();
      await tabTo(page, "the field with the fix", ({ path }) => path === "huong.taiKhoan");
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("199990004321");
      await tabTo(page, "the button that sends", ({ type }) => type === "submit");
      await page.keyboard.press("Enter");
      assert.equal(await sentDossier(page), dossier.id);
      assert.equal((await teller.api.dossier(dossier.id)).state, "awaiting_ca_sign");
    });
  });
}

/** Two rounds of Tab through an open dialog: it must not let the keyboard out to the page behind. */
async function staysInside(page: Page, dialog: string): Promise<void> {
  for (let press = 0; press < 8; press += 1) {
    const { tag } = await tab(page);
    const inside = await page.evaluate((selector) => {
      let focused: Element | null = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.closest(selector) !== null;
    }, dialog);
    assert.ok(inside || tag === "body", `the focus left ${dialog} for ${tag}`);
  }
}
