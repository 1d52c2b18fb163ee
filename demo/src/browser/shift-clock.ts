import type { BrowserContext, Worker } from "playwright";

/**
 * Sets the clock of a browser to the moment at which the demo plays: of every page, also the extension's window, and of the extension's
 * background. It runs on from there. A signature's time is the signer's computer's: it has to be of the gateway's day.
 */
export async function shiftClock(context: BrowserContext, now: Date): Promise<void> {
  const ahead = now.getTime() - Date.now();
  if (Math.abs(ahead) < 1_000) return;
  await context.addInitScript(shift, ahead);
  // A worker that ended meanwhile needs none.
  const shiftWorker = (worker: Worker): Promise<void> => worker.evaluate(shift, ahead).catch(() => undefined);
  context.on("serviceworker", (worker) => void shiftWorker(worker));
  await Promise.all(context.serviceWorkers().map(shiftWorker));
}

/** Runs in the browser. */
function shift(ahead: number): void {
  const real = Date;
  const shifted = (): number => real.now() + ahead;
  globalThis.Date = new Proxy(real, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [shifted()] : given, asked) as object,
    get: (target, name) => (name === "now" ? shifted : (Reflect.get(target, name) as unknown)),
  });
}
