import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openPerson, signIn } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Page } from "playwright";
import { until, type Stage } from "../stage.ts";
import { fillSample, formOn, noticeOf, openForm, watchWrites } from "../voucher-form.ts";
import { createDossier } from "../way.ts";

/** A form loads what it needs at the first touch; the network goes only when all of that is there. */
async function partsOf(page: Page): Promise<void> {
  await until("the parts of the form", () =>
    page.evaluate(() => performance.now() - Math.max(...performance.getEntriesByType("resource").map((each) => each.startTime)) > 2_000),
  );
}

/** A computer that is shut in the evening without a network, and opened a day later. */
export function dayOfflineStories(stage: Stage): void {
  const { schoolPreparer } = subjects;

  describe("a day offline", () => {
    it("given one voucher in the outbox and another half corrected, when the browser is opened a day later, then the session has ended, and after a new sign-in the correction is there and the outbox sends once", async () => {
      const returned = await createDossier(stage);
      await (await stage.person(schoolPreparer)).act(returned.id, "recall", { reason: "Sửa lại tên người thụ hưởng" });
      await stage.leave(schoolPreparer);
      const desk = await stage.desk(schoolPreparer);
      const form = await openForm(desk);
      const { number, papers } = await fillSample(form, { now: stage.demo.now(), withoutPapers: true });
      await form.slot("estimate").scrollIntoViewIfNeeded();
      await form.slot("estimate").locator('input[type="file"]').waitFor({ state: "attached" });
      const second = await desk.context.newPage();
      await second.goto(`${stage.demo.addresses.portal}/correct.html?id=${returned.id}`);
      const correction = await formOn(second);
      await partsOf(desk.page);
      await desk.context.setOffline(true);
      await form.attach(
        "estimate",
        (papers["estimate"] ?? []).map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })),
      );
      await form.submit();
      await noticeOf(form, "Chưa gửi").waitFor();
      await form.settled();
      await correction.type("huong.ten", "Công ty Ngày Mai");
      await correction.settled();
      await stage.leave(schoolPreparer);

      await stage.moveTo(new Date(stage.demo.now().getTime() + 86_400_000));
      const person = stage.demo.people.find(({ subject }) => subject === schoolPreparer);
      assert.ok(person);
      const morning = await openPerson(stage.demo, person, schoolPreparer);
      try {
        const sent = watchWrites(morning);
        await morning.page.goto(`${stage.demo.addresses.portal}/new.html`);
        await morning.page.locator("fisc-sign-in-state a.button").waitFor();
        await until("the form to ask for a sign-in", async () => morning.page.locator("fisc-dossier-form .notice").first().isVisible());
        assert.equal(sent.length, 0, "nothing leaves without a session");
        await signIn(morning, "/new.html");
        const { api } = await stage.person(schoolPreparer);
        const found = async () => (await api.dossiers({ text: number })).filter((dossier) => dossier.number === number);
        await until(`dossier ${number}`, async () => (await found()).length > 0);
        const emptied = await formOn(morning.page);
        await noticeOf(emptied, "Đã lập hồ sơ").waitFor();
        await morning.page.goto(`${stage.demo.addresses.portal}/correct.html?id=${returned.id}`);
        const again = await formOn(morning.page);
        await noticeOf(again, "Đã mở lại nội dung bạn nhập trước đây").waitFor();
        assert.equal(await again.field("huong.ten").locator("input").first().inputValue(), "Công ty Ngày Mai");
        assert.equal((await found()).length, 1, "one voucher, one dossier");
        assert.equal(sent.filter((request) => request.url().endsWith("/dossiers")).length, 1);
        const [made] = await found();
        assert.equal((await api.dossier(made?.id ?? "")).attachments.length, 1);
      } finally {
        await morning.close();
      }
    });
  });
}
