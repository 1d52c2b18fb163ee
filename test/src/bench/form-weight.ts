import { execFile } from "node:child_process";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePortBase } from "@fisc/demo/addresses";
import { startDemo } from "@fisc/demo/start";
import { profile } from "@fisc/profiles/vn";
import { subjects } from "@fisc/profiles/vn/samples";
import { weighForm } from "../form-page.ts";
import { buildOrderPages, weighField, weighFurtherFields, weighOrder } from "../order-pages.ts";
import { weighPage, weightTable, type PageWeight } from "../page-weight.ts";
import { withPages } from "../plain-pages.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const controlDirectory = join(root, "demo/dist/portals/control");
const figures = join(root, "docs/figures/form-weight.json");

/** Weighs the form's page beside a plain one, a page of engine and fields, and fields alone; prints and keeps them with date and command. */
export async function benchFormWeight(): Promise<void> {
  await promisify(execFile)(process.execPath, ["demo/portals/control/build.mjs"], { cwd: root });
  const control = await weighControl();
  const form = await weighOurs();
  await buildOrderPages();
  const order = await weighOrder();
  const field = await weighField();
  const furtherFields = await weighFurtherFields();
  const ratio = Number((form.gzip / control.gzip).toFixed(2));
  console.log(
    `The form's page (new.html of the Vietnamese portal):\n${weightTable(form)}\n\nA plain Lit page with the same fields as native inputs:\n${weightTable(control)}\n\nRatio: ${ratio}\n\nA payment order of twelve fields, engine and fields alone:\n${weightTable(order)}\n\nOne text field:\n${weightTable(field)}`,
  );
  for (const [name, bytes] of Object.entries(furtherFields)) console.log(`${name.padEnd(44)} ${`+${bytes}`.padStart(17)}`);
  await mkdir(join(figures, ".."), { recursive: true });
  const record = {
    command: "npm run bench",
    date: new Date().toISOString().slice(0, 10),
    unit: "bytes",
    limitGzip: { form: 60_000, order: 40_000, field: 12_000, furtherField: 1_500 },
    form,
    control,
    ratio,
    order,
    field,
    furtherFields,
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
  return withPages(controlDirectory, { "/fields.json": plainFields() }, (address) =>
    weighPage({ address: `${address}/`, drawn: "plain-form input" }),
  );
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
