import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { profile } from "@fisc/profiles/vn";
import { subjects } from "@fisc/profiles/vn/samples";
import type { DossierEvent } from "@fisc/core";
import type { Page } from "playwright";
import type { Demo } from "../start.ts";
import { act, openDossier, sign } from "./approve.ts";
import { checkContainer } from "./container.ts";
import { browsersOf, openPerson, signIn, type Desk } from "./desk.ts";
import { fillForm } from "./fill.ts";
import { createRecorder, type Recorder, type RecorderOptions } from "./recorder.ts";
import { sampleForToday } from "./sample.ts";

export { act, openDossier, sign } from "./approve.ts";
export { checkContainer } from "./container.ts";
export { openPerson, personWith, signIn, type Desk } from "./desk.ts";
export { fillForm } from "./fill.ts";
export { paper } from "./papers.ts";
export { civilToday, sampleForToday } from "./sample.ts";
export { signInTrustedWindow } from "./trusted-window.ts";

/** The whole job: an empty form in a portal page becomes "KBNN đã thanh toán". Throws at the first step that does not hold. */
export async function runWalkthrough(demo: Demo, options: RecorderOptions): Promise<void> {
  const out = resolve(options.out);
  const recorder = await createRecorder({ ...options, out });
  await rm(browsersOf(demo), { recursive: true, force: true }); // everyone begins with an empty browser
  const desks: Desk[] = [];
  const started = performance.now();
  const mailsBefore = demo.mail.messages().length;
  /** Opens a desk and signs in; what is not waited for at once runs beside the step before. */
  const desk = async (subject: string, path = "/index.html"): Promise<Desk> => {
    const person = demo.people.find((candidate) => candidate.subject === subject);
    if (!person) throw new Error(`${subject} is not in the registry`);
    const opened = await openPerson(demo, person);
    desks.push(opened);
    await signIn(opened, path);
    return opened;
  };
  const soon = (subject: string): Promise<Desk> => {
    const opening = desk(subject);
    opening.catch(() => {}); // told by the step that waits for it
    return opening;
  };
  try {
    const preparer = await recorder.step("Preparer signs in and opens an empty form", () => desk(subjects.schoolPreparer, "/new.html"));
    const chiefAccountant = soon(subjects.schoolChiefAccountant);
    const id = await submitVoucher(recorder, preparer);
    const observer = preparer.page;
    await recorder.step("The timeline stays open in the preparer's browser", () => openDossier(preparer, id));

    const accountHolder = soon(subjects.schoolAccountHolder);
    await signingStep(recorder, await chiefAccountant, id, "signChiefAccountant", "Chief accountant signs", observer, "awaiting_ah_sign");
    const tellerSoon = soon(subjects.teller);
    await signingStep(recorder, await accountHolder, id, "signAccountHolder", "Account holder signs and sends", observer, "submitted");

    const headSoon = soon(subjects.head);
    const teller = await tellerSoon;
    await recorder.step("Teller accepts the dossier", async () => {
      await openDossier(teller, id);
      await act(teller, "acceptIntake");
      await seen(observer, "received");
      await recorder.picture(teller.page, "teller-accepted");
    });
    await recorder.step("Teller submits it for approval (GL)", async () => {
      await act(teller, "submitForApproval", { choices: { module: "GL" } });
      await seen(observer, "processing");
    });

    const director = soon(subjects.director);
    const head = await headSoon;
    await signingStep(recorder, head, id, "approveHead", "Head of department signs", observer);
    await signingStep(recorder, await director, id, "approveDirector", "Director signs", observer);
    await recorder.step("TABMIS posts, the teller applies the payment", async () => {
      await teller.page.locator('fisc-approval-panel button[data-action="applyPayment"]').waitFor();
      await act(teller, "applyPayment");
    });
    await recorder.step("TABMIS pays, the head signs the debit advice", async () => {
      await head.page.locator('fisc-approval-panel button[data-action="signAdvice"]').waitFor();
      await sign(head, "signAdvice", (window) => recorder.picture(window, "debit-advice-trusted-window"));
    });
    await recorder.step("The preparer's open page says: KBNN đã thanh toán", async () => {
      await seen(observer, "paid");
      await recorder.picture(observer, "paid");
    });
    await collectEvidence(demo, recorder, preparer, id, mailsBefore);
    options.onStep?.(`Paid. Pictures, container and event log: ${out}`, performance.now() - started);
  } finally {
    await Promise.all(desks.map((opened) => opened.close().catch(() => {})));
  }
}

