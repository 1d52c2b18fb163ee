import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { JsonObject } from "@fisc/core";
import { subjects } from "@fisc/profiles/vn/samples";
import { until, type Stage } from "../stage.ts";
import { bring, createDossier, settled } from "../way.ts";

/** What TABMIS answers, and what becomes of the dossier (QĐ 3519/QĐ-KBNN, Điều 7, online). */
export function ledgerStories(stage: Stage): void {
  const answers = async (id: string): Promise<readonly string[]> => {
    const teller = await stage.person(subjects.teller);
    return (await teller.api.events(id)).flatMap((event) =>
      event.type === "ledger.answered" ? [`${event.detail.operation} ${event.detail.outcome}`] : [],
    );
  };
  const mailsAbout = (code: string): readonly string[] =>
    stage.demo.mail.messages().flatMap((mail) => (`${mail.subject} ${mail.text}`.includes(code) ? [mail.subject] : []));

  describe("when the ledger does not do what it should", () => {
    it("given a chapter that the account does not have, when it is posted, then it is the unit's fault and the payment is refused", async () => {
      const dossier = await createDossier(stage, "D-1", (data) => ({
        ...data,
        dong: (data["dong"] as readonly JsonObject[]).map((line) => ({ ...line, maChuong: "823" })),
      }));
      await bring(stage, dossier, "refusal_pending");
      assert.deepEqual(await answers(dossier.id), ["post failed.unitData"]);
    });

    it("given the treasury's own typing fault, when it is posted, then the teller hands it in again, head and director sign again, and it is paid", async () => {
      await stage.demo.tabmis.arrange("typing");
      const dossier = await createDossier(stage);
      const passed = await bring(stage, dossier, "paid");
      assert.equal(passed.filter((state) => state === "returned_to_teller").length, 1);
      assert.equal(passed.filter((state) => state === "director_pending").length, 2);
      assert.deepEqual(await answers(dossier.id), ["post failed.treasuryTyping", "post posted", "pay paid"]);
    });

    it("given a technical hang, when support releases it with a reason, then it goes on and the money is reserved once", async () => {
      await stage.demo.tabmis.arrange("hang");
      const before = (await stage.demo.tabmis.accounts()).find((row) => row.account === "9523.4.1999901.00000");
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "support_needed");
      const teller = await stage.person(subjects.teller);
      await assert.rejects(teller.act(dossier.id, "releaseBySupport"), { code: "workflow.reason-required" });
      await teller.act(dossier.id, "releaseBySupport", { reason: "Nhóm hỗ trợ đã gỡ yêu cầu bị treo" });
      assert.equal(await settled(stage, dossier.id), "interface_ok");
      const now = (await stage.demo.tabmis.accounts()).find((row) => row.account === "9523.4.1999901.00000");
      assert.equal((now?.reserved ?? 0) - (before?.reserved ?? 0), 18_540_000);
      await bring(stage, dossier, "paid");
    });

    it("given a payment that the bank returns, when the ledger says so, then what was posted is cancelled and the teller has it again", async () => {
      await stage.demo.tabmis.arrange("paymentFails");
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "returned_to_teller");
      assert.deepEqual(await answers(dossier.id), ["post posted", "pay failed.payment", "cancel cancelled"]);
    });

    it("given an answer that is lost on its way, when the gateway asks again, then the ledger has booked once", async () => {
      await stage.demo.tabmis.arrange("drop");
      const before = (await stage.demo.tabmis.accounts()).find((row) => row.account === "9523.4.1999901.00000");
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "paid");
      const now = (await stage.demo.tabmis.accounts()).find((row) => row.account === "9523.4.1999901.00000");
      assert.equal((now?.spent ?? 0) - (before?.spent ?? 0), 18_540_000);
    });
  });

  describe("ways to be paid", () => {
    it("given AP, when the director has signed, then nothing goes by itself: the teller runs the interface", async () => {
      const dossier = await createDossier(stage);
      const passed = await bring(stage, dossier, "interface_ok", "AP");
      assert.ok(passed.includes("approved_ap"));
      assert.deepEqual(await answers(dossier.id), ["post posted"]);
    });

    it("given cash, when the cashier has paid out, then the teller records it and it is paid", async () => {
      const dossier = await createDossier(stage, "D-1/cash");
      const passed = await bring(stage, dossier, "paid");
      assert.ok(passed.includes("cash_pending"));
      await until("the mail about the payment", async () => mailsAbout(dossier.code).some((subject) => /đã thanh toán/i.test(subject)));
    });

    for (const sample of ["D-1", "D-3a", "D-3b"]) {
      it(`given sample ${sample}, when everybody does their part, then it is paid with five signatures`, async () => {
        const dossier = await createDossier(stage, sample);
        await bring(stage, dossier, "paid");
        const paid = await (await stage.person(subjects.teller)).api.dossier(dossier.id);
        assert.equal(paid.signatures.length, 5);
        assert.ok(paid.deadlines.every(({ met }) => met));
      });
    }
  });
}
