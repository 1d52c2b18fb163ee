import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Desk } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import { until, type Stage } from "../stage.ts";
import { fillSample, formOn, noticeOf, openForm, sentDossier, watchWrites } from "../voucher-form.ts";

/** From the click to the gateway, whatever happens between. */
export function sendingStories(stage: Stage): void {
  const withNumber = async (number: string): Promise<number> => {
    const { api } = await stage.person(subjects.schoolPreparer);
    return (await api.dossiers()).filter((dossier) => dossier.number === number).length;
  };
  const onlyOne = async (number: string): Promise<void> => {
    await until(`dossier ${number}`, async () => (await withNumber(number)) > 0, 30_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await withNumber(number), 1, "one voucher, one dossier");
  };
  const posts = (desk: Desk, sent: ReturnType<typeof watchWrites>): readonly string[] =>
    sent
      .filter((request) => request.url() === `${desk.demo.addresses.gateway}/dossiers`)
      .map((request) => request.headers()["idempotency-key"] ?? "");

  describe("sending a voucher exactly once", () => {
    it("given a double click, when it is sent, then one request leaves and one dossier is made", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const sent = watchWrites(desk);
      const { number } = await fillSample(form);
      await form.element.locator('button[type="submit"]').dblclick();
      await sentDossier(form.page);
      assert.equal(posts(desk, sent).length, 1);
      await onlyOne(number);
    });

    it("given a gateway that is killed after it accepted and before it answered, when it is back, then the same key finds the dossier", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const sent = watchWrites(desk);
      const { number } = await fillSample(form);
      const dossiers = `${stage.demo.addresses.gateway}/dossiers`;
      let accepted = 0;
      await form.page.route(dossiers, async (route) => {
        if (route.request().method() !== "POST" || accepted > 0) return route.continue();
        accepted = (await route.fetch()).status();
        await stage.demo.crashGateway();
        await route.abort("connectionreset");
      });
      await form.submit();
      await sentDossier(form.page);
      await form.page.unroute(dossiers);
      assert.equal(accepted, 201);
      const keys = posts(desk, sent);
      assert.ok(keys.length >= 2 && new Set(keys).size === 1 && keys[0] !== "", keys.join(", "));
      await onlyOne(number);
    });

    it("given a gateway that is dead when the voucher arrives, when it is back, then the person was told and the voucher goes by itself", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const { number } = await fillSample(form);
      const dossiers = `${stage.demo.addresses.gateway}/dossiers`;
      let dead = true;
      await form.page.route(dossiers, (route) =>
        dead && route.request().method() === "POST" ? route.abort("connectionrefused") : route.continue(),
      );
      await form.submit();
      await noticeOf(form, "Chưa gửi").waitFor();
      await stage.demo.crashGateway();
      dead = false;
      await sentDossier(form.page);
      await form.page.unroute(dossiers);
      await onlyOne(number);
    });

    it("given no network from the first file to the submit, when the page is closed and opened again online, then it was kept, says so, and goes once", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const voucher = await fillSample(form, { withoutPapers: true });
      await form.slot("estimate").scrollIntoViewIfNeeded();
      await form.slot("estimate").locator('input[type="file"]').waitFor({ state: "attached" });
      await desk.context.setOffline(true);
      try {
        await form.attach(
          "estimate",
          (voucher.papers["estimate"] ?? []).map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })),
        );
        await form.slot("estimate").getByText("Đang giữ trên máy này; sẽ tải lên khi có kết nối mạng.").waitFor();
        await form.submit();
        await noticeOf(form, /Hiện không có kết nối mạng. Hồ sơ được giữ trên máy này và sẽ tự gửi, đúng một lần/).waitFor();
        await form.settled();
        await assert.rejects(form.page.reload(), /ERR_INTERNET_DISCONNECTED/);
        assert.equal(await withNumber(voucher.number), 0);
      } finally {
        await desk.context.setOffline(false);
      }
      await desk.page.goto(`${stage.demo.addresses.portal}/new.html`);
      const again = await formOn(desk.page);
      await onlyOne(voucher.number);
      await noticeOf(again, /Đã lập hồ sơ/).waitFor();
      assert.equal(await again.field("soChungTu").locator("input").inputValue(), "", "the form is empty for the next voucher");
      const { api } = await stage.person(subjects.schoolPreparer);
      const summary = (await api.dossiers()).find((dossier) => dossier.number === voucher.number);
      assert.equal((await api.dossier(summary?.id ?? "")).attachments.length, 1);
    });
  });
}
