import browser from "webextension-polyfill";
import { FiscError } from "@fisc/core";
import { formatDate } from "@fisc/core/text/script";
import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import { AuditLog, firstBroken } from "../background/audit.ts";
import type { AuditEntry } from "../background/audit.ts";
import { Grants } from "../background/grants.ts";
import type { Grant } from "../background/grants.ts";
import { textsOf } from "../locales/messages.ts";
import type { Texts } from "../locales/messages.ts";
import { styles } from "../window/styles.ts";
import { runDiagnosis } from "./diagnosis.ts";
import type { DiagnosisLine } from "./diagnosis.ts";

/** Settings: permissions of sites, the log of signatures, and a check of every link between browser and key. */
export class OptionsPage extends LitElement {
  static override readonly styles = styles;
  readonly #text: Texts = textsOf(browser.i18n.getUILanguage());
  readonly #store = new Grants(browser.storage.local);
  #grants: readonly Grant[] = [];
  #entries: readonly AuditEntry[] = [];
  #broken = -1;
  #lines: readonly DiagnosisLine[] = [];
  #running = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.#text.locale;
    document.title = this.#text("options.title");
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#grants = await this.#store.list();
    this.#entries = await new AuditLog(browser.storage.local).entries();
    this.#broken = await firstBroken(this.#entries);
    this.requestUpdate();
  }

  async #revoke(grant: Grant): Promise<void> {
    await this.#store.revoke(grant);
    await this.#load();
    this.renderRoot.querySelector<HTMLElement>("#grants")?.focus();
  }

  async #diagnose(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.requestUpdate();
    try {
      this.#lines = await runDiagnosis(this.#text);
    } catch (error) {
      this.#lines = [
        {
          link: this.#text("options.diagnosis.host"),
          state: this.#text(`error.${error instanceof FiscError ? error.code : "host.crashed"}`),
          ok: false,
        },
      ];
    } finally {
      this.#running = false;
      this.requestUpdate();
    }
  }

  protected override render(): TemplateResult {
    const text = this.#text;
    return html`<main>
      <h1>${text("options.title")}</h1>
      <h2 id="grants" tabindex="-1">${text("options.grants")}</h2>
      ${
        this.#grants.length === 0
          ? html`<p>${text("options.grants.none")}</p>`
          : html`<ul>
              ${this.#grants.map((grant) => this.#grant(grant))}
            </ul>`
      }
      <h2>${text("options.diagnosis")}</h2>
      <button id="diagnose" aria-disabled=${this.#running} @click=${this.#diagnose}>${text("options.diagnosis.run")}</button>
      <div role="status">${this.#running ? html`<p>${text("options.diagnosis.running")}</p>` : this.#report()}</div>
      <h2>${text("options.audit")}</h2>
      <p>
        ${text("options.audit.count", { count: this.#entries.length })}.
        ${this.#broken < 0 ? text("options.audit.whole") : text("options.audit.broken", { index: this.#broken + 1 })}
      </p>
      <button id="export-audit" @click=${() => save("fisc-signing-log.json", this.#entries)}>${text("options.audit.export")}</button>
    </main>`;
  }

  #grant(grant: Grant): TemplateResult {
    const text = this.#text;
    const name = grant.top === "" ? grant.origin : text("options.grants.inside", { origin: grant.origin, top: grant.top });
    const date = formatDate(new Date(grant.expires), text.locale, { dateStyle: "medium" });
    return html`<li>
      <span class="origin">${name}</span> ${text("options.grants.until", { date })}
      <div class="actions"><button @click=${() => this.#revoke(grant)}>${text("options.grants.revoke", { origin: name })}</button></div>
    </li>`;
  }

  #report(): TemplateResult | typeof nothing {
    if (this.#lines.length === 0) return nothing;
    return html`<dl>
        ${this.#lines.map(
          ({ link, state, ok }) =>
            html`<div>
              <dt>${link}</dt>
              <dd>${ok ? "✓" : "✗"} ${state}</dd>
            </div>`,
        )}
      </dl>
      <button @click=${() => save("fisc-diagnosis.json", this.#lines)}>${this.#text("options.diagnosis.export")}</button>`;
  }
}

function save(name: string, content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

customElements.define("fisc-signing-options", OptionsPage);
