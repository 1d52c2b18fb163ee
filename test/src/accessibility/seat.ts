import assert from "node:assert/strict";
import { join } from "node:path";
import { readdir, rename } from "node:fs/promises";
import { before } from "node:test";
import { signIn, type Desk } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Page } from "playwright";
import { watchPages, type PageWatch } from "../page-watch.ts";
import { lookAt, type Language, type LookOptions } from "../screen.ts";
import type { Stage } from "../stage.ts";

/** One computer at which everybody sits down in turn, as in a small unit: one browser is enough to see every screen. */
export interface Seat {
  readonly stage: Stage;
  readonly desk: Desk;
  /** What its pages did wrong. */
  readonly watch: PageWatch;
  /** Signs in whoever sits down. */
  take(subject: string): Promise<Desk>;
  /** Looks at a page of the portal, its language chosen by its own buttons. */
  look(page: Page): Promise<void>;
  /** Looks at it with something open over it, which lets nobody press those buttons. */
  lookUnder(page: Page): Promise<void>;
  /** Looks at a page of a service, its language named in the address. */
  lookAtService(page: Page): Promise<void>;
  /** Opens a trusted window from the dossier's page, in a language, with every site still unknown to the extension where asked for. */
  openWindow(desk: Desk, action: string, options: { readonly language: Language; readonly unknown?: boolean }): Promise<Page>;
  lookAtWindow(window: Page): Promise<void>;
  /** The browser finds no key service until the way back is taken. */
  withoutHost(): Promise<() => Promise<void>>;
}

const owner = subjects.centrePreparer;
const windowSize = { width: 640, height: 800 };

/** To be called in the suite: the seat is there from its first story on. */
export function openSeat(stage: Stage): Seat {
  let opened: { readonly desk: Desk; readonly watch: PageWatch } | undefined;
  before(async () => {
    const desk = await stage.desk(owner);
    opened = { desk, watch: watchPages(desk.context, stage.demo) };
  });
  const seat = (): { readonly desk: Desk; readonly watch: PageWatch } => {
    if (!opened) throw new Error("the seat is there from the first story on");
    return opened;
  };
  return {
    stage,
    get desk() {
      return seat().desk;
    },
    get watch() {
      return seat().watch;
    },
    async take(subject) {
      const person = stage.demo.people.find((candidate) => candidate.subject === subject);
      assert.ok(person, `${subject} is in the register`);
      const desk = { ...seat().desk, person };
      // On a page that asks for nothing: who leaves while a list is being read would make the browser note a refused request.
      await signIn(desk, "/signing.html");
      await desk.page.goto(`${stage.demo.addresses.portal}/index.html`);
      await desk.page.locator("fisc-sign-in-state").getByText(person.name).waitFor();
      return desk;
    },
    look: (page) => lookAt(page, { speak: portalSpeaks(page) }),
    lookUnder: (page) => lookAt(page, { speak: providerSpeaks(page) }),
    lookAtService: (page) => lookAt(page, { speak: serviceSpeaks(page) }),
    async openWindow(desk, action, { language, unknown = false }) {
      await portalSpeaks(desk.page)(language);
      if (unknown) await forgetSites(desk);
      const opening = desk.context.waitForEvent("page", { predicate: (page) => page.url().startsWith("chrome-extension://") });
      await desk.page.locator(`fisc-approval-panel button[data-action="${action}"]`).click();
      const window = await opening;
      await window.locator("#allow, #cancel").first().waitFor();
      return window;
    },
    lookAtWindow: (window) => lookAt(window, { size: windowSize }),
    async withoutHost() {
      const folder = join(stage.demo.data, "browsers", owner, "NativeMessagingHosts");
      const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
      assert.ok(names.length > 0, "the browser knows the key service");
      for (const name of names) await rename(join(folder, name), join(folder, `${name}.away`));
      return async () => {
        for (const name of names) await rename(join(folder, `${name}.away`), join(folder, name));
      };
    },
  };
}

type Speak = NonNullable<LookOptions["speak"]>;

export const portalSpeaks =
  (page: Page): Speak =>
  async (language) => {
    await page.locator(`button[data-locale="${language}"]`).click();
    await page
      .locator(`fisc-sign-in-state`)
      .getByText(language === "vi" ? /Đăng (nhập|xuất)/ : /Sign (in|out)/)
      .first()
      .waitFor();
  };

const providerSpeaks =
  (page: Page): Speak =>
  (language) =>
    page.evaluate((locale) => {
      document.documentElement.lang = locale;
      document.querySelector("fisc-provider")?.setAttribute("locale", locale);
    }, language);

const serviceSpeaks =
  (page: Page): Speak =>
  async (language) => {
    const address = new URL(page.url());
    address.searchParams.set("lang", language);
    await page.goto(address.href);
  };

/** The extension's permissions are kept in its storage. */
async function forgetSites({ context }: Desk): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { readonly chrome: { readonly storage: { readonly local: { clear(): Promise<void> } } } };
    await chrome.storage.local.clear();
  });
}
