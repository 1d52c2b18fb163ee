import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Demo } from "@fisc/demo/start";
import { subjects } from "@fisc/profiles/vn/samples";
import { until, type Stage } from "../stage.ts";
import { formOn, noticeOf, openForm, type VoucherForm } from "../voucher-form.ts";

/** What was typed is there again, whatever happened to the page. */
export function draftStories(stage: Stage): void {
  const value = (form: VoucherForm, path: string): Promise<string> => form.field(path).locator("input").first().inputValue();
  const becomes = (form: VoucherForm, path: string, text: string): Promise<unknown> =>
    until(`${path} to be ${text}`, async () => (await value(form, path)) === text);

  describe("drafts", () => {
    it("given a browser that is killed while a voucher is typed, when it is opened again, then the voucher is there and says so", async () => {
      const profile = "draft-crash";
      const desk = await stage.desk(subjects.schoolPreparer, profile);
      const form = await openForm(desk);
      await form.type("soChungTu", "RDT-MAT-DIEN");
      await form.typeCell(0, "noiDung", "Văn phòng phẩm");
      await form.typeCell(0, "soTien", "12300000");
      await form.settled();
      await killBrowser(stage.demo, profile);
      await stage.leave(subjects.schoolPreparer, profile);
      const back = await openForm(await stage.desk(subjects.schoolPreparer, profile), { empty: false });
      await noticeOf(back, "Đã mở lại nội dung bạn nhập trước đây").waitFor();
      assert.deepEqual(
        [
          await value(back, "soChungTu"),
          await back.cell(0, "noiDung").inputValue(),
          (await back.cell(0, "soTien").inputValue()).replace(/\D/g, ""),
        ],
        ["RDT-MAT-DIEN", "Văn phòng phẩm", "12300000"],
      );
      await stage.leave(subjects.schoolPreparer, profile);
    });

    it("given two tabs on one voucher, when different fields are typed in them, then both have both", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const one = await openForm(desk);
      const two = await openForm(desk, { page: await desk.context.newPage(), empty: false });
      await one.type("soChungTu", "RDT-HAI-THE");
      await becomes(two, "soChungTu", "RDT-HAI-THE");
      await two.type("huong.ten", "Công ty Hai Thẻ");
      await becomes(one, "huong.ten", "Công ty Hai Thẻ");
      await one.typeCell(0, "maNDKT", "6551");
      await until("the cell in the other tab", async () => (await two.cell(0, "maNDKT").inputValue()) === "6551");
      await two.page.close();
      await one.page.reload();
      const again = await formOn(one.page);
      assert.deepEqual([await value(again, "soChungTu"), await value(again, "huong.ten")], ["RDT-HAI-THE", "Công ty Hai Thẻ"]);
    });

    it("given two tabs, when one field is typed in both at once, then the person chooses and nothing else is lost", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const one = await openForm(desk);
      const two = await openForm(desk, { page: await desk.context.newPage(), empty: false });
      await one.type("soChungTu", "RDT-CHUNG");
      await becomes(two, "soChungTu", "RDT-CHUNG");
      // The same millisecond in both: each types before it can hear of the other.
      const at = Date.now() + 1_500;
      await Promise.all([typeAt(one, "huong.ten", "Ở thẻ một", at), typeAt(two, "huong.ten", "Ở thẻ hai", at)]);
      const asked = await until("the question which text stays", async () => {
        for (const form of [one, two]) if (await form.element.locator("dialog.merge").isVisible()) return form;
        return null;
      });
      const dialog = asked.element.locator("dialog.merge");
      assert.match(await dialog.innerText(), /Chưa có gì bị mất|chưa có gì bị mất/);
      assert.match(await dialog.innerText(), /Ở thẻ một/);
      assert.match(await dialog.innerText(), /Ở thẻ hai/);
      await asked.page.keyboard.press("Escape");
      assert.ok(await dialog.isVisible(), "closing is no answer");
      const theirs = asked === one ? "Ở thẻ hai" : "Ở thẻ một";
      await dialog.locator('input[value="theirs"]').check();
      await dialog.getByRole("button", { name: "Giữ nội dung đã chọn" }).click();
      await becomes(one, "huong.ten", theirs);
      await becomes(two, "huong.ten", theirs);
      assert.equal(await value(one, "soChungTu"), "RDT-CHUNG");
      await two.page.close();
    });
  });
}

/** Types into a field at a moment (ms since 1970), as one event. */
async function typeAt(form: VoucherForm, path: string, text: string, moment: number): Promise<void> {
  const input = form.field(path).locator("input").first();
  await input.evaluate(
    (element, [value, at]) =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          (element as HTMLInputElement).value = value;
          element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: value }));
          resolve();
        }, at - Date.now());
      }),
    [text, moment] as const,
  );
}

/** `kill -9` for the browser of one profile of this demo: its main process, found by the profile's folder. */
async function killBrowser(demo: Demo, profile: string): Promise<void> {
  const folder = `--user-data-dir=${join(demo.data, "browsers", profile)}`;
  let killed = 0;
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const words = (await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")).split("\0");
    if (!words.includes(folder) || words.some((word) => word.startsWith("--type="))) continue;
    process.kill(Number(id), "SIGKILL");
    killed += 1;
  }
  assert.ok(killed > 0, "the browser was found");
}
