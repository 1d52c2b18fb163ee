import type { Desk } from "@fisc/demo/walkthrough";
import { openDossier } from "@fisc/demo/walkthrough";
import type { Locator, Page } from "playwright";

/** The page of one dossier, as somebody has it open. */
export interface DossierPage {
  readonly desk: Desk;
  readonly panel: Locator;
  readonly timeline: Locator;
  action(name: string): Locator;
  /** What the panel says about the last thing tried. */
  readonly result: Locator;
}

/** Opens it and waits until it is drawn. */
export async function dossierPage(desk: Desk, id: string): Promise<DossierPage> {
  await openDossier(desk, id);
  return pageOf(desk);
}

export function pageOf(desk: Desk): DossierPage {
  const panel = desk.page.locator("fisc-approval-panel");
  return {
    desk,
    panel,
    timeline: desk.page.locator("fisc-status-timeline"),
    action: (name) => panel.locator(`button[data-action="${name}"]`),
    result: panel.locator("fisc-notice#result"),
  };
}

/** Presses the button of a signature and gives the extension's window, once it asks for the PIN or says why it cannot. Allows the portal at its first request. */
export async function openSigning(dossier: DossierPage, action: string): Promise<Page> {
  const button = dossier.action(action);
  await button.waitFor();
  const opened = dossier.desk.context.waitForEvent("page", {
    predicate: (page) => page.url().startsWith("chrome-extension://"),
    timeout: 30_000,
  });
  await button.click();
  const window = await opened;
  await window.locator("#allow, #cancel").first().waitFor({ timeout: 30_000 });
  if (await window.locator("#allow").isVisible()) await window.locator("#allow").click();
  await window.locator("#cancel").waitFor({ timeout: 30_000 });
  return window;
}

export async function typePin(window: Page, pin: string): Promise<void> {
  await window.locator("#pin").fill(pin);
  await window.locator("#sign").click();
}

/** The window goes while the click is still under way: that it is gone is the answer. */
export async function cancel(window: Page): Promise<void> {
  const closed = window.waitForEvent("close");
  await window
    .locator("#cancel")
    .click()
    .catch((error: unknown) => {
      if (!window.isClosed()) throw error;
    });
  await closed;
}
