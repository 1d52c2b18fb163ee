import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { JsonObject } from "@fisc/core";
import { subjects } from "@fisc/profiles/vn/samples";
import { label, type Stage } from "../stage.ts";
import { fillSample, formOn, noticeOf, openForm, sentDossier, watchWrites } from "../voucher-form.ts";

const line = (number: number, text: string): string => `Dòng ${number}: ${text}`;

/** What a preparer reads who typed something wrong, and what is left of what they typed. */
export function formStories(stage: Stage): void {
  describe("a voucher with faults", () => {
    it("given wrong codes, another unit's account and a contract that is used up, when it is sent, then each fault is told with what to do, leads to its field, and nothing leaves", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const sent = watchWrites(desk);
      const spoilt = (data: JsonObject): JsonObject => ({
        ...data,
        don: { ...(data["don"] as JsonObject), taiKhoan: "9523.4.1999902.00000" },
        hopDong: { ...(data["hopDong"] as JsonObject), giaTri: 20_000_000, luyKeTruoc: 15_000_000 },
        dong: (data["dong"] as readonly JsonObject[]).map((one, row) =>
          row === 0 ? { ...one, maNDKT: "655" } : { ...one, maNguonNSNN: "1" },
        ),
      });
      const { number } = await fillSample(form, { data: spoilt });
      await form.submit();
      const told = await form.summary();
      const expected = new Map([
        [label("rule.V10.owner", { code: "1999901" }), "don.taiKhoan"],
        [line(1, label("rule.V03.digits", { digits: 4 })), "dong[0].maNDKT"],
        [line(2, label("rule.V03.digits", { digits: 2 })), "dong[1].maNguonNSNN"],
        [label("rule.V07.contract", { left: "5.000.000", total: "18.540.000" }), "hopDong.luyKeTruoc"],
      ]);
      assert.deepEqual([...told].sort(), [...expected.keys()].sort());
      for (const [text, path] of expected) {
        await form.element.locator("fisc-error-summary a").getByText(text, { exact: true }).click();
        assert.equal(await form.focused(), path, text);
      }
      assert.deepEqual(
        sent.map((request) => request.url()),
        [],
      );

      await form.settled();
      await form.page.reload();
      const again = await formOn(form.page);
      await noticeOf(again, "Đã mở lại nội dung bạn nhập trước đây").waitFor();
      assert.equal(await again.cell(0, "maNDKT").inputValue(), "655");
      assert.equal(await again.field("soChungTu").locator("input").inputValue(), number);

      await again.typeCell(0, "maNDKT", "6551");
      await again.typeCell(1, "maNguonNSNN", "13");
      await again.type("don.taiKhoan", "9523.4.1999901.00000");
      await again.type("hopDong.luyKeTruoc", "0");
      await again.submit();
      const id = await sentDossier(again.page);
      const dossier = await (await stage.person(subjects.schoolPreparer)).api.dossier(id);
      assert.deepEqual([dossier.data["soChungTu"], dossier.data["tong"], dossier.attachments.length], [number, 18_540_000, 1]);
      assert.equal(sent.filter((request) => request.method() === "POST").length, 1);
    });

    it("given an amount in letters and a line without one, when it is sent, then the total is not guessed and both are told", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const sent = watchWrites(desk);
      await fillSample(form);
      await form.typeCell(0, "soTien", "mười hai triệu");
      await form.typeCell(1, "soTien", "0");
      await form.submit();
      const told = await form.summary();
      assert.ok(
        told.some((text) => text.startsWith("Dòng 1: “Số tiền” phải là số tiền bằng chữ số")),
        told.join("\n"),
      );
      assert.ok(told.includes(line(2, label("rule.V01.positive"))), told.join("\n"));
      assert.equal(await form.cell(0, "soTien").inputValue(), "mười hai triệu");
      assert.equal(sent.length, 0);
    });
  });
}
