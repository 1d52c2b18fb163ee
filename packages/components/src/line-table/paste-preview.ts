import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { errorIcon } from "../foundation/icons.ts";
import type { Localize } from "../foundation/localize.ts";
import type { Paste } from "./spreadsheet-text.ts";

export { pastePreviewStyles } from "./paste-preview.styles.ts";
export { applyPaste, planPaste } from "./spreadsheet-text.ts";

const SHOWN = 100;

/** What is about to be pasted, cell by cell, before anything changes. */
export function renderPastePreview(
  paste: Paste,
  existing: number,
  localize: Localize,
  answer: (accepted: boolean) => void,
): TemplateResult {
  const bad = paste.rows.flat().filter((cell) => cell.problem).length;
  const replaced = Math.min(paste.rows.length, Math.max(0, existing - paste.at));
  const notes = [
    replaced > 0 && localize.text("paste.replaces", { n: replaced, from: paste.at + 1, to: paste.at + replaced }),
    paste.rows.length > replaced && localize.text("paste.adds", { n: paste.rows.length - replaced }),
    paste.tooMany > 0 && localize.text("paste.too-many", { n: paste.tooMany }),
    paste.tooWide > 0 && localize.text("paste.too-wide", { n: paste.tooWide }),
  ].filter((note) => note !== false);
  return html`<dialog
    class="paste"
    aria-labelledby="paste-title"
    ${ref(show)}
    @cancel=${(event: Event) => {
      event.preventDefault();
      answer(false);
    }}
  >
    <h3 id="paste-title">${localize.text("paste.title")}</h3>
    <ul>
      ${notes.map((note) => html`<li>${note}</li>`)}
    </ul>
    ${bad > 0 ? html`<p class="fault">${errorIcon}<span>${localize.text("paste.unreadable", { n: bad })}</span></p>` : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label=${localize.text("paste.title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">${localize.text("table.number")}</th>
            ${paste.columns.map((column) => html`<th scope="col">${column.label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${paste.rows.slice(0, SHOWN).map(
            (cells, index) =>
              html`<tr>
                <th scope="row">${paste.at + index + 1}</th>
                ${cells.map(
                  (cell) =>
                    html`<td class=${cell.problem ? "fault" : cell.column.readOnly ? "muted" : ""}>
                      ${cell.text}${cell.problem ? html`<br /><small>${localize.text(`problem.${cell.problem}`, { label: cell.column.label })}</small>` : nothing}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${paste.rows.length > SHOWN ? html`<p class="muted">${localize.text("paste.shown", { n: SHOWN, of: paste.rows.length })}</p>` : nothing}
    <div class="actions">
      <button type="button" class="primary" autofocus @click=${() => answer(true)}>
        ${localize.text("paste.accept", { n: paste.rows.length })}
      </button>
      <button type="button" @click=${() => answer(false)}>${localize.text("again.no")}</button>
    </div>
  </dialog>`;
}

function show(element: Element | undefined): void {
  if (element instanceof HTMLDialogElement && !element.open)
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
}
