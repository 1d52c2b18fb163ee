import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cpus, loadavg } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { JsonObject, PublishedProcedure, RuleContext } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { neutralContext, neutralProfile, register, registerLines } from "@fisc/core/testing/outcomes";
import { chromium, type Page } from "playwright";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const built = join(root, "demo/dist/portals/lines");
const figures = join(root, "docs/figures/line-table.json");
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html fisc";
const goals = { shown: 500, edit: 32, paste: 1_000, longestTask: 50, heap: 15, nodes: 1_500, thousandShown: 400, thousandEdit: 20 };

/** What the measuring script asks of the page. Durations in milliseconds, from the first cause to the picture. */
interface LinesPage {
  show(procedure: PublishedProcedure, context: RuleContext, rows: readonly JsonObject[]): Promise<number>;
  /** Goes to the price of a row. */
  go(row: number): Promise<number>;
  /** Types into the cell with the focus, with all rules and totals. */
  key(text: string): Promise<number>;
  paste(text: string): Promise<{ readonly preview: number; readonly accept: number; readonly longest: number }>;
  nodes(): number;
  total(): string;
  plain(rows: readonly JsonObject[]): Promise<number>;
  plainEdit(row: number, text: string): Promise<number>;
}

type InPage = typeof globalThis & { readonly lines: LinesPage };

/** What ten thousand lines cost in a real page with all their rules, beside a plain Lit table. Prints it, keeps it with date and command. */
export async function benchLineTable(): Promise<void> {
  await promisify(execFile)(process.execPath, ["demo/portals/lines/build.mjs"], { cwd: root });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = resolve(built, `.${path === "/" ? "/index.html" : path}`);
    if (!file.startsWith(built + sep)) return void response.writeHead(404).end();
    readFile(file).then(
      (content) =>
        response
          .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-security-policy": policy })
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--enable-precise-memory-info"],
  });
  try {
    const reports: string[] = [];
    const open = async (): Promise<Page> => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.on("console", (message) => void (message.type() === "error" && reports.push(message.text())));
      page.on("pageerror", (error) => void reports.push(error.message));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForFunction(() => "lines" in globalThis);
      return page;
    };
    const long = await measure(await open(), 10_000);
    const thousand = await measure(await open(), 1_000);
    const plain = await measurePlain(await open(), 1_000);
    const record = {
      command: "npm run bench",
      date: new Date().toISOString().slice(0, 10),
      unit: "milliseconds on the clock; `go`: to a cell 131 rows on, `edit`: a key there; `work`: milliseconds of the page's main thread, for one; heap in MB after garbage collection",
      machine: { processors: cpus().length, load: loadavg().map(round) },
      goals,
      tenThousand: long,
      thousand,
      plainThousand: plain,
      ratioToPlain: {
        shown: ratio(thousand.shown, plain.shown),
        edit: ratio(thousand.edit.p50, plain.edit.p50),
        workShown: ratio(thousand.work.shown, plain.work.shown),
        workEdit: ratio(thousand.work.edit, plain.work.edit),
      },
      policy,
      policyReports: reports,
    };
    console.log(`\nLine table with rules, and a plain Lit table of 1,000 lines\n${JSON.stringify(record, null, 2)}`);
    await mkdir(join(figures, ".."), { recursive: true });
    await writeFile(figures, `${JSON.stringify(record, null, 2)}\n`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function measure(page: Page, count: number) {
  const procedure = publishProcedure(register, neutralProfile, { locale: "en", regime: "test-1" });
  const rows = registerLines(count);
  const work = await worked(page);
  const question: unknown = [procedure, neutralContext, rows];
  const shown = await page.evaluate((asked) => (globalThis as InPage).lines.show(...(asked as Parameters<LinesPage["show"]>)), question);
  const workShown = await work();
  const nodes = await page.evaluate(() => (globalThis as InPage).lines.nodes());
  const heap = await heapOf(page);
  const [goes, edits]: [number[], number[]] = [[], []];
  let [workGo, workEdit] = [0, 0];
  await work();
  for (let i = 0; i < 40; i += 1) {
    goes.push(await page.evaluate((row) => (globalThis as InPage).lines.go(row), (i * 131) % count));
    workGo += await work();
    edits.push(await page.evaluate((text) => (globalThis as InPage).lines.key(text), String(200_000 + i)));
    workEdit += await work();
  }
  const text = rows
    .map(({ number, code, account, price }) => [`${String(number)}/2`, code, account ?? "", Number(price) + 1, 2].join("\t"))
    .join("\n");
  const pasted = await page.evaluate((cells) => (globalThis as InPage).lines.paste(cells), text);
  const workPaste = await work();
  await page.close();
  return {
    shown: round(shown),
    go: spread(goes),
    edit: spread(edits),
    work: { shown: workShown, go: round(workGo / goes.length), edit: round(workEdit / edits.length), paste: workPaste },
    paste: { preview: round(pasted.preview), accept: round(pasted.accept), together: round(pasted.preview + pasted.accept) },
    longestTask: round(pasted.longest),
    heap,
    nodes,
  };
}

/** Milliseconds that the page's main thread worked, whatever else the machine did meanwhile. */
async function worked(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const now = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
  };
  let last = await now();
  return async () => {
    const before = last;
    last = await now();
    return round(last - before);
  };
}

async function measurePlain(page: Page, count: number) {
  const work = await worked(page);
  const shown = await page.evaluate(
    (rows) => (globalThis as InPage).lines.plain(rows as readonly JsonObject[]),
    registerLines(count) as unknown,
  );
  const workShown = await work();
  const edits: number[] = [];
  for (let i = 0; i < 40; i += 1)
    edits.push(
      await page.evaluate(([row, text]) => (globalThis as InPage).lines.plainEdit(row, text), [(i * 131) % count, String(i)] as const),
    );
  const workEdit = round((await work()) / edits.length);
  await page.close();
  return { shown: round(shown), edit: spread(edits), work: { shown: workShown, edit: workEdit } };
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return round(usedSize / 1024 / 1024);
}

function spread(values: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => round(sorted[Math.floor(sorted.length * part)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

function ratio(one: number, other: number): number {
  return Number((one / other).toFixed(2));
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
