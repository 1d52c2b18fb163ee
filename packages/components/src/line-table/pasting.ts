import type { JsonObject } from "@fisc/core";
import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { adoptStyles } from "../foundation/adopt-styles.ts";
import type { Localize } from "../foundation/localize.ts";
import type { LineColumn, Writing } from "./columns.ts";
import type { Paste } from "./spreadsheet-text.ts";
import type { TableEditing } from "./table-editing.ts";

export interface PasteTarget extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly columns: readonly LineColumn[];
  readonly rows: readonly JsonObject[];
  readonly blankRow: JsonObject;
  readonly maxRows: number;
  readonly readOnly: boolean;
  readonly writing: Writing;
  focusCell(row: number, path: string): boolean;
}

/** A block of cells from a spreadsheet on its way into a table: shown first, taken over when the person agrees. Its script comes with the first one. */
export class Pasting {
  readonly #table: PasteTarget;
  readonly #editing: TableEditing;
  readonly #localize: Localize;
  #preview: { readonly paste: Paste; readonly module: typeof import("./paste-preview.ts") } | undefined;

  constructor(table: PasteTarget, editing: TableEditing, localize: Localize) {
    this.#table = table;
    this.#editing = editing;
    this.#localize = localize;
  }

  /** A word pasted into a cell stays the browser's business. */
  async take(event: ClipboardEvent, cell: { readonly row: number; readonly at: number } | undefined): Promise<void> {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (this.#table.readOnly || !cell || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const [module] = await Promise.all([import("./paste-preview.ts"), this.#localize.load(["dialogs"])]);
    const { renderRoot, columns, maxRows, writing } = this.#table;
    if (renderRoot instanceof ShadowRoot) adoptStyles(renderRoot.host, module.pastePreviewStyles);
    this.#preview = { module, paste: module.planPaste(text, { row: cell.row, column: cell.at }, columns, maxRows, writing) };
    this.#table.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#preview) return nothing;
    const { module, paste } = this.#preview;
    return module.renderPastePreview(paste, this.#table.rows.length, this.#localize, (accepted) => this.#answer(accepted));
  }

  #answer(accepted: boolean): void {
    const preview = this.#preview;
    this.#preview = undefined;
    this.#table.requestUpdate();
    if (!preview) return;
    const { paste, module } = preview;
    if (accepted) {
      const rows = module.applyPaste(this.#table.rows, paste, this.#table.blankRow, this.#table.writing);
      const { at, rows: pasted } = paste;
      const count = Math.min(pasted.length, this.#table.rows.length - at);
      this.#editing.replace(at, count, rows.slice(at, at + pasted.length), this.#localize.text("paste.done", { n: pasted.length }));
    }
    const first = paste.columns[0];
    void this.#table.updateComplete.then(() => first && this.#table.focusCell(paste.at, first.path));
  }
}
