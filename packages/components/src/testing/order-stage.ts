import type { Session, TreasuryApi } from "@fisc/core/api";
import { html } from "lit";
import type { DossierForm } from "../dossier-form/dossier-form.ts";
import type { FieldElement } from "../foundation/field-element.ts";
import type { LineTable } from "../line-table/line-table.ts";
import type { MemoryApi } from "./memory-api.ts";
import { MemoryTreasury } from "./memory-treasury.ts";
import { orderProcedure } from "./order-procedure.ts";
import { stage, until, type Stage } from "./stage.ts";
import { leave, type } from "./typing.ts";

const unit = { code: "1999901", name: "Trường THCS Sông Xanh", accounts: ["9523.4.1999901"], attributes: {} };
const people: readonly Session[] = [
  { subject: "accountant", name: "Trần Thị Mẫu", email: "a@example.com", roles: ["unit.accountant"], side: "unit", unit, profile: "test" },
  {
    subject: "clerk",
    name: "Lê Minh Ví",
    email: "c@example.com",
    roles: ["office.clerk"],
    side: "treasury",
    office: { code: "9901", name: "Văn phòng" },
    profile: "test",
  },
];

export function openOrders(): MemoryTreasury {
  return new MemoryTreasury({ procedures: (locale) => [orderProcedure(locale)], people });
}

export interface OrderStage extends Stage {
  readonly form: DossierForm;
}

export interface OrderOptions {
  readonly database?: string;
  readonly dossier?: string;
  readonly locale?: string;
  readonly subject?: string | null;
  readonly layout?: DossierForm["layout"];
  readonly addressing?: DossierForm["addressing"];
  readonly wrap?: (api: MemoryApi) => TreasuryApi;
}

/** A page with the order's form for the accountant. Pages with one `database` are tabs of one browser. */
export async function orderPage(
  treasury: MemoryTreasury,
  {
    database = `test ${crypto.randomUUID()}`,
    dossier = "",
    locale = "en",
    subject = "accountant",
    layout = "dense",
    addressing = "hash",
    wrap = (api) => ({ ...api, uploadsUrl: "" }),
  }: OrderOptions = {},
): Promise<OrderStage> {
  const at = stage(
    treasury,
    subject,
    html`<fisc-dossier-form
      procedure=${dossier ? "" : "test.order"}
      dossier=${dossier}
      database=${database}
      layout=${layout}
      addressing=${addressing}
    ></fisc-dossier-form>`,
    { locale, wrap },
  );
  const form = at.provider.querySelector<DossierForm>("fisc-dossier-form") as DossierForm;
  if (subject !== null) await until(() => form.shadowRoot?.querySelector("form") && formTitle(form), "the form", 10_000);
  return { ...at, form };
}

function formTitle(form: DossierForm): string {
  return form.shadowRoot?.querySelector("h1")?.textContent ?? "";
}

export function fieldAt<T extends HTMLElement = FieldElement<unknown>>(form: DossierForm, path: string): T {
  const field = form.shadowRoot?.querySelector<T>(`[data-path="${path}"]`);
  if (!field) throw new Error(`no field at ${path}`);
  return field;
}

export function controlAt(form: DossierForm, path: string): HTMLInputElement {
  return fieldAt(form, path).shadowRoot?.querySelector("#control") as HTMLInputElement;
}

export function cellAt(form: DossierForm, row: number, column: number): HTMLInputElement {
  return fieldAt<LineTable>(form, "lines").shadowRoot?.querySelector(`[data-row="${row}"][data-column="${column}"]`) as HTMLInputElement;
}

export function fillIn(control: HTMLInputElement, text: string): void {
  control.focus();
  control.select();
  if (text === "") control.ownerDocument.execCommand("delete");
  else type(control, text);
  leave(control);
}

export async function fillOrder(form: DossierForm): Promise<void> {
  fillIn(controlAt(form, "number"), "L-12");
  fillIn(controlAt(form, "date"), "20/11/2026");
  fillIn(controlAt(form, "account"), "9523.4.1999901");
  fillIn(cellAt(form, 0, 0), "Tiền điện");
  fillIn(cellAt(form, 0, 1), "6501");
  fillIn(cellAt(form, 0, 2), "18540000");
  await form.updateComplete;
}

export function submitButton(form: DossierForm): HTMLButtonElement {
  return form.shadowRoot?.querySelector("button[type=submit]") as HTMLButtonElement;
}
