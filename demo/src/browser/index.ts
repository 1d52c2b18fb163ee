import { join } from "node:path";
import type { Demo } from "../start.ts";
import { DemoStop } from "../stop.ts";
import { launch } from "./launch.ts";

/** Throws where no window can be opened: asked before anything is started. */
export function needDisplay(): void {
  if (!process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"] && process.platform === "linux") {
    throw new DemoStop("There is no display here for a browser window. `npm run demo -- --walkthrough` needs none.");
  }
}

/** Opens a visible Chromium on the portal, with everything that signing needs. Closing its window stops the demo. */
export async function openBrowser(demo: Demo, stopping: AbortController): Promise<void> {
  const context = await launch(demo, { profile: join(demo.data, "browser"), headless: false });
  context.on("close", () => stopping.abort());
  stopping.signal.addEventListener("abort", () => void context.close().catch(() => {}));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(demo.addresses.portal);
}
