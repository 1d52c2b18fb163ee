import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { act, openDossier, sign, type Desk } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import { dossierPage } from "../dossier-page.ts";
import { label, until, type Stage } from "../stage.ts";
import { bring, createDossier, settled } from "../way.ts";

/** Sample D-2, a repair that its estimate does not cover: the whole path that it was made for, at the desks of the people it goes through. */
export function repairStories(stage: Stage): void {
  describe("a repair with tax withheld", () => {
    it("given sample D-2, when the head refuses, the teller mends it and TABMIS finds the balance short, then the unit has a signed notice that says why, and its mail", async () => {
      const dossier = await createDossier(stage, "D-2");
      const at = async (subject: string): Promise<Desk> => {
        const desk = await stage.desk(subject);
        await openDossier(desk, dossier.id);
        return desk;
      };
      await bring(stage, dossier, "head_pending");
      const wrongWay = "Chi đầu tư phải chuyển qua phân hệ AP, đề nghị trình lại";
      await act(await at(subjects.head), "refuseHead", { reason: wrongWay });

      const teller = await at(subjects.teller);
      await teller.page.locator("fisc-status-timeline").getByText(wrongWay).first().waitFor();
      await act(teller, "submitForApproval", { choices: { module: "AP" } });
      await sign(await at(subjects.head), "approveHead");
      await bring(stage, dossier, "approved_ap", "AP");
      await teller.page.locator('fisc-approval-panel button[data-action="runInterface"]').waitFor();
      await act(teller, "runInterface");
      assert.equal(await settled(stage, dossier.id), "refusal_pending");
      await sign(await at(subjects.head), "signRefusal");

      const unit = await dossierPage(await stage.desk(subjects.centrePreparer), dossier.id);
      await unit.panel.locator(".state .tag").getByText(label("state.payment_refused"), { exact: true }).waitFor();
      const { api } = await stage.person(subjects.centrePreparer);
      const refused = await api.dossier(dossier.id);
      assert.deepEqual(
        refused.documents.map(({ template, signed }) => [template, signed]),
        [["refusalNotice", true]],
      );
      assert.deepEqual(
        refused.signatures.map(({ role }) => role),
        ["unit.chiefAccountant", "unit.accountHolder", "treasury.deptHead", "treasury.director", "treasury.deptHead"],
      );
      const notice = refused.documents[0];
      assert.match(String(notice?.data["chiTiet"]), /327[.\d]*000|số dư|dự toán/u);
      const mail = await until("the mail about the refusal", async () =>
        stage.demo.mail.messages().find(({ subject }) => subject === label("mail.paymentRefused.subject", { code: dossier.code })),
      );
      assert.match(mail.text, /327\.000\.000/u);
      assert.ok(mail.text.includes(`dossier.html?id=${dossier.id}`), mail.text);
      const account = (await stage.demo.tabmis.accounts()).find((row) => row.account === "9527.4.1999902.00000");
      assert.deepEqual([account?.reserved, account?.spent], [0, 0], "nothing is held back or spent");
    });
  });
}
