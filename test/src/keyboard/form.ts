import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Field, Json, JsonObject } from "@fisc/core";
import { sampleForToday, type Desk } from "@fisc/demo/walkthrough";
import { profile } from "@fisc/profiles/vn";
import { subjects } from "@fisc/profiles/vn/samples";
import type { FileChooser, Page } from "playwright";
import { label, until, type Stage } from "../stage.ts";
import { stop, tab, tabTo } from "./keys.ts";

/** The form, from the first field to the button that sends. */
export function formByKeyboard(stage: Stage): void {
  describe("a voucher", () => {
    it("given an empty voucher, when it is sent, then the focus goes to the list of faults, and from there to the field", async () => {
      const { page } = await emptyForm(stage);
      await page.keyboard.press("Tab");
      assert.equal((await stop(page)).tag, "a", "the first stop leads past the header");
      await page.keyboard.press("Enter");
      await tabTo(page, "the button that sends", ({ type }) => type === "submit");
      await page.keyboard.press("Enter");
      await page.locator("fisc-error-summary a").first().waitFor();
      const summary = await page.locator("fisc-dossier-form").evaluate((form) => form.shadowRoot?.activeElement?.localName);
      assert.equal(summary, "fisc-error-summary", "the focus is in the list of faults");
      const first = await tab(page);
      assert.equal(first.tag, "a");
      await page.keyboard.press("Enter");
      const field = await stop(page);
      assert.notEqual(field.path, "", "the link leads to a field");
      assert.match(first.name, new RegExp(label(`field.${field.path}`).slice(0, 8), "i"));
    });

    it("given a paper that is missing, when its link in the list of faults is followed, then the focus is where files are chosen", async () => {
      const { page } = await emptyForm(stage);
      await tabTo(page, "the button that sends", ({ type }) => type === "submit");
      await page.keyboard.press("Enter");
      await page.locator("fisc-error-summary a").first().waitFor();
      await tabTo(page, "the link to the missing paper", ({ tag, name }) => tag === "a" && name.includes(label("attachment.estimate")));
      await page.keyboard.press("Enter");
      await until("the place for files to have the focus", async () => (await stop(page)).path === "attachments.estimate", 5_000);
    });

    it("given an empty voucher, when it is typed in from the first field to the last, then it is sent, in the order in which it stands", async () => {
      const { page } = await emptyForm(stage);
      const { data, papers } = await sampleForToday("D-1");
      const files = await mkdtemp(join(tmpdir(), "fisc-papers-"));
      try {
        const passed = await typeIn(page, data, async (slot) => {
          const paths: string[] = [];
          for (const { name, buffer } of papers[slot] ?? []) {
            paths.push(join(files, name));
            await writeFile(join(files, name), buffer);
          }
          return paths;
        });
        const order = layoutOrder();
        const seen = [...new Set(passed.map((path) => path.replace(/\[.*$/, "")))];
        assert.deepEqual(
          seen,
          [...seen].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
          "the keyboard goes as the eye does",
        );
        await page.keyboard.press("Enter");
        await page.waitForURL("**/dossier.html?id=*", { timeout: 20_000 });
      } finally {
        await rm(files, { recursive: true, force: true });
      }
    });
  });
}

async function emptyForm(stage: Stage): Promise<Desk> {
  const desk = await stage.desk(subjects.schoolPreparer);
  await desk.page.goto(`${stage.demo.addresses.portal}/new.html`);
  await desk.page.locator("fisc-dossier-form fisc-line-table").waitFor();
  return desk;
}

const fields = (): readonly Field<string>[] =>
  profile.procedures
    .find(({ id }) => id === "vn.payment.regular")
    ?.layout.flatMap(({ sections }) => sections.flatMap((section) => section.fields)) ?? [];

function layoutOrder(): readonly string[] {
  const procedure = profile.procedures.find(({ id }) => id === "vn.payment.regular");
  return [...fields().map(({ path }) => path), ...(procedure?.attachments ?? []).map(({ id }) => `attachments.${id}`)];
}

/** Tabs through the form and types what the data has for each stop. Ends on the button that sends; gives the paths in the order of the stops. */
async function typeIn(page: Page, data: JsonObject, papersOf: (slot: string) => Promise<string[]>): Promise<readonly string[]> {
  const byPath = new Map(fields().map((field) => [field.path, field]));
  const passed: string[] = [];
  const attached = new Set<string>();
  // Listened for from the beginning: the browser must know that the dialogue is ours before a key asks for it.
  const choosers: FileChooser[] = [];
  page.on("filechooser", (chooser) => choosers.push(chooser));
  for (let press = 0; press < 200; press += 1) {
    const at = await tab(page);
    if (at.type === "submit") return passed;
    if (at.path === "") continue;
    passed.push(at.path);
    const slot = /^attachments\.(.+)$/.exec(at.path)?.[1];
    if (slot !== undefined) {
      const paths = at.type === "file" && !attached.has(slot) ? await papersOf(slot) : [];
      attached.add(slot);
      if (paths.length > 0) await attach(page, choosers, slot, paths);
      continue;
    }
    const [, table, row, column] = /^(.*)\[(\d+)\]\.(\d+)$/.exec(at.path) ?? [];
    const field = byPath.get(table ?? at.path);
    if (!field) throw new Error(`${at.path} is no field of the procedure`);
    if (field.type === "lines") {
      const rows = valueAt(data, field.path) as readonly JsonObject[];
      if (row !== undefined && column !== undefined) {
        const shown = field.columns[Number(column)];
        const value = shown && rows[Number(row)]?.[shown.path];
        if (shown && at.tag === "input" && value !== undefined && value !== null) await type(page, shown.type, value);
      } else if (
        at.tag === "button" &&
        /Thêm dòng/.test(at.name) &&
        (await page.locator(`fisc-line-table [data-column="0"]`).count()) < rows.length
      ) {
        await page.keyboard.press("Enter");
        const fresh = await stop(page);
        assert.notEqual(fresh.path, at.path, "a new row has the focus");
        passed.push(fresh.path);
        await typeCell(page, field.columns, rows, fresh.path);
      }
      continue;
    }
    if (at.tag !== "input" && at.tag !== "textarea") continue;
    const value = valueAt(data, at.path);
    if (value === undefined || value === null) continue;
    if (at.type === "radio") await choose(page, at.path, String(value));
    else await type(page, field.type, value);
  }
  throw new Error("Tab never came to the button that sends");
}

async function typeCell(
  page: Page,
  columns: readonly { readonly path: string; readonly type: string }[],
  rows: readonly JsonObject[],
  path: string,
): Promise<void> {
  const [, , row, column] = /^(.*)\[(\d+)\]\.(\d+)$/.exec(path) ?? [];
  const shown = columns[Number(column)];
  const value = shown && rows[Number(row)]?.[shown.path];
  if (shown && value !== undefined && value !== null) await type(page, shown.type, value);
}

async function type(page: Page, kind: string, value: Json): Promise<void> {
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(kind === "date" ? String(value).split("-").reverse().join("/") : String(value));
}

/** Arrows, until the wanted radio button is the chosen one. */
async function choose(page: Page, path: string, wanted: string): Promise<void> {
  const name = label(`option.${path}.${wanted}`);
  for (let press = 0; press < 8; press += 1) {
    const at = await stop(page);
    if (
      at.name.startsWith(name) &&
      (await page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return focused instanceof HTMLInputElement && focused.checked;
      }))
    )
      return;
    await page.keyboard.press(at.name.startsWith(name) ? "Space" : "ArrowRight");
  }
  throw new Error(`no arrow leads to "${name}"`);
}

/** The space bar on the control opens the system's own dialogue; choosing there is the system's part. */
async function attach(page: Page, choosers: readonly FileChooser[], slot: string, paths: readonly string[]): Promise<void> {
  const asked = choosers.length;
  await page.keyboard.press("Space");
  const chooser = await until("the dialogue for files", async () => choosers[asked], 10_000);
  await chooser.setFiles([...paths]);
  await page
    .locator(`fisc-attachment-field[slot-id="${slot}"] .file.ready`)
    .nth(paths.length - 1)
    .waitFor();
}

function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const name of path.split("."))
    value = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject)[name] : undefined;
  return value;
}
