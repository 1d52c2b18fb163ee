import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { act, fillForm, openDossier, sampleForToday, signIn, signInTrustedWindow, type Desk } from "@fisc/demo/walkthrough";
import { profile } from "@fisc/profiles/vn";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Page } from "playwright";
import { watchPages, type PageWatch } from "./page-watch.ts";
import { lookAt, type Language } from "./screen.ts";
import { openStage } from "./stage.ts";
import { bring, createDossier } from "./way.ts";

const stage = openStage();

/** Everybody sits down at one computer in turn, as in a small unit: one browser is enough. */
let seat: Desk;
let watch: PageWatch;

const takeSeat = async (subject: string): Promise<Desk> => {
  const person = stage.demo.people.find((candidate) => candidate.subject === subject);
  assert.ok(person, `${subject} is in the register`);
  const desk = { ...seat, person };
  await signIn(desk);
  return desk;
};

const portalSpeaks =
  (page: Page) =>
  async (language: Language): Promise<void> => {
    await page.locator(`button[data-locale="${language}"]`).click();
    await page
      .locator(`fisc-sign-in-state`)
      .getByText(language === "vi" ? /Đăng (nhập|xuất)/ : /Sign (in|out)/)
      .first()
      .waitFor();
  };

const serviceSpeaks =
  (page: Page) =>
  async (language: Language): Promise<void> => {
    const address = new URL(page.url());
    address.searchParams.set("lang", language);
    await page.goto(address.href);
  };

const windowSize = { width: 640, height: 800 };