async function submitVoucher(recorder: Recorder, desk: Desk): Promise<string> {
  const procedure = profile.procedures.find((candidate) => candidate.id === "vn.payment.regular");
  const labels = profile.labels["vi"];
  if (!procedure || !labels) throw new Error("the profile has no vn.payment.regular in Vietnamese");
  const { data, papers } = await sampleForToday("D-1");
  await recorder.step("Preparer fills in the voucher and attaches the files", async () => {
    await desk.page.locator("fisc-dossier-form fisc-line-table").waitFor();
    await recorder.picture(desk.page, "empty-form");
    await fillForm(desk.page, { procedure, labels, data, papers });
    await recorder.picture(desk.page, "filled-form");
  });
  return recorder.step("Preparer submits", async () => {
    await desk.page.locator('fisc-dossier-form button[type="submit"]').click();
    await desk.page.waitForURL("**/dossier.html?id=*", { timeout: 20_000 });
    const id = new URL(desk.page.url()).searchParams.get("id");
    if (!id) throw new Error("the portal did not name the dossier");
    return id;
  });
}

async function signingStep(
  recorder: Recorder,
  desk: Desk,
  id: string,
  action: string,
  name: string,
  observer: Page,
  state?: string,
): Promise<void> {
  await recorder.step(name, async () => {
    await openDossier(desk, id);
    await desk.page.locator(`fisc-approval-panel button[data-action="${action}"]`).waitFor();
    await recorder.picture(desk.page, `${action}-panel`);
    await sign(desk, action, (window) => recorder.picture(window, `${action}-trusted-window`));
    if (state) await seen(observer, state);
  });
}

/** The status is on the page that was open before, without a reload. */
async function seen(page: Page, state: string): Promise<void> {
  const label = profile.labels["vi"]?.[`state.${state}`] ?? state;
  await page.locator("fisc-status-timeline").getByText(label, { exact: true }).first().waitFor({ timeout: 10_000 });
}

async function collectEvidence(demo: Demo, recorder: Recorder, desk: Desk, id: string, mailsBefore: number): Promise<void> {
  await recorder.step("The unit has its mails", async () => {
    const subjectsSeen = async (): Promise<readonly string[]> =>
      demo.mail
        .messages()
        .slice(0, demo.mail.messages().length - mailsBefore)
        .map((mail) => mail.subject);
    const wanted = ["intakeAccepted", "paid"].map((template) =>
      (profile.labels["vi"]?.[`mail.${template}.subject`] ?? "").replace(/\s*\{.*$/, ""),
    );
    for (let attempt = 0; ; attempt += 1) {
      const subjects = await subjectsSeen();
      const missing = wanted.filter((start) => !subjects.some((subject) => subject.startsWith(start)));
      if (missing.length === 0) break;
      if (attempt > 100) throw new Error(`no mail "${missing.join('", "')}" among ${JSON.stringify(subjects)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await desk.page.goto(demo.addresses.inbox);
    await recorder.picture(desk.page, "inbox");
  });
  await recorder.step("Container exported; OpenSSL verifies every signature in it", async () => {
    await openDossier(desk, id);
    const download = desk.page.waitForEvent("download");
    await desk.page.locator("fisc-approval-panel a[download]").click();
    const container = await readFile(await (await download).path());
    await recorder.keep("dossier.asice", container);
    const { entries, signers } = await checkContainer(container, demo.trustFile);
    await recorder.keep("container.json", JSON.stringify({ entries, signers }, null, 2));
    if (signers.length !== 5) throw new Error(`five signatures were made, the container holds ${signers.length}`);
  });
  await recorder.step("Event log kept; no page broke its content security policy", async () => {
    const answer = await desk.context.request.get(`${demo.addresses.gateway}/dossiers/${id}/events`);
    const events = (await answer.json()) as readonly DossierEvent[];
    await recorder.keep("events.json", JSON.stringify(events, null, 2));
    if (events.length < 10) throw new Error(`the log has only ${events.length} events`);
    const reports = demo.portal.reports();
    if (reports.length > 0) throw new Error(`browsers reported against the policy: ${JSON.stringify(reports[0])}`);
  });
}
