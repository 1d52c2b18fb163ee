import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { subjects } from "@fisc/profiles/vn/samples";
import { until, type Stage } from "../stage.ts";
import { bring, createDossier } from "../way.ts";
import { stop, tabTo, walk } from "./keys.ts";

/** The way in, the list, and the pages that stand around the portal. */
export function surroundingsByKeyboard(stage: Stage): void {
  describe("the way in and the list", () => {
    it("given somebody signed in, when they leave and come back by the keyboard, then the focus is on the way in, and the issuer's page names each person", async () => {
      const desk = await stage.desk(subjects.schoolPreparer);
      const { page } = desk;
      await page.goto(`${stage.demo.addresses.portal}/index.html`);
      await page.locator("fisc-dossier-list .list").waitFor();
      await tabTo(page, "the way out", ({ part, tag }) => part === "fisc-sign-in-state" && tag === "button");
      await page.keyboard.press("Enter");
      await until("the focus on the way in", async () => (await stop(page)).href.includes("/session/sign-in"), 5_000);
      await walk(page);
      await page.goto(`${stage.demo.addresses.portal}/index.html`);
      await page.locator("fisc-sign-in-state a.button").waitFor();
      await tabTo(page, "the way in", ({ href }) => href.includes("/session/sign-in"));
      await page.keyboard.press("Enter");
      await page.waitForURL(`${stage.demo.addresses.issuer}/**`);
      const people = await walk(page);
      assert.equal(people.length, stage.demo.people.length, "one stop a person");
      await tabTo(page, "the person", ({ name }) => name.startsWith(desk.person.name));
      await page.keyboard.press("Enter");
      await page.waitForURL(`${stage.demo.addresses.portal}/**`);
      await page.locator("fisc-sign-in-state").getByText(desk.person.name).waitFor();
    });

    it("given dossiers in several states, when the list is searched, filtered and ordered, then it follows, and Enter opens a dossier", async () => {
      const waiting = await createDossier(stage);
      const sent = await createDossier(stage);
      await bring(stage, sent, "submitted");
      const { page } = await stage.desk(subjects.schoolPreparer);
      await page.goto(`${stage.demo.addresses.portal}/index.html`);
      const rows = page.locator("fisc-dossier-list tbody tr");
      await rows.first().waitFor();
      const all = await rows.count();
      const shows = (count: number): Promise<unknown> => until(`${count} rows`, async () => (await rows.count()) === count, 5_000);
      await walk(page);
      await tabTo(page, "the search", ({ type }) => type === "search");
      await page.keyboard.type("khong co ho so nao nhu the");
      await shows(0);
      await tabTo(page, "the button that clears", ({ part, tag }) => part === "fisc-dossier-list" && tag === "button");
      await page.keyboard.press("Enter");
      await shows(all);
      assert.equal((await stop(page)).type, "search", "the focus is where one searches anew");
      await tabTo(page, "the states", ({ tag }) => tag === "select", 3);
      const wanted = "submitted";
      const select = page.locator("fisc-dossier-list select").first();
      for (let press = await select.locator("option").count(); press > 0 && (await stop(page)).value !== wanted; press -= 1)
        await page.keyboard.press("ArrowDown");
      await until("the dossiers that were sent", async () => (await rows.count()) < all, 5_000);
      assert.equal(await page.locator(`fisc-dossier-list [data-dossier="${waiting.id}"]`).count(), 0);
      assert.equal(await page.locator(`fisc-dossier-list [data-dossier="${sent.id}"]`).count(), 1);
      await tabTo(page, "the deadlines", ({ tag }) => tag === "select", 2);
      await tabTo(page, "the order", ({ tag }) => tag === "select", 2);
      const before = (await stop(page)).value;
      await page.keyboard.press("ArrowDown");
      assert.notEqual((await stop(page)).value, before, "another order is chosen");
      await tabTo(page, "only what awaits me", ({ type }) => type === "checkbox", 2);
      await page.keyboard.press("Space");
      await shows(0);
      await page.keyboard.press("Space");
      await tabTo(page, "the dossier", ({ name }) => name === sent.code);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/dossier.html?id=${sent.id}`);
    });
  });

  describe("the pages around the portal", () => {
    it("given the extension's settings after a first signature, when the permission is taken back and the links are checked, then the focus stays where it can go on", async () => {
      const { page, context } = await stage.desk(subjects.schoolChiefAccountant);
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
      await page.goto(new URL("options.html", worker.url()).href);
      const revoke = page.locator("fisc-signing-options li button");
      await revoke.waitFor();
      const name = (await revoke.innerText()).trim();
      await walk(page);
      await tabTo(page, "the permission", (at) => at.name === name);
      await page.keyboard.press("Enter");
      await revoke.waitFor({ state: "detached" });
      await until("the focus on the heading", async () => (await stop(page)).id === "grants", 3_000);
      await tabTo(page, "the diagnosis", ({ id }) => id === "diagnose", 3);
      await page.keyboard.press("Enter");
      await page.locator('fisc-signing-options [role="status"] dl').waitFor();
      assert.equal((await stop(page)).id, "diagnose", "the focus has not moved while the links were checked");
      await tabTo(page, "the log", ({ id }) => id === "export-audit", 4);
      const download = page.waitForEvent("download");
      await page.keyboard.press("Enter");
      assert.match((await download).suggestedFilename(), /\.json$/);
    });

    it("given the inbox, when a mail is opened, then its link leads to the dossier and another one back", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "received");
      await until("the mail", async () => stage.demo.mail.messages().length > 0);
      const { page } = await stage.desk(subjects.schoolPreparer);
      await page.goto(stage.demo.addresses.inbox);
      await walk(page);
      await tabTo(page, "a mail", ({ href }) => href.startsWith("/messages/"));
      await page.keyboard.press("Enter");
      await page.waitForURL("**/messages/**");
      await walk(page);
      await tabTo(page, "the way back", ({ href }) => href.startsWith("/?"));
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname === "/");
    });

    it("given the ledger's console, when what the next operation meets is chosen, then the page says that it waits", async () => {
      const { page } = await stage.desk(subjects.schoolPreparer);
      await page.goto(stage.demo.addresses.tabmis);
      await walk(page);
      const before = await page.locator("main").innerText();
      await tabTo(page, "the late answer", ({ value }) => value === "late");
      await page.keyboard.press("Enter");
      await until("the page to say so", async () => (await page.locator("main").innerText()) !== before, 5_000);
    });
  });
}
