import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { FiscError, type CodeListEntry, type JsonObject } from "@fisc/core";
import { Combobox } from "../foundation/combobox.ts";
import { controls } from "../foundation/control-styles.ts";
import { EnvironmentController } from "../foundation/environment-controller.ts";
import { Localize } from "../foundation/localize.ts";
import { tokens } from "../foundation/tokens.ts";
import { renderCell, type CellHandlers } from "./cell-control.ts";
import { cellValue, formatCell, isBlankRow, parseCell, withCell, type LineColumn, type Writing } from "./columns.ts";
import { drawFoot, drawHead, drawRowActions, drawTotals } from "./draw-table.ts";
import { CellChangeEvent, CellLeftEvent, RowsChangeEvent } from "./line-table-events.ts";
import { lineTableStyles } from "./line-table.styles.ts";
import { tableCommand } from "./table-keyboard.ts";
import { Pasting } from "./pasting.ts";
import { TableEditing } from "./table-editing.ts";

/**
 * @summary Lines of a voucher: typed, pasted from a spreadsheet, added, copied and removed, with totals.
 * @documentation Keys: Enter goes to the next row, Shift+Enter back; Ctrl and arrows go from cell to cell; Alt+Insert
 * adds a row below, Alt+Shift+Insert copies the row, Alt+Delete removes it. Text with tabs or line ends, pasted into
 * a cell, is laid over the table from there after a preview. On narrow screens each row becomes a card.
 * @fires fisc-cell-change - {CellChangeEvent} One cell was changed by the person.
 * @fires fisc-cell-left - {CellLeftEvent} The person has left a cell that they changed.
 * @fires fisc-rows-change - {RowsChangeEvent} Rows came or went.
 * @csspart table - The table.
 * @csspart cell - One cell.
 * @csspart add - Button that adds a row.
 */
export class LineTable extends LitElement {
  static override styles = [tokens, controls, lineTableStyles];

