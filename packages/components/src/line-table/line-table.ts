import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Json, JsonObject } from "@fisc/core";
import { Combobox } from "../foundation/combobox.ts";
import { controls } from "../foundation/control-styles.ts";
import { EnvironmentController } from "../foundation/environment-controller.ts";
import { property, state } from "../foundation/property.ts";
import { Localize } from "../foundation/localize.ts";
import { tokens } from "../foundation/tokens.ts";
import { CellEvents } from "./cell-events.ts";
import { CellFocus } from "./cell-focus.ts";
import { noCellTexts, type CellTexts } from "./cell-texts.ts";
import type { LineColumn, Writing } from "./columns.ts";
import { CommandsOnDemand } from "./commands-on-demand.ts";
import { drawFoot, drawHead, drawTotals } from "./draw-table.ts";
import { CellChangeEvent, RowsChangeEvent } from "./line-table-events.ts";
import { lineTableStyles } from "./line-table.styles.ts";
import { Pasting } from "./pasting.ts";
import { RowsInSight } from "./rows-in-sight.ts";
import { TableCells } from "./table-cells.ts";
import { TableCursor } from "./table-cursor.ts";
import { TableEditing } from "./table-editing.ts";
import { TableFormControl } from "./table-form-control.ts";

/**
 * @summary Lines of a voucher or a register, up to tens of thousands: typed, pasted from a spreadsheet, filled down, with totals. One form control.
 * @documentation The keys are those of a spreadsheet, see `keyboardMap`; Escape and then Tab leaves the table. Text with tabs or line ends,
 * pasted into a cell, is laid over the table from there after a preview. Long tables scroll in a region of their own and draw only the rows in
 * sight. On narrow screens each row becomes a card.
 * @fires fisc-cell-change - {CellChangeEvent} One cell was changed by the person.
 * @fires fisc-cell-left - {CellLeftEvent} The person has left a cell that they changed.
 * @fires fisc-rows-change - {RowsChangeEvent} Rows came or went, or several cells changed at once.
 * @csspart table - The table.
 * @csspart row - One line.
 * @csspart cell - One cell.
 * @csspart add - Button that adds a row.
 * @cssstate invalid - A cell cannot be read, or the page found a fault.
 */
