import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dueOn } from "@fisc/core/calendar";
import { sign, signIn } from "@fisc/demo/walkthrough";
import { profile } from "@fisc/profiles/vn";
import { subjects } from "@fisc/profiles/vn/samples";
import { dossierPage } from "../dossier-page.ts";
import { label, type Stage } from "../stage.ts";
import { fillSample, openForm, sentDossier } from "../voucher-form.ts";
import { bring, createDossier } from "../way.ts";

const [earlier, later] = profile.regimes.map(({ id }) => id);
/** Contract of the voucher: what the rules of 2026 have on the form in place of its file. */
const figures = ["hopDong.giaTri", "hopDong.luyKeTruoc"];

/** Rules of 2020 and of 2026 at the desk. The stage stands in the earlier ones; `before` and `after` are days on both sides of the change. */
export function regimeStories(stage: Stage, { before, after }: { readonly before: Date; readonly after: Date }): void {
  describe("rules of their time", () => {
    it("given a day of the rules of 2020, when a voucher is made, then the form asks for their papers and fields, and signed it is paid within their term", async () => {
      const form = await openForm(await stage.desk(subjects.schoolPreparer));
      const { number } = await fillSample(form, { sample: "D-1/2020", now: stage.demo.now() });
      for (const path of figures) assert.equal(await form.field(path).count(), 0, path);
      assert.equal(await form.slot("estimate").count(), 0);
      for (const slot of ["contract", "acceptance"]) assert.equal(await form.slot(slot).locator(".file.ready").count(), 1, slot);
      await form.submit();
      const id = await sentDossier(form.page);
      const accountant = await dossierPage(await stage.desk(subjects.schoolChiefAccountant), id);
      await sign(accountant.desk, "signChiefAccountant");
      const { api } = await stage.person(subjects.schoolPreparer);
      const dossier = await api.dossier(id);
      await bring(stage, dossier, "paid");
      const paid = await api.dossier(id);
      assert.deepEqual([paid.data["soChungTu"], paid.regime, paid.signatures.length], [number, earlier, 5]);
      const received = "2025-12-30";
      assert.deepEqual(paid.deadlines, [{ key: "tx", receivedOn: received, dueOn: dueOn(profile.calendar, received, 2), met: true }]);
      await dossierPage(await stage.desk(subjects.schoolPreparer), id);
      await form.page.locator("fisc-status-timeline").getByText(label("state.paid"), { exact: true }).first().waitFor();
    });

    it("given a voucher typed and one half signed in the old year, when they are to be sent in the new one, then both are told of the new rules and what these ask for, nothing is lost, and completed the voucher goes by them", async () => {
      await stage.moveTo(before);
      const half = await createDossier(stage, "D-1/2020");
      await bring(stage, half, "awaiting_ah_sign");
      await stage.leave(subjects.schoolPreparer);
      const desk = await stage.desk(subjects.schoolPreparer);
      const form = await openForm(desk);
      const { number } = await fillSample(form, { sample: "D-1/2020", now: stage.demo.now() });
      await stage.moveTo(after);
      const tab = await desk.context.newPage();
      await signIn({ ...desk, page: tab });
      await tab.close();

      await form.submit();
      const rules = label(`regime.${later}`);
      await form.element.locator(".notice.warning").filter({ hasText: rules }).waitFor();
      assert.equal((await form.summary()).length, 2);
      assert.equal(await form.field("soChungTu").locator("input").inputValue(), number);
      await form.type("hopDong.giaTri", "18540000");
      await form.type("hopDong.luyKeTruoc", "0");
      await form.submit();
      const { api } = await stage.person(subjects.schoolPreparer);
      assert.equal((await api.dossier(await sentDossier(form.page))).regime, later);

      const holder = await dossierPage(await stage.desk(subjects.schoolAccountHolder), half.id);
      await holder.action("signAccountHolder").click();
      await holder.result.filter({ hasText: rules }).waitFor();
      for (const path of figures) await holder.result.getByText(label(`field.${path}`), { exact: true }).waitFor();
      const kept = await api.dossier(half.id);
      assert.deepEqual([kept.state, kept.regime, kept.signatures.length, kept.attachments.length], ["awaiting_ah_sign", earlier, 1, 2]);
    });
  });
}
