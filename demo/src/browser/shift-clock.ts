import type { BrowserContext } from "playwright";

/**
 * Sets the clock of every page of a browser, also of the extension's window, to the moment at which the demo plays; it runs on from there.
 * A signature's time is the signer's computer's: it has to be of the gateway's day. The extension's background keeps the real time.
 */
export async function shiftClock(context: BrowserContext, now: Date): Promise<void> {
  const ahead = now.getTime() - Date.now();
  if (Math.abs(ahead) < 1_000) return;
  await context.addInitScript((milliseconds) => {
    const real = Date;
    const shifted = (): number => real.now() + milliseconds;
    globalThis.Date = new Proxy(real, {
      construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [shifted()] : given, asked) as object,
      get: (target, name) => (name === "now" ? shifted : (Reflect.get(target, name) as unknown)),
    });
  }, ahead);
}