  /** What the lines are. */
  @property() label = "";
  @property({ attribute: false }) columns: readonly LineColumn[] = [];
  @property({ attribute: false }) rows: readonly JsonObject[] = [];
  /** What a new row holds. */
  @property({ attribute: false }) blankRow: JsonObject = {};
  @property({ type: Number, attribute: "min-rows" }) minRows = 1;
  @property({ type: Number, attribute: "max-rows" }) maxRows = 1000;
  /** Path of a column → its total, as it is to be read. */
  @property({ attribute: false }) totals: Readonly<Record<string, string>> = {};
  /** `<row>.<path>` → fault of that cell. */
  @property({ attribute: false }) errors: ReadonlyMap<string, string> = new Map();
  /** `<row>.<path>` → doubt about that cell. */
  @property({ attribute: false }) warnings: ReadonlyMap<string, string> = new Map();
  /** Fault of the table as a whole. */
  @property() error = "";
  /** Decimal places of the currency. */
  @property({ type: Number }) decimals = 0;
  @property({ type: Boolean, reflect: true, attribute: "readonly" }) readOnly = false;
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";

  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.locale || this.environment.locale, ["field", "form"]);
  readonly #combobox = new Combobox(this, this.localize, (entry) => this.#chooseCode(entry));
  readonly #editing: TableEditing = new TableEditing(this, this.localize);
  readonly #pasting = new Pasting(this, this.#editing, this.localize);
  readonly #handlers: CellHandlers = {
    input: (event) => this.#onInput(event.target as HTMLInputElement),
    change: (event) => this.#onChange(event),
    blur: () => this.#combobox.close(),
  };

  /** Cells whose text cannot be read, by row and path. */
  get problems(): readonly { readonly row: number; readonly column: string; readonly text: string }[] {
    return this.rows.flatMap((_row, row) =>
      this.columns.flatMap((column) => {
        const problem = this.#editing.typed(row, column.path)?.problem;
        return problem ? [{ row, column: column.path, text: this.localize.text(`problem.${problem}`, { label: column.label }) }] : [];
      }),
    );
  }

  /** Brings a cell into view and puts the focus in it; false where there is none. */
  focusCell(row: number, path: string): boolean {
    const column = this.columns.findIndex((candidate) => candidate.path === path);
    return this.go(row, Math.max(0, column));
  }

  override focus(): void {
    this.go(0, 0);
  }

  /** How figures are written in the cells. */
  get writing(): Writing {
    return { locale: this.localize.locale, decimals: this.decimals };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("rows")) this.#editing.sync(this.rows.length);
  }

  protected override render(): TemplateResult {
    return html`<div class="scroll">
        <table
          role="table"
          part="table"
          aria-label=${this.label}
          @keydown=${this.#onKey}
          @paste=${(event: ClipboardEvent) => this.#pasting.take(event, this.#where(event.target as HTMLElement))}
        >
          ${drawHead(this.columns, this.readOnly, this.localize)}
          <tbody role="rowgroup">
            ${repeat(
              this.rows,
              (_row, index) => this.#editing.key(index),
              (row, index) => guard(this.#rowFacts(row, index), () => this.#renderRow(row, index)),
            )}
          </tbody>
          ${drawTotals(this.columns, this.totals, this.readOnly, this.localize)}
        </table>
      </div>
      ${this.error ? html`<p class="message error table-error">${this.error}</p>` : nothing}
      ${this.readOnly ? nothing : drawFoot(this.rows.length, this.maxRows, this.#editing, this.localize)}
      <div class="visually-hidden" role="status">${this.#editing.said}</div>
      ${this.#combobox.render()} ${this.#pasting.render()}`;
  }

  /** A row is drawn anew only where one of these has changed: a thousand rows stay quick to type in. */
  #rowFacts(row: JsonObject, index: number): unknown[] {
    const facts: unknown[] = [
      row,
      index,
      this.columns,
      this.readOnly,
      this.localize.text("table.number"),
      this.localize.locale,
      this.rows.length > this.minRows,
    ];
    for (const column of this.columns) {
      const at = `${index}.${column.path}`;
      facts.push(this.errors.get(at), this.warnings.get(at), this.#editing.typed(index, column.path));
    }
    return facts;
  }

  #renderRow(row: JsonObject, index: number): TemplateResult {
    const number = this.localize.text("table.row", { n: index + 1 });
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="row-number" id="row-${index}">
        <span class="card-title">${number}</span><span class="digits" aria-hidden="true">${index + 1}</span>
      </th>
      ${this.columns.map((column, at) => {
        const typed = this.#editing.typed(index, column.path);
        const value = cellValue(row, column.path);
        const problem = typed?.problem ? this.localize.text(`problem.${typed.problem}`, { label: column.label }) : "";
        return renderCell(
          {
            column,
            at,
            row: index,
            text: typed?.text ?? formatCell(column, value, this.writing),
            error: problem || (this.errors.get(`${index}.${column.path}`) ?? ""),
            warning: this.warnings.get(`${index}.${column.path}`) ?? "",
            readOnly: this.readOnly || column.readOnly,
            codeName:
              column.type === "code" && Array.isArray(column.codes)
                ? ((column.codes as readonly CodeListEntry[]).find((entry) => entry.code === value)?.name ?? "")
                : "",
          },
          this.#handlers,
          this.localize,
        );
      })}
      ${this.readOnly ? nothing : drawRowActions(index, this.rows.length > this.minRows, this.#editing, this.localize)}
    </tr>`;
  }

  #where(input: HTMLElement): { readonly row: number; readonly at: number; readonly column: LineColumn } | undefined {
    const row = Number(input.dataset["row"]);
    const at = Number(input.dataset["column"]);
    const column = this.columns[at];
    return column && input.dataset["row"] !== undefined ? { row, at, column } : undefined;
  }

  #onInput(input: HTMLInputElement | HTMLSelectElement): void {
    const cell = this.#where(input);
    if (!cell) return;
    this.#write(cell.row, cell.column, input.value);
    if (cell.column.type === "code" && cell.column.codes && input instanceof HTMLInputElement) {
      this.#combobox.open(input, cell.column.codes, input.value);
    }
  }

  #write(row: number, column: LineColumn, text: string): void {
    let value;
    let problem = "";
    try {
      value = parseCell(column, text, this.writing);
    } catch (error) {
      if (!(error instanceof FiscError)) throw error;
      problem = error.code;
    }
    this.#editing.setTyped(row, column.path, { text, problem });
    this.#editing.cellEdited();
    const before = this.rows[row];
    if (before) this.rows = this.rows.with(row, withCell(before, column.path, value));
    this.requestUpdate();
    this.dispatchEvent(new CellChangeEvent(row, column.path, value));
  }

  /** The person has left the cell: what could be read is now written as it should be. */
  #onChange(event: Event): void {
    event.stopPropagation();
    const cell = this.#where(event.target as HTMLElement);
    if (!cell) return;
    if (!this.#editing.typed(cell.row, cell.column.path)?.problem) this.#editing.setTyped(cell.row, cell.column.path, undefined);
    this.requestUpdate();
    this.dispatchEvent(new CellLeftEvent(cell.row, cell.column.path));
  }

  #onKey(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    const cell = this.#where(input);
    if (!cell) return;
    if (
      cell.column.codes &&
      !cell.column.readOnly &&
      this.#combobox.serves(input) &&
      this.#combobox.keydown(event, input, cell.column.codes)
    )
      return;
    if (cell.column.codes && !cell.column.readOnly && event.key === "ArrowDown" && !event.ctrlKey) {
      this.#combobox.keydown(event, input, cell.column.codes);
      return;
    }
    const command = tableCommand(event);
    if (!command) return;
    event.preventDefault();
    this.#combobox.close();
    if (command.do === "go") this.go(cell.row + command.rows, cell.at + command.columns);
    else if (command.do === "next-row") this.#nextRow(cell.row, cell.at);
    else if (this.readOnly) return;
    else if (command.do === "insert") this.#editing.insert(cell.row + 1, cell.at);
    else if (command.do === "duplicate") this.#editing.duplicate(cell.row, cell.at);
    else this.#editing.remove(cell.row, cell.at);
  }

  /** Puts the focus into a cell by the numbers of its row and column; false where there is none. */
  go(row: number, column: number): boolean {
    const target = this.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return target !== null;
  }

  /** Takes rows that the person put together otherwise than by typing. */
  rowsEdited(rows: readonly JsonObject[]): void {
    this.rows = rows;
    this.dispatchEvent(new RowsChangeEvent(rows));
  }

  #nextRow(row: number, at: number): void {
    const current = this.rows[row];
    if (row + 1 < this.rows.length) this.go(row + 1, at);
    // At the end Enter adds a row, so that a list is typed without leaving the keys; a blank row ends it.
    else if (!this.readOnly && current && !isBlankRow(current, this.columns)) this.#editing.insert(row + 1, at);
  }

  #chooseCode(entry: CodeListEntry): void {
    const { input } = this.#combobox;
    const cell = input && this.#where(input);
    if (!cell) return;
    this.#write(cell.row, cell.column, entry.code);
    this.#editing.setTyped(cell.row, cell.column.path, undefined);
    this.dispatchEvent(new CellLeftEvent(cell.row, cell.column.path));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-line-table": LineTable;
  }
}
