import type { JsonObject } from "@fisc/core";
import { civilToday, fillForm, sampleForToday, type Desk } from "@fisc/demo/walkthrough";
import { profile } from "@fisc/profiles/vn";
import type { Locator, Page, Request } from "playwright";

const procedure = profile.procedures.find(({ id }) => id === "vn.payment.regular");
const labels = profile.labels["vi"];
const columns = ["noiDung", "maNDKT", "maChuong", "maNganhKT", "maNguonNSNN", "soTien"] as const;

type Voucher = Awaited<ReturnType<typeof sampleForToday>>;

/** The voucher form as a person uses it, on one page. */
export interface VoucherForm {
  readonly page: Page;
  readonly element: Locator;
  field(path: string): Locator;
  cell(row: number, column: (typeof columns)[number]): Locator;
  type(path: string, text: string): Promise<void>;
  typeCell(row: number, column: (typeof columns)[number], text: string): Promise<void>;
  slot(id: string): Locator;
  /** Chooses files, bringing the place into view first. */
  attach(slot: string, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void>;
  submit(): Promise<void>;
  /** Lines of the error summary. */
  summary(): Promise<readonly string[]>;
  /** Where the focus is, through all shadow roots: a path, or `dong[0].maNDKT`. */
  focused(): Promise<string>;
  /** Everything typed so far is on disk. */
  settled(): Promise<void>;
}

/** Opens the form. `empty`: forgets what this browser kept of earlier stories. */
export async function openForm(desk: Desk, options: { readonly page?: Page; readonly empty?: boolean } = {}): Promise<VoucherForm> {
  const page = options.page ?? desk.page;
  if (options.empty ?? true) await forget(desk);
  await page.goto(`${desk.demo.addresses.portal}/new.html`);
  return formOn(page);
}

export async function formOn(page: Page): Promise<VoucherForm> {
  const element = page.locator("fisc-dossier-form");
  await element.locator("fisc-line-table").waitFor();
  const field = (path: string): Locator => element.locator(`[data-path="${path}"]`);
  const cell = (row: number, column: (typeof columns)[number]): Locator =>
    element.locator(`fisc-line-table [data-row="${row}"][data-column="${columns.indexOf(column)}"]`);
  const slot = (id: string): Locator => element.locator(`fisc-attachment-field[slot-id="${id}"]`);
  return {
    page,
    element,
    field,
    cell,
    async type(path, text) {
      await field(path).locator("input, textarea").first().fill(text);
      await field(path).locator("input, textarea").first().press("Tab");
    },
    async typeCell(row, column, text) {
      await cell(row, column).fill(text);
      await cell(row, column).press("Tab");
    },
    slot,
    async attach(id, files) {
      await slot(id).scrollIntoViewIfNeeded();
      await slot(id).locator('input[type="file"]').setInputFiles(files);
    },
    submit: () => element.locator('button[type="submit"]').click(),
    async summary() {
      await element.locator("fisc-error-summary li").first().waitFor();
      return element.locator("fisc-error-summary li").allInnerTexts();
    },
    focused: () => page.evaluate(focusedPath),
    settled: () => element.evaluate((form) => (form as HTMLElement & { draftSettled(): Promise<void> }).draftSettled()),
  };
}

/** Runs in the page. */
function focusedPath(): string {
  let path = "";
  const columnNames = ["noiDung", "maNDKT", "maChuong", "maNganhKT", "maNguonNSNN", "soTien"];
  for (let active = document.activeElement; active; active = active.shadowRoot?.activeElement ?? null) {
    const { path: own, row, column } = (active as HTMLElement).dataset;
    if (own) path = own;
    if (row !== undefined && column !== undefined) path += `[${row}].${columnNames[Number(column)] ?? column}`;
  }
  return path;
}

/** Types a whole sample in, dated `now` and under a number of its own. */
export async function fillSample(
  form: VoucherForm,
  change: {
    readonly sample?: string;
    readonly now?: Date;
    readonly data?: (data: JsonObject) => JsonObject;
    readonly withoutPapers?: boolean;
  } = {},
): Promise<Voucher & { readonly number: string }> {
  if (!procedure || !labels) throw new Error("the profile lost its procedure");
  const voucher = await sampleForToday(change.sample ?? "D-1", civilToday(change.now));
  const data = change.data?.(voucher.data) ?? voucher.data;
  await fillForm(form.page, { procedure, labels, data, papers: change.withoutPapers ? {} : voucher.papers });
  return { ...voucher, data, number: String(data["soChungTu"]) };
}

/** Empties what the portal keeps in this browser: drafts, outbox, memories of uploads. */
async function forget({ page, demo }: Desk): Promise<void> {
  await page.goto(`${demo.addresses.portal}/signing.html`);
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      await new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase(name);
        gone.onsuccess = () => resolve();
        gone.onerror = () => reject(gone.error ?? new Error(name));
      });
    }
  });
}

/** Writes to dossiers that the page sends from now on. */
export function watchWrites(desk: Desk): readonly Request[] {
  const sent: Request[] = [];
  desk.context.on("request", (request) => {
    const { pathname, origin } = new URL(request.url());
    if (origin === desk.demo.addresses.gateway && pathname.startsWith("/dossiers") && !["GET", "OPTIONS"].includes(request.method()))
      sent.push(request);
  });
  return sent;
}

/** Id of the dossier whose page the form led to. */
export async function sentDossier(page: Page): Promise<string> {
  await page.waitForURL("**/dossier.html?id=*", { timeout: 30_000 });
  return new URL(page.url()).searchParams.get("id") ?? "";
}

/** The notice about the outbox, the restored draft or what was sent. */
export function noticeOf(form: VoucherForm, text: string | RegExp): Locator {
  return form.element.locator(".notice").filter({ hasText: text });
}
