import assert from "node:assert/strict";
import { it } from "node:test";
import { subjects } from "@fisc/profiles/vn/samples";
import { Uint8ArrayReader, TextWriter, ZipReader } from "@zip.js/zip.js";
import { lookAt } from "../screen.ts";
import { bring, createDossier } from "../way.ts";
import type { Seat } from "./seat.ts";

/** The pages before the form, and those that stand around the portal. */
export function entranceScreens(seat: Seat): void {
  const { stage } = seat;

  it("given nobody is signed in, then the first page can be read", async () => {
    const { page } = seat.desk;
    // On a page that asks for nothing: who leaves while a list is being read would make the browser note a refused request.
    await page.goto(`${stage.demo.addresses.portal}/signing.html`);
    await page.locator("fisc-sign-in-state").getByRole("button").click();
    await page.locator("fisc-sign-in-state a.button").waitFor();
    await page.goto(`${stage.demo.addresses.portal}/index.html`);
    await page.locator("fisc-sign-in-state a.button").waitFor();
    await seat.look(page);
  });

  it("given the way to sign in, then the issuer's page can be read", async () => {
    const { page } = seat.desk;
    await page.locator("fisc-sign-in-state a.button").click();
    await page.waitForURL(`${stage.demo.addresses.issuer}/**`);
    await seat.lookAtService(page);
  });

  it("given a unit without a dossier, then its empty list can be read", async () => {
    const { page } = await seat.take(subjects.centrePreparer);
    await seat.look(page);
  });

  it("given the page on how to prepare a computer, then it can be read", async () => {
    const { page } = seat.desk;
    await page.goto(`${stage.demo.addresses.portal}/signing.html`);
    await seat.look(page);
  });
}

export function surroundingScreens(seat: Seat): void {
  const { stage } = seat;

  it("given an address that names no dossier, then the page says so", async () => {
    const { page } = seat.desk;
    await page.goto(`${stage.demo.addresses.portal}/dossier.html`);
    await seat.look(page);
  });

  it("given the extension's settings with a site, a log and a diagnosis, then they can be read in both languages", async () => {
    const { context } = seat.desk;
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const page = await context.newPage();
    // The settings speak the browser's language, which a running browser cannot change.
    await page.addInitScript(() => {
      const { chrome } = globalThis as unknown as { readonly chrome: { readonly i18n: { getUILanguage: () => string } } };
      chrome.i18n.getUILanguage = () => new URLSearchParams(location.search).get("lang") ?? "vi";
    });
    const address = new URL("options.html", worker.url()).href;
    await lookAt(page, {
      speak: async (language) => {
        await page.goto(`${address}?lang=${language}`);
        await page.locator("fisc-signing-options li button").waitFor();
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        await page.locator("#diagnose").click();
        await page.locator('fisc-signing-options [role="status"] dl').waitFor();
      },
    });
    await page.close();
  });

  it("given the inbox, a mail and the ledger's console, then they can be read", async () => {
    const { page } = seat.desk;
    await page.goto(stage.demo.addresses.inbox);
    await seat.lookAtService(page);
    await page.locator("tbody a").first().click();
    await seat.lookAtService(page);
    await page.goto(stage.demo.addresses.tabmis);
    await seat.lookAtService(page);
  });

  it("given a dossier's package, then the rendering in it can be read in the unit's language, whichever that is", async () => {
    const dossier = await createDossier(stage);
    await bring(stage, dossier, "submitted");
    const { page, demo } = await seat.take(subjects.schoolPreparer);
    const renderings = `${demo.addresses.portal}/rendering-of-a-package`;
    try {
      for (const language of ["vi", "en"] as const) {
        await stage.writeTo(dossier.unit.code, language);
        const answer = await page.context().request.get(`${demo.addresses.gateway}/dossiers/${dossier.id}/container`);
        const zip = new ZipReader(new Uint8ArrayReader(new Uint8Array(await answer.body())));
        const entry = (await zip.getEntries()).find(({ filename }) => filename === "rendering.html");
        if (!entry || entry.directory) throw new Error("the package holds no rendering");
        const body = await entry.getData(new TextWriter());
        assert.match(body, new RegExp(`<html lang="${language}">`));
        await page.route(renderings, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
        await page.goto(renderings);
        await lookAt(page);
        await page.unroute(renderings);
      }
    } finally {
      await stage.registerAll();
    }
  });
}
