import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Dossier } from "@fisc/core";
import { registry, subjects } from "@fisc/profiles/vn/samples";
import { dossierPage } from "../dossier-page.ts";
import { label, until, type Stage } from "../stage.ts";
import { formOn, noticeOf, sentDossier } from "../voucher-form.ts";
import { bring, createDossier } from "../way.ts";

/** What the treasury sends back, read and answered by people at their browsers. */
export function refusalStories(stage: Stage): void {
  /** Text of the one mail of a template about a dossier, as its unit got it. */
  const mailAbout = async (template: string, { code }: Dossier): Promise<string> => {
    const of = (subject: string): boolean => subject === label(`mail.${template}.subject`, { code });
    await until(`the mail ${template}`, async () => stage.demo.mail.messages().some(({ subject }) => of(subject)));
    const mails = stage.demo.mail.messages().filter(({ subject }) => of(subject));
    assert.deepEqual(
      mails.map(({ to }) => to),
      [[registry.units.find((unit) => unit.code === "1999901")?.email]],
    );
    return mails[0]?.text ?? "";
  };

  describe("refusals", () => {
    it("given a teller who refuses intake with a fix for a field and one for a file, when the unit opens it, then each stands at its place; put right and signed it goes again; the second refusal ends it", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "submitted");
      const teller = await dossierPage(await stage.desk(subjects.teller), dossier.id);
      await teller.action("refuseIntake").click();
      const reasons = teller.panel.locator("fisc-reason-form");
      await reasons.locator("button.primary").click();
      await reasons.getByText("Hãy nhập lý do, ít nhất 10 ký tự.").waitFor();
      await reasons.getByText("Hãy nêu ít nhất một nội dung cần sửa, ở phần kê khai hoặc ở một tài liệu đính kèm.").waitFor();
      await reasons.locator("#reason").fill("Hồ sơ còn thiếu thông tin người thụ hưởng");
      await reasons.locator('button[data-add="form"]').click();
      await reasons.locator('select[id^="place-"]').selectOption("huong.taiKhoan");
      await reasons.locator('textarea[id^="fix."]').last().fill("Ghi đúng số tài khoản của công ty");
      await reasons.locator('button[data-add]:not([data-add="form"])').first().click();
      await reasons.locator('textarea[id^="fix."]').last().fill("Quyết định phải có trang ký");
      await reasons.locator("button.primary").click();
      await teller.result.and(teller.panel.locator('[kind="success"]')).waitFor();
      const asked = await mailAbout("intakeRefused", dossier);
      for (const text of [
        "Lý do: Hồ sơ còn thiếu thông tin người thụ hưởng",
        "- C2-02a/NS: Ghi đúng số tài khoản của công ty",
        `- ${dossier.attachments[0]?.name ?? ""}: Quyết định phải có trang ký`,
        "18.540.000",
        `dossier.html?id=${dossier.id}`,
      ])
        assert.ok(asked.includes(text), `${text}\n\n${asked}`);

      const unit = await dossierPage(await stage.desk(subjects.schoolPreparer), dossier.id);
      await unit.timeline.getByText("Hồ sơ còn thiếu thông tin người thụ hưởng").first().waitFor();
      assert.equal(await unit.action("complete").count(), 0, "only what was changed can be handed in again");
      await unit.panel.getByRole("link", { name: "Sửa hồ sơ" }).click();
      const form = await formOn(unit.desk.page);
      await noticeOf(form, "Kho bạc đề nghị sửa các nội dung sau").waitFor();
      await form.field("huong.taiKhoan").getByText("Ghi đúng số tài khoản của công ty").waitFor();
      await form.slot("estimate").scrollIntoViewIfNeeded();
      await form.slot("estimate").getByText("Quyết định phải có trang ký").waitFor();
      await form.type("huong.taiKhoan", "199990004321");
      await form.submit();
      await sentDossier(unit.desk.page);
      const { api } = await stage.person(subjects.schoolPreparer);
      const changed = await api.dossier(dossier.id);
      assert.equal(changed.state, "awaiting_ca_sign", "what was put right went on to be signed, in one go");
      assert.deepEqual(
        [
          (changed.data["huong"] as { readonly taiKhoan: string }).taiKhoan,
          changed.version,
          changed.signatures.filter(({ version }) => version === 2).length,
        ],
        ["199990004321", 2, 0],
      );

      await bring(stage, dossier, "submitted");
      await dossierPage(teller.desk, dossier.id);
      const difference = teller.panel.locator("fisc-version-difference");
      await difference.locator('[data-path="huong.taiKhoan"]').getByText("199990004321").waitFor();
      await difference.locator(".fixes .touched").getByText("Ghi đúng số tài khoản của công ty").waitFor();
      await difference.locator(".fixes .same").getByText("Quyết định phải có trang ký").waitFor();
      await (
        await stage.person(subjects.teller)
      ).act(dossier.id, "refuseIntake", {
        reason: "Vẫn chưa đúng tài khoản thụ hưởng",
        fixes: [{ document: "form", text: "Lập hồ sơ mới" }],
      });
      assert.equal((await api.dossier(dossier.id)).state, "intake_closed");
      const told = await mailAbout("intakeClosed", dossier);
      for (const text of ["Lý do: Vẫn chưa đúng tài khoản thụ hưởng", "- C2-02a/NS: Lập hồ sơ mới", `dossier.html?id=${dossier.id}`])
        assert.ok(told.includes(text), `${text}\n\n${told}`);
      await dossierPage(unit.desk, dossier.id);
      await unit.panel.getByText("Hồ sơ đã kết thúc").waitFor();
      assert.equal(await unit.panel.getByRole("link", { name: "Sửa hồ sơ" }).count(), 0);
      await unit.timeline.getByText("Vẫn chưa đúng tài khoản thụ hưởng").first().waitFor();
    });

    it("given a head who does not approve, when the reason is too short it is asked for, and once given the teller reads it and the unit sees the treasury at work", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "head_pending");
      const head = await dossierPage(await stage.desk(subjects.head), dossier.id);
      await head.action("refuseHead").click();
      const reasons = head.panel.locator("fisc-reason-form");
      await reasons.locator("#reason").fill("Sai");
      await reasons.locator("button.primary").click();
      await reasons.getByText("Lý do mới có 3 ký tự; cần ít nhất 10 ký tự.").waitFor();
      await reasons.locator("#reason").fill("Chưa đối chiếu hợp đồng với dự toán");
      await reasons.locator("button.primary").click();
      await head.result.and(head.panel.locator('[kind="success"]')).waitFor();
      const teller = await dossierPage(await stage.desk(subjects.teller), dossier.id);
      await teller.timeline.getByText("Chưa đối chiếu hợp đồng với dự toán").first().waitFor();
      await teller.action("submitForApproval").waitFor();
      const unit = await dossierPage(await stage.desk(subjects.schoolPreparer), dossier.id);
      await unit.panel.locator(".state .tag").getByText(label("state.processing"), { exact: true }).waitFor();
      await unit.timeline.locator("summary").first().waitFor();
      const told = (await unit.timeline.locator("section").textContent()) ?? "";
      assert.ok(
        told.includes("bước xử lý bên trong") && !told.includes("Chưa đối chiếu"),
        "what officers say to each other stays with them",
      );
    });
  });
}
