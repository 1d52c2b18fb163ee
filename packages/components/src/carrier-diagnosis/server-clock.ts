/** Milliseconds that a server gets to tell its time. */
const PATIENCE = 5_000;

/**
 * Milliseconds by which this computer's clock is ahead of a server's (its `Date` header has whole seconds, the way there and back is halved);
 * undefined where the server does not tell.
 */
export async function aheadOf(address: string): Promise<number | undefined> {
  const begun = Date.now();
  try {
    const { headers } = await fetch(address, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    const told = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(told) ? undefined : (begun + Date.now()) / 2 - (told + 500);
  } catch {
    return undefined;
  }
}
