import { it } from "node:test";
import { fillForm, sampleForToday } from "@fisc/demo/walkthrough";
import { profile } from "@fisc/profiles/vn";
import { subjects } from "@fisc/profiles/vn/samples";
import { typeInBoth } from "../conflict.ts";
import { fillSample, formOn, openForm } from "../voucher-form.ts";
import type { Seat } from "./seat.ts";

/** The form: empty, full, wrong, and with something open over it. */
export function formScreens(seat: Seat): void {
  const { stage } = seat;

  it("given a new voucher, then the form can be read empty, with its faults, and filled in", async () => {
    const { page } = await seat.take(subjects.schoolPreparer);
    await page.goto(`${stage.demo.addresses.portal}/new.html`);
    await page.locator("fisc-dossier-form fisc-line-table").waitFor();
    await seat.look(page);
    await page.locator('fisc-dossier-form button[type="submit"]').click();
    await page.locator("fisc-error-summary a").first().waitFor();
    await seat.look(page);
    const { data, papers } = await sampleForToday("D-1");
    const procedure = profile.procedures.find(({ id }) => id === "vn.payment.regular");
    if (!procedure) throw new Error("the profile lost its procedure");
    await fillForm(page, { procedure, labels: profile.labels["vi"] ?? {}, data, papers });
    await seat.look(page);
  });

  it("given a new voucher in pages, then a step with its faults, the list of parts and the review can be read", async () => {
    const desk = await seat.take(subjects.schoolPreparer);
    const { page } = desk;
    // what an earlier story typed is forgotten: a step without faults would lead on
    await openForm(desk);
    await page.goto(`${stage.demo.addresses.portal}/new.html?layout=steps`);
    await page.locator("fisc-dossier-form fisc-form-steps").waitFor();
    await page.locator('fisc-dossier-form button[type="submit"]').click();
    await page.locator("fisc-error-summary a").first().waitFor();
    await seat.look(page);
    await page.goto(`${stage.demo.addresses.portal}/new.html?layout=steps#vn.payment.regular/review`);
    await page.locator("fisc-review-page").waitFor();
    await seat.look(page);
    await page.goto(`${stage.demo.addresses.portal}/new.html?layout=tasks`);
    await page.locator("fisc-task-list").waitFor();
    await seat.look(page);
  });

  it("given cells that are pasted, a draft that is opened again and a field typed in two tabs, then what is asked can be read", async () => {
    const { context, page, demo } = seat.desk;
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: demo.addresses.portal });
    const form = await openForm(seat.desk);
    await form.type("soChungTu", "RDT-HOP-THOAI");
    await form.cell(0, "noiDung").focus();
    await page.evaluate(() =>
      navigator.clipboard.writeText("Văn phòng phẩm\t6551\t822\t073\t13\t12.300.000\nVật tư khác\t6599\t822\t073\t13\tmười"),
    );
    await page.keyboard.press("ControlOrMeta+V");
    await form.element.locator("dialog.paste").waitFor();
    await seat.lookUnder(page);
    await page.keyboard.press("Escape");
    await form.settled();

    const again = await openForm(seat.desk, { empty: false });
    await again.element.locator(".notice button.plain").click();
    await again.element.locator("dialog.confirm").waitFor();
    await seat.lookUnder(page);
    await page.keyboard.press("Escape");

    const other = await openForm(seat.desk, { page: await context.newPage(), empty: false });
    const asked = await typeInBoth([again, other], "huong.ten", ["Ở thẻ một", "Ở thẻ hai"]);
    await asked.page.bringToFront();
    await seat.lookUnder(asked.page);
    await asked.element.locator("dialog.merge button").click();
    await asked.element.locator("dialog.merge").waitFor({ state: "detached" });
    await other.page.close();
  });

  it("given somebody who is not signed in, then the form and a sign-in that failed can be read", async () => {
    const { page } = seat.desk;
    await page.locator("fisc-sign-in-state").getByRole("button").click();
    await page.locator("fisc-sign-in-state a.button").waitFor();
    await page.goto(`${stage.demo.addresses.portal}/new.html`);
    await page.locator("fisc-dossier-form .notice").waitFor();
    await seat.look(page);
    await page.goto(`${stage.demo.addresses.portal}/index.html#fisc-sign-in=session.not-registered`);
    await page.locator('fisc-sign-in-state [role="alert"]').waitFor();
    await seat.look(page);
  });
}

/** What the network and a session that ran out make of the form. Their failed requests are noted by the browser: after all that must have none. */
export function troubledFormScreens(seat: Seat): void {
  it("given a gateway that does not answer, then the voucher that waits can be read, and what became of it; given a session that ran out, then the form that was kept", async () => {
    const desk = await seat.take(subjects.schoolPreparer);
    const { page } = desk;
    const form = await openForm(desk);
    await fillSample(form);
    await seat.look(page);
    const dossiers = `${desk.demo.addresses.gateway}/dossiers`;
    await page.route(dossiers, (route) => (route.request().method() === "POST" ? route.abort("connectionrefused") : route.continue()));
    await form.submit();
    await form.element.locator("fisc-draft-state[condition=waiting], .notice.warning").first().waitFor();
    await seat.look(page);
    await page.unroute(dossiers);
    await page.reload();
    await formOn(page);
    await form.element.locator(".notice.success").waitFor();
    await seat.look(page);
    await page.locator('button[data-locale="en"]').click();
    await desk.context.clearCookies();
    await page.locator('button[data-locale="vi"]').click();
    await page.locator("fisc-sign-in-state a.button").waitFor();
    await page.locator("fisc-dossier-form .notice.warning button").waitFor();
    await seat.look(page);
  });
}