export class LineTable extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, controls, lineTableStyles];

  /** Name under which the rows go into `FormData`, as JSON. */
  @property({ reflect: true }) name = "";
  /** What the lines are. */
  @property() label = "";
  /** The columns, in the order of the table. */
  @property({ attribute: false }) columns: readonly LineColumn[] = [];
  /** The lines: an object each, by the paths of the columns. */
  @property({ attribute: false }) rows: readonly JsonObject[] = [];
  /** What a new row holds. */
  @property({ attribute: false }) blankRow: JsonObject = {};
  /** Lines that cannot be removed. */
  @property({ type: Number, attribute: "min-rows" }) minRows = 1;
  /** Lines that there may be at most. */
  @property({ type: Number, attribute: "max-rows" }) maxRows = 1000;
  /** Path of a column → its total, as it is to be read. */
  @property({ attribute: false }) totals: Readonly<Record<string, string>> = {};
  /** `<row>.<path>` → fault of that cell. */
  @property({ attribute: false }) errors: CellTexts = noCellTexts;
  /** `<row>.<path>` → doubt about that cell. */
  @property({ attribute: false }) warnings: CellTexts = noCellTexts;
  /** Fault of the table as a whole. */
  @property() error = "";
  /** Decimal places of the currency. */
  @property({ type: Number }) decimals = 0;
  /** Can be read and copied, not changed; its lines are sent. */
  @property({ type: Boolean, reflect: true, attribute: "readonly" }) readOnly = false;
  /** Can neither be changed nor reached; its lines are not sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Lines can be brought in from files and saved to files. */
  @property({ type: Boolean }) files = false;
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";
  @state() private formDisabled = false;

  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.locale || this.environment.locale, ["field", "form"]);
  readonly #control = new TableFormControl(this, this.attachInternals());
  readonly #cursor = new TableCursor();
  readonly #editing: TableEditing = new TableEditing(this, this.localize);
  readonly #commands: CommandsOnDemand = new CommandsOnDemand(this, this.#cursor, this.#editing);
  readonly #window: RowsInSight = new RowsInSight(this);
  readonly #focus: CellFocus = new CellFocus(this, this.#cursor, this.#window);
  readonly #combobox: Combobox = new Combobox(this, this.localize, (entry) => this.#events.chooseCode(entry));
  readonly #events: CellEvents = new CellEvents(this, this.#cursor, this.#editing, this.#commands, this.#combobox);
  readonly #pasting: Pasting = new Pasting(this, this.#editing, this.localize);
  readonly #cells: TableCells = new TableCells(this, this.#cursor, this.#editing, this.localize, this.#events);
  #keysOf: readonly number[] = [];

  constructor() {
    super();
    // The faults are drawn in the cells; the browser's own bubble would cover them.
    this.addEventListener("invalid", (event) => event.preventDefault());
  }

  /** The rows. */
  get value(): readonly JsonObject[] {
    return this.rows;
  }
  set value(rows: readonly JsonObject[]) {
    this.rows = rows;
  }
  get form(): HTMLFormElement | null {
    return this.#control.internals.form;
  }
  get validity(): ValidityState {
    return this.#control.internals.validity;
  }
  get validationMessage(): string {
    return this.#control.internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.#control.internals.willValidate;
  }
  checkValidity(): boolean {
    this.#control.validate();
    return this.#control.internals.checkValidity();
  }
  reportValidity(): boolean {
    this.#control.validate();
    return this.#control.internals.reportValidity();
  }

  /** Cells whose text cannot be read, by row and path. */
  get problems(): readonly { readonly row: number; readonly column: string; readonly text: string }[] {
    return this.#editing.problems;
  }
  /** Nothing can be changed now. */
  get locked(): boolean {
    return this.readOnly || this.isDisabled || this.#editing.busy;
  }
  get isDisabled(): boolean {
    return this.disabled || this.formDisabled;
  }
  /** How figures are written in the cells. */
  get writing(): Writing {
    return { locale: this.localize.locale, decimals: this.decimals };
  }
  /** Count of rows that Page Down goes over. */
  get pageRows(): number {
    return this.#window.pageRows;
  }

  /** Brings a cell into view and puts the focus in it; false where there is none. */
  focusCell(row: number, path: string): boolean {
    const column = this.columns.findIndex((candidate) => candidate.path === path);
    return this.go(row, Math.max(0, column));
  }

  override focus(): void {
    this.go(this.#cursor.place.row, this.#cursor.place.at);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#control.belongTo(form);
  }
  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }
  formResetCallback(): void {
    this.#editing.reset();
    this.rows = this.#control.initialRows;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.#control.initialRows = this.rows;
    if (changed.has("rows")) this.#editing.sync(this.rows.length);
    if (this.#keysOf !== this.#editing.keys) {
      this.#keysOf = this.#editing.keys;
      this.#window.follow(this.#keysOf);
    }
    this.#cursor.within(this.rows.length, this.columns.length);
  }

  protected override render(): TemplateResult {
    const { columns, localize, locked } = this;
    const on = this.#events;
    const actions = locked ? 0 : 1;
    const totals = Object.keys(this.totals).length > 0 ? 1 : 0;
    return html`<div class="scroll ${this.#window.isLong ? "long" : ""}">
        <table
          role="grid"
          part="table"
          aria-label=${this.label}
          aria-multiselectable="true"
          aria-readonly=${locked}
          aria-busy=${this.#editing.busy}
          aria-rowcount=${this.rows.length + 1 + totals}
          aria-colcount=${columns.length + 1 + actions}
          @keydown=${on.key}
          @focusin=${on.focus}
          @pointerdown=${on.pointer}
          @click=${on.click}
          @dblclick=${() => this.editText(true)}
          @copy=${on.copy}
          @cut=${on.copy}
          @paste=${(event: ClipboardEvent) => this.#pasting.take(event, on.where(event.target))}
        >
          ${drawHead(columns, locked, localize)}
          <tbody role="rowgroup">
            ${this.#cells.drawn(this.#window.shown(this.#cursor.place.row))}
          </tbody>
          ${drawTotals(columns, this.totals, this.rows.length, locked, localize)}
        </table>
      </div>
      ${this.error ? html`<p class="message error table-error">${this.error}</p>` : nothing}
      ${locked ? nothing : drawFoot(this.rows.length, this.maxRows, this.#editing, this.files ? this.#pasting : undefined, localize)}
      <div class="visually-hidden" role="status">${this.#editing.said}</div>
      ${this.#combobox.render()} ${this.#pasting.render()}`;
  }

  protected override updated(): void {
    this.#control.validate();
  }

  /** Puts the focus into a cell by the numbers of its row and column; false where there is none. `extend`: what is chosen goes on to there. */
  go(row: number, column: number, extend = false): boolean {
    return this.#focus.go(row, column, extend);
  }

  drawNow(): void {
    this.performUpdate();
  }

  editText(on: boolean): void {
    this.#focus.editText(on);
  }

  revert(): boolean {
    const { row, at } = this.#cursor.place;
    return this.#editing.revert(row, this.columns[at]?.path ?? "");
  }

  showKeys(): void {
    this.#focus.showKeys();
  }

  /** Takes rows that the person put together otherwise than by typing. */
  rowsEdited(rows: readonly JsonObject[]): void {
    this.rows = rows;
    this.dispatchEvent(new RowsChangeEvent(rows));
  }

  /** Takes one cell that the person typed in. */
  cellEdited(row: number, path: string, value: Json | undefined, rows: readonly JsonObject[]): void {
    this.rows = rows;
    this.requestUpdate();
    this.dispatchEvent(new CellChangeEvent(row, path, value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-line-table": LineTable;
  }
}