describe("every screen of the job, for everybody (WCAG 2.2 A and AA, both languages, light and dark, 320 px)", () => {
  it("given nobody is signed in, then the first page can be read", async () => {
    seat = await stage.desk(subjects.centrePreparer);
    watch = watchPages(seat.context, stage.demo);
    await seat.page.locator("fisc-sign-in-state").getByRole("button").click();
    await seat.page.locator("fisc-sign-in-state a.button").waitFor();
    await lookAt(seat.page, { speak: portalSpeaks(seat.page) });
  });

  it("given the way to sign in, then the issuer's page can be read", async () => {
    await seat.page.locator("fisc-sign-in-state a.button").click();
    await seat.page.waitForURL(`${stage.demo.addresses.issuer}/**`);
    await lookAt(seat.page, { speak: serviceSpeaks(seat.page) });
  });

  it("given a unit without a dossier, then its empty list can be read", async () => {
    const { page } = await takeSeat(subjects.centrePreparer);
    await lookAt(page, { speak: portalSpeaks(page) });
  });

  it("given the page on how to prepare a computer, then it can be read", async () => {
    await seat.page.goto(`${stage.demo.addresses.portal}/signing.html`);
    await lookAt(seat.page, { speak: portalSpeaks(seat.page) });
  });

  it("given a new voucher, then the form can be read empty, with its faults, and filled in", async () => {
    const { page } = await takeSeat(subjects.schoolPreparer);
    await page.goto(`${stage.demo.addresses.portal}/new.html`);
    await page.locator("fisc-dossier-form fisc-line-table").waitFor();
    await lookAt(page, { speak: portalSpeaks(page) });
    await page.locator('fisc-dossier-form button[type="submit"]').click();
    await page.locator("fisc-error-summary a").first().waitFor();
    await lookAt(page, { speak: portalSpeaks(page) });
    const { data, papers } = await sampleForToday("D-1");
    const procedure = profile.procedures.find(({ id }) => id === "vn.payment.regular");
    assert.ok(procedure);
    await fillForm(page, { procedure, labels: profile.labels["vi"] ?? {}, data, papers });
    await lookAt(page, { speak: portalSpeaks(page) });
  });

  it("given a dossier that awaits signatures, then preparer and signers can read it, and the window in which they sign", async () => {
    const dossier = await createDossier(stage);
    const preparer = await takeSeat(subjects.schoolPreparer);
    await openDossier(preparer, dossier.id);
    await lookAt(preparer.page, { speak: portalSpeaks(preparer.page) });
    const chief = await takeSeat(subjects.schoolChiefAccountant);
    await openDossier(chief, dossier.id);
    await lookAt(chief.page, { speak: portalSpeaks(chief.page) });
    await signWithLooks(chief, "signChiefAccountant", "vi");
    await lookAt(chief.page, { speak: portalSpeaks(chief.page) });
    const holder = await takeSeat(subjects.schoolAccountHolder);
    await openDossier(holder, dossier.id);
    await lookAt(holder.page, { speak: portalSpeaks(holder.page) });
    await signWithLooks(holder, "signAccountHolder", "en");
  });

  it("given a dossier at the treasury, then teller, head and director can read it, choose, and say why they refuse", async () => {
    const refused = await createDossier(stage);
    await bring(stage, refused, "submitted");
    const teller = await takeSeat(subjects.teller);
    await teller.page.locator("fisc-dossier-list table, fisc-dossier-list li").first().waitFor();
    await lookAt(teller.page, { speak: portalSpeaks(teller.page) });
    await openDossier(teller, refused.id);
    await lookAt(teller.page, { speak: portalSpeaks(teller.page) });
    const panel = teller.page.locator("fisc-approval-panel");
    await panel.locator('button[data-action="refuseIntake"]').click();
    await panel.locator('button[data-add="form"]').click();
    await panel.locator("fisc-reason-form button.primary").click();
    await panel.locator("fisc-reason-form .fault").first().waitFor();
    await lookAt(teller.page, { speak: portalSpeaks(teller.page) });
    await openDossier(teller, refused.id);
    await act(teller, "refuseIntake", { reason: "Thiếu quyết định giao dự toán năm nay", fix: "Đính kèm quyết định giao dự toán" });
    await lookAt(teller.page, { speak: portalSpeaks(teller.page) });

    const dossier = await createDossier(stage);
    await bring(stage, dossier, "received");
    await openDossier(teller, dossier.id);
    await panel.locator('button[data-action="submitForApproval"]').click();
    await panel.locator("fisc-reason-form").waitFor();
    await lookAt(teller.page, { speak: portalSpeaks(teller.page) });
    await act(await reopened(teller, dossier.id), "submitForApproval", { choices: { module: "GL" } });
    const head = await takeSeat(subjects.head);
    await openDossier(head, dossier.id);
    await lookAt(head.page, { speak: portalSpeaks(head.page) });
    await bring(stage, dossier, "director_pending");
    const director = await takeSeat(subjects.director);
    await openDossier(director, dossier.id);
    await lookAt(director.page, { speak: portalSpeaks(director.page) });

    const preparer = await takeSeat(subjects.schoolPreparer);
    await openDossier(preparer, refused.id);
    await lookAt(preparer.page, { speak: portalSpeaks(preparer.page) });
    await preparer.page.goto(`${stage.demo.addresses.portal}/correct.html?id=${refused.id}`);
    await preparer.page.locator("fisc-dossier-form fisc-line-table").waitFor();
    await lookAt(preparer.page, { speak: portalSpeaks(preparer.page) });
    await bring(stage, dossier, "paid");
    await openDossier(preparer, dossier.id);
    await lookAt(preparer.page, { speak: portalSpeaks(preparer.page) });
    await preparer.page.goto(`${stage.demo.addresses.portal}/index.html`);
    await preparer.page.locator("fisc-dossier-list table, fisc-dossier-list li").first().waitFor();
    await lookAt(preparer.page, { speak: portalSpeaks(preparer.page) });
  });

  it("given an address that names no dossier, then the page says so", async () => {
    await seat.page.goto(`${stage.demo.addresses.portal}/dossier.html`);
    await lookAt(seat.page, { speak: portalSpeaks(seat.page) });
  });

  it("given the parts around the portal, then the extension's options, the inbox, a mail and the ledger's console can be read", async () => {
    const { page } = seat;
    const worker = seat.context.serviceWorkers()[0] ?? (await seat.context.waitForEvent("serviceworker"));
    await page.goto(new URL("options.html", worker.url()).href);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await lookAt(page);
    await page.goto(stage.demo.addresses.inbox);
    await lookAt(page, { speak: serviceSpeaks(page) });
    await page.locator("tbody a").first().click();
    await lookAt(page, { speak: serviceSpeaks(page) });
    await page.goto(stage.demo.addresses.tabmis);
    await lookAt(page, { speak: serviceSpeaks(page) });
  });

  it("when all of that is done, then no page broke its policy, complained, or turned to a place outside", () => {
    assert.deepEqual(stage.demo.portal.reports(), []);
    assert.deepEqual(watch.faults, []);
  });
});

/** A page without the form that was open on it. */
async function reopened(desk: Desk, id: string): Promise<Desk> {
  await openDossier(desk, id);
  return desk;
}

/** Signs, and looks at each face of the trusted window: the request for trust, the document, a PIN that was wrong. */
async function signWithLooks(desk: Desk, action: string, language: Language): Promise<void> {
  await portalSpeaks(desk.page)(language);
  const opening = desk.context.waitForEvent("page", { predicate: (page) => page.url().startsWith("chrome-extension://") });
  await desk.page.locator(`fisc-approval-panel button[data-action="${action}"]`).click();
  const window = await opening;
  await window.locator("#allow, #pin").first().waitFor();
  if (await window.locator("#allow").isVisible()) await lookAt(window, { size: windowSize });
  await signInTrustedWindow(window, desk.person.token?.pin ?? "", async () => {
    await lookAt(window, { size: windowSize });
    await window.locator("#pin").fill("000000");
    await window.locator("#sign").click();
    await window.locator("#pin-error").waitFor();
    await lookAt(window, { size: windowSize });
    await window.locator("#sign:not([disabled], [aria-disabled=true])").waitFor();
  });
  await desk.page.locator('fisc-approval-panel fisc-notice#result[kind="success"]').waitFor();
  await portalSpeaks(desk.page)("vi");
}
