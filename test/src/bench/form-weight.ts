import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePortBase } from "@fisc/demo/addresses";
import { startDemo } from "@fisc/demo/start";
import { profile } from "@fisc/profiles/vn";
import { subjects } from "@fisc/profiles/vn/samples";
import { weighForm } from "../form-page.ts";
import { weighPage, weightTable, type PageWeight } from "../page-weight.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const controlDirectory = join(root, "demo/dist/portals/control");
const figures = join(root, "docs/figures/form-weight.json");

/** Weighs the form's page and the plain page it is compared with; prints both, keeps them with date and command. */
export async function benchFormWeight(): Promise<void> {
  await promisify(execFile)(process.execPath, ["demo/portals/control/build.mjs"], { cwd: root });
  const control = await weighControl();
  const form = await weighOurs();
  const ratio = Number((form.gzip / control.gzip).toFixed(2));
  console.log(
    `The form's page (new.html of the Vietnamese portal):\n${weightTable(form)}\n\nA plain Lit page with the same fields as native inputs:\n${weightTable(control)}\n\nRatio: ${ratio}`,
  );
  await mkdir(join(figures, ".."), { recursive: true });
  const record = {
    command: "npm run bench",
    date: new Date().toISOString().slice(0, 10),
    unit: "bytes",
    limitGzip: 60_000,
    form,
    control,
    ratio,
  };
  await writeFile(figures, `${JSON.stringify(record, null, 2)}\n`);
}

async function weighOurs(): Promise<PageWeight> {
  const data = await mkdtemp(join(tmpdir(), "fisc-bench-"));
  const demo = await startDemo({ portBase: await freePortBase(), data: join(data, "data") });
  try {
    return await weighForm(demo, subjects.schoolPreparer);
  } finally {
    await demo.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function weighControl(): Promise<PageWeight> {
  const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/fields.json")
      return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(plainFields()));
    const file = resolve(controlDirectory, `.${path === "/" ? "/index.html" : path}`);
    if (!file.startsWith(controlDirectory + sep)) return void response.writeHead(404).end();
    readFile(file).then(
      (content) => response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await weighPage({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, drawn: "plain-form input" });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The procedure's fields, as native inputs can take them. */
function plainFields(): readonly object[] {
  const procedure = profile.procedures.find(({ id }) => id === "vn.payment.regular");
  const native: Readonly<Record<string, string>> = { date: "date", money: "number", number: "number" };
  return (procedure?.layout ?? []).flatMap(({ sections }) =>
    sections.flatMap(({ fields }) =>
      fields.map((field) => ({
        name: field.path,
        label: profile.labels["vi"]?.[`field.${field.path}`] ?? field.path,
        type: native[field.type] ?? "text",
        required: false,
      })),
    ),
  );
}
