import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { orderLabels } from "./bench/order-labels.ts";
import { paymentOrder } from "./bench/payment-order.ts";
import { weighPage, type PageWeight } from "./page-weight.ts";
import { withPages } from "./plain-pages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

/** Builds the pages that take engine and fields without the form element. */
export async function buildOrderPages(): Promise<void> {
  await run(process.execPath, ["demo/portals/order/build.mjs"], { cwd: root });
}

/** The payment order of twelve fields: engine, fields, one locale, styles; in English, and by `?locale=` in each of its languages. */
export function withOrder<T>(work: (address: string) => Promise<T>): Promise<T> {
  const data = Object.fromEntries(Object.keys(orderLabels).map((locale) => [`/order.${locale}.json`, paymentOrder(locale)]));
  return withPages(join(root, "demo/dist/portals/order/order"), data, (address) => work(`${address}/order.html`));
}

export function weighOrder(): Promise<PageWeight> {
  return withOrder((address) => weighPage({ address, drawn: "fisc-text-field input", locale: "en-GB" }));
}

/** A page with one text field and all that it needs. */
export function weighField(): Promise<PageWeight> {
  return withPages(join(root, "demo/dist/portals/order/field"), {}, (address) =>
    weighPage({ address: `${address}/field.html`, drawn: "fisc-text-field input", locale: "en-GB" }),
  );
}

/** Bytes by gzip that each further element adds to a page that has a text field. */
export async function weighFurtherFields(): Promise<Readonly<Record<string, number>>> {
  const { stdout } = await run(process.execPath, ["demo/portals/order/weigh-fields.mjs"], { cwd: root });
  return JSON.parse(stdout) as Readonly<Record<string, number>>;
}
