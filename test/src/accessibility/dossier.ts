import assert from "node:assert/strict";
import { it } from "node:test";
import { act, openDossier, signInTrustedWindow, type Desk } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Language } from "../screen.ts";
import { bring, createDossier } from "../way.ts";
import type { Seat } from "./seat.ts";

/** A dossier on the way from its preparer to the payment, as each person on that way sees it. */
export function dossierScreens(seat: Seat): void {
  const { stage } = seat;
  const listIsDrawn = (page: Desk["page"]): Promise<void> =>
    page.locator("fisc-dossier-list table, fisc-dossier-list li").first().waitFor();

  it("given a dossier that awaits signatures, then preparer and signers can read it, and the window in which they sign", async () => {
    const dossier = await createDossier(stage);
    const preparer = await seat.take(subjects.schoolPreparer);
    await openDossier(preparer, dossier.id);
    await seat.look(preparer.page);
    const chief = await seat.take(subjects.schoolChiefAccountant);
    await openDossier(chief, dossier.id);
    await seat.look(chief.page);
    await signWithLooks(seat, chief, "signChiefAccountant", "vi");
    await seat.look(chief.page);
    const holder = await seat.take(subjects.schoolAccountHolder);
    await openDossier(holder, dossier.id);
    await seat.look(holder.page);
    await signWithLooks(seat, holder, "signAccountHolder", "en");
  });

  it("given a dossier at the treasury, then teller, head and director can read it, choose, and say why they refuse", async () => {
    const refused = await createDossier(stage);
    await bring(stage, refused, "submitted");
    const teller = await seat.take(subjects.teller);
    await listIsDrawn(teller.page);
    await seat.look(teller.page);
    await openDossier(teller, refused.id);
    await teller.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await teller.page.locator("fisc-approval-panel .bar").waitFor();
    await seat.look(teller.page);
    const panel = teller.page.locator("fisc-approval-panel");
    await panel.locator('button[data-action="refuseIntake"]').click();
    await panel.locator('button[data-add="form"]').click();
    await panel.locator("fisc-reason-form button.primary").click();
    await panel.locator("fisc-reason-form .fault").first().waitFor();
    await seat.look(teller.page);
    await openDossier(teller, refused.id);
    await act(teller, "refuseIntake", { reason: "Thiếu quyết định giao dự toán năm nay", fix: "Đính kèm quyết định giao dự toán" });
    await seat.look(teller.page);

    const dossier = await createDossier(stage);
    await bring(stage, dossier, "received");
    await openDossier(teller, dossier.id);
    await panel.locator('button[data-action="submitForApproval"]').click();
    await panel.locator("fisc-reason-form").waitFor();
    await seat.look(teller.page);
    await openDossier(teller, dossier.id);
    await act(teller, "submitForApproval", { choices: { module: "GL" } });
    const head = await seat.take(subjects.head);
    await openDossier(head, dossier.id);
    await seat.look(head.page);
    await bring(stage, dossier, "director_pending");
    const director = await seat.take(subjects.director);
    await openDossier(director, dossier.id);
    await seat.look(director.page);

    const preparer = await seat.take(subjects.schoolPreparer);
    await openDossier(preparer, refused.id);
    await seat.look(preparer.page);
    await preparer.page.goto(`${stage.demo.addresses.portal}/correct.html?id=${refused.id}`);
    await preparer.page.locator("fisc-dossier-form fisc-line-table").waitFor();
    await seat.look(preparer.page);
    await bring(stage, dossier, "paid");
    await openDossier(preparer, dossier.id);
    await seat.look(preparer.page);
    await preparer.page.goto(`${stage.demo.addresses.portal}/index.html`);
    await listIsDrawn(preparer.page);
    await seat.look(preparer.page);
    await preparer.page.locator("fisc-dossier-list input[type=search]").fill("khong co ho so nao nhu the");
    await preparer.page.locator("fisc-dossier-list .empty button").waitFor();
    await seat.look(preparer.page);
  });

  it("given documents that the treasury issues, then the windows in which the head signs a refusal and an advice can be read, and the permission that comes before", async () => {
    const refused = await createDossier(stage);
    await bring(stage, refused, "received");
    await (await stage.person(subjects.teller)).act(refused.id, "refusePayment", { reason: "Khoản chi không có trong dự toán được giao" });
    const head = await seat.take(subjects.head);
    await openDossier(head, refused.id);
    await signWithLooks(seat, head, "signRefusal", "en", { unknown: true });
    const paid = await createDossier(stage);
    await bring(stage, paid, "advice_pending");
    await openDossier(head, paid.id);
    await signWithLooks(seat, head, "signAdvice", "vi", { unknown: true });
  });

  it("given no key service, or a certificate that is not on record, then the window that says so can be read, and the page after it", async () => {
    const dossier = await createDossier(stage);
    const chief = await seat.take(subjects.schoolChiefAccountant);
    const lookAtRefusal = async (language: Language): Promise<void> => {
      await openDossier(chief, dossier.id);
      const window = await seat.openWindow(chief, "signChiefAccountant", { language });
      if (await window.locator("#allow").isVisible()) await window.locator("#allow:enabled").click();
      await window.locator('[role="alert"]').waitFor();
      assert.equal(await window.locator("#pin").count(), 0);
      await seat.lookAtWindow(window);
      const closed = window.waitForEvent("close");
      await window
        .locator("#cancel")
        .press("Enter")
        .catch(() => {}); // it closes under the key
      await closed;
      await chief.page.locator('fisc-approval-panel fisc-notice#result[kind="error"]').waitFor();
    };
    const back = await seat.withoutHost();
    try {
      for (const language of ["vi", "en"] as const) await lookAtRefusal(language);
      await seat.look(chief.page);
    } finally {
      await back();
    }
    await stage.register(subjects.schoolChiefAccountant, (person) => ({
      ...person,
      roles: person.roles.map((role) => ({ ...role, certificates: [] })),
    }));
    try {
      for (const language of ["vi", "en"] as const) await lookAtRefusal(language);
    } finally {
      await stage.registerAll();
    }
  });
}

/** Signs, and looks at each face of the trusted window: the request for trust, the document; where the portal is known already, a PIN that was wrong. */
async function signWithLooks(
  seat: Seat,
  desk: Desk,
  action: string,
  language: Language,
  options: { readonly unknown?: boolean } = {},
): Promise<void> {
  const window = await seat.openWindow(desk, action, { language, ...options });
  await window.locator("#allow, #pin").first().waitFor();
  if (await window.locator("#allow").isVisible()) await seat.lookAtWindow(window);
  await signInTrustedWindow(window, desk.person.token?.pin ?? "", async () => {
    await seat.lookAtWindow(window);
    if (options.unknown) return;
    await window.locator("#pin").fill("000000");
    await window.locator("#sign").click();
    await window.locator("#pin-error").waitFor();
    await seat.lookAtWindow(window);
    await window.locator("#sign:not([disabled], [aria-disabled=true])").waitFor();
  });
  await desk.page.locator('fisc-approval-panel fisc-notice#result[kind="success"]').waitFor();
}
