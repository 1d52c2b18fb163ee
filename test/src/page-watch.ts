import type { BrowserContext, Page } from "playwright";
import type { Demo } from "@fisc/demo/start";

/** Notes what no page may do: complain in the console, break, or turn to a place outside the demo. */
export interface PageWatch {
  /** What was noted so far. Empty is right. */
  readonly faults: readonly string[];
}

/** Watches every page of the browser, those that are opened later too. */
export function watchPages(context: BrowserContext, demo: Demo): PageWatch {
  const faults: string[] = [];
  const { portal, gateway, issuer, inbox, tabmis } = demo.addresses;
  const own = [portal, gateway, issuer, inbox, tabmis];
  const local = ["chrome-extension:", "blob:", "data:", "about:"];
  const watch = (page: Page): void => {
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(`${page.url()} console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`${page.url()} error: ${error.message}`));
  };
  context.pages().forEach(watch);
  context.on("page", watch);
  context.on("request", (request) => {
    const address = new URL(request.url());
    if (!own.includes(address.origin) && !local.includes(address.protocol))
      faults.push(`a request went to ${address.origin}${address.pathname}`);
  });
  return { faults };
}
