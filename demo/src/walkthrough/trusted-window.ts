import type { Page } from "playwright";

/**
 * Does what a signer does in the extension's window: allows the portal at its first request, reads, types the PIN, signs.
 * Resolves once the window says that it signed; rejects with what it says where it does not.
 */
export async function signInTrustedWindow(window: Page, pin: string, beforePin?: (window: Page) => Promise<void>): Promise<void> {
  const allow = window.locator("#allow");
  await window.locator("#allow, #pin").first().waitFor({ timeout: 20_000 });
  if (await allow.isVisible()) await allow.click();
  await window.locator("#pin").waitFor({ timeout: 20_000 });
  await beforePin?.(window);
  await window.locator("#pin").fill(pin);
  await window.locator("#sign").click();
  const said = window.locator('main > p.notice[role="status"], [role="alert"]').first();
  try {
    await said.waitFor({ timeout: 30_000 });
    if ((await said.getAttribute("role")) === "status") return;
    throw new Error(`the trusted window says: ${(await said.innerText()).trim()}`);
  } catch (error) {
    if (!window.isClosed()) throw error; // a window that signed closes by itself, perhaps before we look
  }
}
