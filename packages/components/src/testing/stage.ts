import type { TreasuryApi, Session } from "@fisc/core/api";
import type { SigningClient } from "@fisc/core/signing";
import { FiscError, type CarrierDiagnosis, type SignInput } from "@fisc/core";
import { html, render, type TemplateResult } from "lit";
import { loadLocale } from "../foundation/localize.ts";
import type { FiscProvider } from "../provider/provider.ts";
import { createMemoryApi, type MemoryApi } from "./memory-api.ts";
import { MemoryTreasury } from "./memory-treasury.ts";
import { sampleData, sampleProcedure } from "./sample-procedure.ts";

// Failures have their words at hand, as after a person's first touch.
await Promise.all(["en", "vi"].map((locale) => loadLocale(locale, ["errors"])));

const unit = { code: "1999901", name: "Trường THCS Sông Xanh", accounts: [], attributes: {} };
const office = { code: "9901", name: "Văn phòng số 99" };

const person = (subject: string, name: string, role: string, side: Session["side"]): Session => ({
  subject,
  name,
  email: `${subject}@example.com`,
  roles: [role],
  side,
  profile: "test",
  ...(side === "unit" ? { unit } : { office }),
});

export const people = [
  person("accountant", "Trần Thị Mẫu", "unit.accountant", "unit"),
  person("head", "Nguyễn Văn Thử", "unit.head", "unit"),
  person("clerk", "Lê Minh Ví", "office.clerk", "treasury"),
  person("chief", "Phạm Thu Hà", "office.chief", "treasury"),
  { ...person("stranger", "Đỗ Xa Lạ", "unit.head", "unit"), unit: { ...unit, code: "1999902", name: "Đơn vị khác" } },
] as const;

/** A treasury with one dossier that holds a contract, waiting for the accountant. */
export function openTreasury(now?: () => Date) {
  const treasury = new MemoryTreasury({
    procedures: (locale) => [sampleProcedure(locale.startsWith("vi") ? "vi" : "en")],
    people,
    ...(now ? { now } : {}),
  });
  const contract = new Blob(["%PDF-1.7 contract"], { type: "application/pdf" });
  treasury.files.set("file-contract", contract);
  const dossier = treasury.create(treasury.person("accountant"), unit, "test.grant", sampleData, [
    {
      id: "file-contract",
      slot: "contract",
      name: "hop-dong.pdf",
      mediaType: "application/pdf",
      size: contract.size,
      sha256: "a".repeat(64),
    },
  ]);
  return { treasury, dossier };
}

/** Signs at once, or fails with `code`; remembers what it was asked to sign. */
export class FakeSigningClient implements SigningClient {
  readonly asked: SignInput[] = [];
  installed = true;
  failure: FiscError | undefined;
  /** While set, the trusted window stays open until the page cancels. */
  waits = false;

  async probe() {
    return this.installed ? { version: "0.1.0" } : null;
  }

  async sign(input: SignInput, signal?: AbortSignal) {
    this.asked.push(input);
    if (this.waits) {
      await new Promise<void>((_, reject) => signal?.addEventListener("abort", () => reject(new FiscError("user.cancelled"))));
    }
    if (this.failure) throw this.failure;
    return { request: input.request.id, manifest: "", asicManifest: "", signature: "" };
  }

  /** What the extension finds on the way to the key. */
  diagnosis: CarrierDiagnosis = { granted: false, findings: [] };

  async diagnose() {
    if (this.failure) throw this.failure;
    if (!this.installed) throw new FiscError("extension.missing");
    return { version: "0.1.0", diagnosis: this.diagnosis };
  }
}

export interface Stage {
  readonly provider: FiscProvider;
  readonly api: MemoryApi;
  readonly signing: FakeSigningClient;
  remove(): void;
}

/** Elements below a provider on the page, for one person. */
export function stage(
  treasury: MemoryTreasury,
  subject: string | null,
  content: TemplateResult,
  { locale = "en", wrap }: { readonly locale?: string; readonly wrap?: (api: MemoryApi) => TreasuryApi } = {},
): Stage {
  const api = createMemoryApi(treasury, subject);
  const signing = new FakeSigningClient();
  const host = document.createElement("div");
  document.body.append(host);
  document.documentElement.lang = locale;
  render(html`<fisc-provider locale=${locale} .treasuryApi=${wrap ? wrap(api) : api} .signing=${signing}>${content}</fisc-provider>`, host);
  return { provider: host.querySelector("fisc-provider") as FiscProvider, api, signing, remove: () => host.remove() };
}

/** Waits until `look` gives something true; fails with what was looked for. */
export async function until<T>(look: () => T | null | undefined | false, what: string, milliseconds = 3_000): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`never seen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Every text below an element, through shadow roots, as it is drawn. */
export function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement) return "";
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes().map(textOf).join(" ");
  const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  if (inside.childNodes.length === 0) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "";
  return [...inside.childNodes]
    .map(textOf)
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/\( /g, "(")
    .replace(/ ([):,.])/g, "$1")
    .trim();
}

/** First element that matches, through shadow roots. */
export function find<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T | null {
  const here = root.querySelector<T>(selector);
  if (here) return here;
  for (const element of [root, ...root.querySelectorAll("*")]) {
    const inside = element instanceof Element && element.shadowRoot ? find<T>(element.shadowRoot, selector) : null;
    if (inside) return inside;
  }
  return null;
}

/** The first element that matches, through shadow roots. @throws Error where there is none */
export function get<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T {
  const found = find<T>(root, selector);
  if (!found) throw new Error(`not on the page: ${selector}`);
  return found;
}
