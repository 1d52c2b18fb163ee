import type { Page } from "playwright";

/**
 * Does what a signer does in the extension's window: allows the portal at its first request, reads, types the PIN, signs.
 * Resolves once the window has closed by itself; rejects with what the window says where it does not sign.
 */
export async function signInTrustedWindow(window: Page, pin: string, beforePin?: (window: Page) => Promise<void>): Promise<void> {
  const closed = window.waitForEvent("close", { timeout: 30_000 });
  closed.catch(() => {}); // awaited below; a failure before that is told by the step that failed
  const allow = window.locator("#allow");
  await window.locator("#allow, #pin").first().waitFor({ timeout: 20_000 });
  if (await allow.isVisible()) await allow.click();
  await window.locator("#pin").waitFor({ timeout: 20_000 });
  await beforePin?.(window);
  await window.locator("#pin").fill(pin);
  await window.locator("#sign").click();
  const refused = window.locator('[role="alert"]').waitFor({ timeout: 30_000 });
  const outcome = await Promise.race([closed.then(() => "signed" as const), refused.then(() => "refused" as const)]).catch(() => (window.isClosed() ? ("signed" as const) : ("silent" as const)));
  if (outcome === "signed") return;
  throw new Error(outcome === "refused" ? `the trusted window says: ${(await window.locator('[role="alert"]').first().innerText()).trim()}` : "the trusted window neither signed nor said why");
}
