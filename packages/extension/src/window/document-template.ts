import { figuresOf, hasWordsOf } from "@fisc/core/text/script";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Texts } from "../locales/messages.ts";
import { visible } from "./document-view.ts";
import type { DocumentView, ViewRow, ViewTable } from "./document-view.ts";
import { canBeShown } from "./files.ts";
import type { ReceivedFile } from "./files.ts";

export interface OpenableFile extends ReceivedFile {
  /** `blob:` address of the very bytes whose digest is signed. */
  readonly address: string;
}

export function documentTemplate(view: DocumentView, text: Texts): TemplateResult {
  return html`
    ${view.gist === undefined ? nothing : gist(view.gist, text)}
    ${view.sections.map(
      (section) =>
        html`<section class="part">
          <h3>${section.title}</h3>
          ${items(section.items, text)}${leftEmpty(section.items, text)}
        </section>`,
    )}
    ${
      view.further.length === 0
        ? nothing
        : html`<section class="part" id="further">
            <h3>${text("document.further")}</h3>
            ${items(view.further, text)}
          </section>`
    }
  `;
}

function gist({ title, number, amount, words }: NonNullable<DocumentView["gist"]>, text: Texts): TemplateResult {
  return html`<div class="gist" id="gist">
    <div class="amount">${amount}</div>
    ${words === "" ? nothing : html`<div class="words">${text("document.words")}: ${words}</div>`}
    <div>${[number, title].filter((part) => part !== "").join(" · ")}</div>
  </div>`;
}

/** Fields without a value are part of what is signed: they are named, together. */
function leftEmpty(all: readonly (ViewRow | ViewTable)[], text: Texts): TemplateResult | typeof nothing {
  const labels = all.flatMap((item) => (item.kind === "row" && item.empty ? [item.label] : []));
  return labels.length === 0 ? nothing : html`<p class="muted">${text("document.empty", { fields: labels.join(", ") })}</p>`;
}

/** Rows beside each other become one list, tables stand between them. */
function items(all: readonly (ViewRow | ViewTable)[], text: Texts): TemplateResult[] {
  const parts: TemplateResult[] = [];
  let rows: ViewRow[] = [];
  const flush = (): void => {
    if (rows.length > 0) parts.push(html`<dl>${rows.map((entry) => row(entry, text))}</dl>`);
    rows = [];
  };
  for (const item of all) {
    if (item.kind === "row") {
      if (!item.empty) rows.push(item);
    } else {
      flush();
      parts.push(table(item, text));
    }
  }
  flush();
  return parts;
}

function row({ label, value, words, language }: ViewRow, text: Texts): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd lang=${ifDefined(language)}>
      ${value}${words === "" ? nothing : html`<span class="words">${text("document.words")}: ${words}</span>`}
    </dd>
  </div>`;
}

function table({ label, columns, rows }: ViewTable, text: Texts): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${label}>
    <table>
      <caption>
        ${label}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text("document.line")}</th>
          ${columns.map((column) => html`<th scope="col" class=${column.numeric ? "number" : ""}>${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells, index) =>
            html`<tr>
              <th scope="row">${index + 1}</th>
              ${cells.map((cell, at) => html`<td class=${columns[at]?.numeric ? "number" : ""}>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function filesTemplate(files: readonly OpenableFile[], text: Texts): TemplateResult {
  if (files.length === 0) return html`<p>${text("files.none")}</p>`;
  return html`<ul class="files">
    ${files.map(({ attachment, address }) => {
      const name = visible(attachment.name);
      const size = sizeText(attachment.size, text.locale);
      return html`<li>
        ${
          canBeShown(attachment.mediaType)
            ? html`<a href=${address} target="_blank" rel="noopener">${text("files.open", { name })}</a>`
            : html`<a href=${address} download=${attachment.name}>${text("files.save", { name })}</a>`
        }
        <span class="muted">${text("files.size", { size, digest: attachment.sha256 })}</span>
      </li>`;
    })}
  </ul>`;
}

function sizeText(bytes: number, locale: string): string {
  const [value, unit, sign] =
    bytes < 1000 ? [bytes, "byte", "B"] : bytes < 1_000_000 ? [bytes / 1000, "kilobyte", "kB"] : [bytes / 1_000_000, "megabyte", "MB"];
  if (!hasWordsOf(locale)) return `${new Intl.NumberFormat(figuresOf(locale), { maximumFractionDigits: 1 }).format(value)}\u00A0${sign}`;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(value);
}
