import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { subjects } from "@fisc/profiles/vn/samples";
import { dossierPage } from "../dossier-page.ts";
import { label, until, type Stage } from "../stage.ts";
import { bring, createDossier } from "../way.ts";

/** Several people at one dossier, and what their open pages show. */
export function togetherStories(stage: Stage): void {
  describe("several people at once", () => {
    it("given two tellers who decide at the same moment, when one is first, then the other did nothing and reads who was first", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "submitted");
      const [first, second] = [
        await dossierPage(await stage.desk(subjects.teller), dossier.id),
        await dossierPage(await stage.desk(subjects.secondTeller), dossier.id),
      ];
      const actions = `${stage.demo.addresses.gateway}/dossiers/*/actions/*`;
      const { promise: firstIsDone, resolve: done } = Promise.withResolvers<void>();
      await second.desk.page.route(actions, async (route) => {
        await firstIsDone;
        await route.continue();
      });
      await second.action("acceptIntake").click();
      await first.action("acceptIntake").click();
      await first.result.and(first.panel.locator('[kind="success"]')).waitFor();
      done();
      await second.result.getByText("Có người vừa xử lý hồ sơ này trước bạn, nên thao tác của bạn chưa được ghi nhận.").waitFor();
      await second.panel
        .locator(".changes")
        .getByText(/Tiếp nhận hồ sơ · Võ Thị Giao/)
        .waitFor();
      await second.desk.page.unroute(actions);
      const events = await (await stage.person(subjects.teller)).api.events(dossier.id);
      assert.deepEqual(
        events.flatMap((event) => (event.type === "transition" && event.detail.action === "acceptIntake" ? [event.actor.id] : [])),
        [subjects.teller],
      );
    });

    it("given two dossiers that were sent, when the teller chooses them in the list and accepts them together, then both are received, each once, and the way back is the list as it was", async () => {
      const dossiers = [await createDossier(stage), await createDossier(stage)];
      for (const dossier of dossiers) await bring(stage, dossier, "submitted");
      const { page } = await stage.desk(subjects.teller);
      await page.goto(`${stage.demo.addresses.portal}/index.html?mine=1&state=submitted`);
      const list = page.locator("fisc-dossier-list");
      for (const { id } of dossiers) await list.locator(`[data-choose="${id}"]`).check();
      await list.locator("[data-decide]").click();
      const batch = page.locator("fisc-batch-approval");
      await batch.locator("[data-run]").getByText("2 hồ sơ").waitFor();
      for (const { id, code } of dossiers) await batch.locator(`tr[data-dossier="${id}"]`).getByText(code).waitFor();
      await batch.locator("[data-run]").click();
      await batch.locator('#result[kind="success"]').waitFor();
      assert.equal(await batch.locator('[data-outcome="done"]').count(), 2);
      const { api } = await stage.person(subjects.teller);
      for (const { id } of dossiers) {
        const events = await api.events(id);
        assert.equal((await api.dossier(id)).state, "received");
        assert.equal(events.filter((event) => event.type === "transition" && event.detail.action === "acceptIntake").length, 1);
      }
      await batch.locator("[data-close]").click();
      await list.locator("input[type=search]").waitFor();
      assert.equal(await list.locator('[data-filter="state"]').inputValue(), "submitted");
    });

    it("given a user of another unit, when they open the dossier's address, then they read that it is not there for them", async () => {
      const dossier = await createDossier(stage);
      const stranger = await stage.desk(subjects.centrePreparer);
      await stranger.page.goto(`${stage.demo.addresses.portal}/dossier.html?id=${dossier.id}`);
      await stranger.page
        .locator("fisc-approval-panel")
        .getByText("Không tìm thấy hồ sơ, hoặc hồ sơ không thuộc đơn vị của bạn.")
        .waitFor();
      assert.ok(!(await stranger.page.locator("body").innerText()).includes(dossier.code));
      await stranger.page.goto(`${stage.demo.addresses.portal}/index.html`);
      await stranger.page.locator("fisc-dossier-list [role=status], fisc-dossier-list table, fisc-dossier-list p").first().waitFor();
      assert.ok(!(await stranger.page.locator("fisc-dossier-list").innerText()).includes(dossier.code));
    });

    it("given a page that is open in a second browser, when the treasury acts, then the new step is there within a second", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "submitted");
      const watching = await dossierPage(await stage.desk(subjects.schoolPreparer), dossier.id);
      await watching.timeline.getByText(label("state.submitted"), { exact: true }).first().waitFor();
      await (await stage.person(subjects.teller)).act(dossier.id, "acceptIntake");
      await watching.timeline.getByText(label("state.received"), { exact: true }).first().waitFor({ timeout: 1_000 });
      await watching.panel.locator(".state .tag").getByText(label("state.received"), { exact: true }).waitFor();
    });

    it("given a line that is cut and a gateway that is killed meanwhile, when they are back, then the page has caught up with every step", async () => {
      const dossier = await createDossier(stage);
      const watching = await dossierPage(await stage.desk(subjects.schoolPreparer), dossier.id);
      await watching.timeline.getByText(label("state.awaiting_ca_sign"), { exact: true }).first().waitFor();
      await watching.desk.context.setOffline(true);
      await stage.demo.crashGateway();
      await watching.timeline.getByText("Mất kết nối. Đang thử kết nối lại; các bước mới sẽ tự hiện ra.").waitFor();
      await bring(stage, dossier, "head_pending");
      await watching.desk.context.setOffline(false);
      await watching.timeline.locator(".now .state").getByText(label("state.processing"), { exact: true }).waitFor({ timeout: 30_000 });
      const { api } = await stage.person(subjects.schoolPreparer);
      const moves = (await api.events(dossier.id)).filter(({ type }) => type === "transition").length;
      await until("every step", async () => {
        const shown = await watching.timeline.locator("time").count();
        return shown >= moves + 1;
      });
      for (const state of ["awaiting_ca_sign", "awaiting_ah_sign", "submitted", "received"]) {
        assert.equal(await watching.timeline.getByText(label(`state.${state}`), { exact: true }).count(), 1, state);
      }
    });
  });
}
