import type { Desk } from "./desk.ts";
import { signInTrustedWindow } from "./trusted-window.ts";

/** Opens the dossier's page and waits until it is drawn. */
export async function openDossier({ demo, page }: Desk, id: string): Promise<void> {
  await page.goto(`${demo.addresses.portal}/dossier.html?id=${encodeURIComponent(id)}`);
  await page.locator("fisc-approval-panel fisc-dossier-view").waitFor();
}

export interface ActionInput {
  readonly reason?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** What is to be put right in the form as a whole. */
  readonly fix?: string;
}

/** Does an action that needs no signature, with what it asks for. */
export async function act(desk: Desk, action: string, input: ActionInput = {}): Promise<void> {
  const panel = desk.page.locator("fisc-approval-panel");
  await panel.locator(`button[data-action="${action}"]`).click();
  if (input.reason !== undefined || input.choices || input.fix !== undefined) {
    const form = panel.locator("fisc-reason-form");
    for (const [name, value] of Object.entries(input.choices ?? {})) await form.locator(`input[name="${name}"][value="${value}"]`).check();
    if (input.reason !== undefined) await form.locator("#reason").fill(input.reason);
    if (input.fix !== undefined) {
      await form.locator('button[data-add="form"]').click();
      await form.locator('textarea[id^="fix."]').last().fill(input.fix);
    }
    await form.locator("button.primary").click();
  }
  await succeeded(desk);
}

/** Signs in the extension's window with the person's token. `beforePin`: a look at the window before the PIN is typed. */
export async function sign(desk: Desk, action: string, beforePin?: (window: Desk["page"]) => Promise<void>): Promise<void> {
  const pin = desk.person.token?.pin;
  if (pin === undefined) throw new Error(`${desk.person.name} has no token`);
  const button = desk.page.locator(`fisc-approval-panel button[data-action="${action}"]`);
  await button.waitFor();
  const opened = desk.context.waitForEvent("page", { predicate: (page) => page.url().startsWith("chrome-extension://"), timeout: 20_000 });
  await button.click();
  await signInTrustedWindow(await opened, pin, beforePin);
  await succeeded(desk);
}

/** The panel says that the gateway did it; a failure it shows instead becomes the error. */
async function succeeded({ page }: Desk): Promise<void> {
  const result = page.locator("fisc-approval-panel fisc-notice#result");
  await result.waitFor({ timeout: 30_000 });
  if ((await result.getAttribute("kind")) !== "success") throw new Error((await result.innerText()).replace(/\s+/g, " "));
}
