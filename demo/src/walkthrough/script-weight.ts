import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright";

/** Bytes of script, each file compressed by gzip, that a page loaded until `ready`: what a slow line has to carry before the first input. */
export async function scriptWeight(page: Page, address: string, ready: () => Promise<unknown>): Promise<number> {
  const scripts = new Map<string, Promise<Buffer>>();
  const listen = (response: Response): void => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  };
  page.on("response", listen);
  await page.goto(address);
  await ready();
  page.off("response", listen);
  const bodies = await Promise.all(scripts.values());
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
