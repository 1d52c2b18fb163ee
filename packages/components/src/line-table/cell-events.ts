import { FiscError, type CodeListEntry } from "@fisc/core";
import type { Combobox } from "../foundation/combobox.ts";
import type { CellHandlers } from "./cell-control.ts";
import { parseCell, type LineColumn } from "./columns.ts";
import { CellLeftEvent } from "./line-table-events.ts";
import type { CommandsOnDemand } from "./commands-on-demand.ts";
import type { CommandedTable } from "./table-commands.ts";
import type { TableCursor } from "./table-cursor.ts";
import type { TableEditing } from "./table-editing.ts";

export interface Cell {
  readonly row: number;
  readonly at: number;
  readonly column: LineColumn;
}

export interface EventfulTable extends CommandedTable, EventTarget {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What keys, pointer and typing in the cells mean. */
export class CellEvents implements CellHandlers {
  readonly #table: EventfulTable;
  readonly #cursor: TableCursor;
  readonly #editing: TableEditing;
  readonly #commands: CommandsOnDemand;
  readonly #combobox: Combobox;

  constructor(table: EventfulTable, cursor: TableCursor, editing: TableEditing, commands: CommandsOnDemand, combobox: Combobox) {
    this.#table = table;
    this.#cursor = cursor;
    this.#editing = editing;
    this.#commands = commands;
    this.#combobox = combobox;
  }

  /** The cell that an event came from. */
  where(target: EventTarget | null): Cell | undefined {
    const cell = (target as HTMLElement | null)?.closest<HTMLElement>("[data-row]");
    const at = Number(cell?.dataset["column"]);
    const column = this.#table.columns[at];
    return cell && column ? { row: Number(cell.dataset["row"]), at, column } : undefined;
  }

  readonly key = (event: KeyboardEvent): void => {
    const { target } = event;
    const cell = this.#take(target);
    if (!cell) return;
    const { codes, readOnly } = cell.column;
    const list = codes && !readOnly && !this.#table.locked && target instanceof HTMLInputElement;
    if (list && (this.#combobox.serves(target) || event.altKey) && this.#combobox.keydown(event, target, codes)) return;
    // Keys that open a native list: the arrows are then the list's.
    if (target instanceof HTMLSelectElement && (event.key === " " || event.altKey)) this.#cursor.mode = "edit";
    if (this.#commands.key(event, () => this.#combobox.close())) event.preventDefault();
  };

  readonly focus = (event: FocusEvent): void => {
    const cell = this.#take(event.target);
    const from = event.relatedTarget;
    if (cell && !(from instanceof Node && this.#table.renderRoot.contains(from))) this.#cursor.leaving = false;
  };

  readonly pointer = (event: PointerEvent): void => {
    const cell = this.where(event.target);
    if (!cell) return;
    const { renderRoot } = this.#table;
    if (event.shiftKey && event.button === 0) {
      event.preventDefault();
      this.#table.go(cell.row, cell.at, true);
    } else if (renderRoot instanceof ShadowRoot && renderRoot.activeElement === event.target) this.#cursor.mode = "edit";
  };

  /** The first click chooses the cell as a whole, the next one puts the caret into it. A finger always means the text. */
  readonly click = (event: MouseEvent): void => {
    const { target } = event;
    if (!this.where(target) || event.shiftKey) return;
    if (target instanceof HTMLSelectElement || (event as PointerEvent).pointerType === "touch") this.#cursor.mode = "edit";
    else if (target instanceof HTMLInputElement && this.#cursor.mode === "move" && target.selectionStart === target.selectionEnd)
      target.select();
  };

  readonly copy = (event: ClipboardEvent): void => {
    const text = this.where(event.target) ? this.#commands.copied() : undefined;
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    if (event.type === "cut" && !this.#table.locked) this.#commands.clear();
  };

  readonly input = (event: Event): void => {
    const input = event.target as HTMLInputElement | HTMLSelectElement;
    const cell = this.#take(input);
    if (!cell) return;
    // What is typed is for this cell alone.
    if (this.#cursor.hasRange) this.#cursor.set(cell);
    if (this.#cursor.mode === "move") this.#cursor.mode = "type";
    this.#write(cell, input.value);
    if (cell.column.type === "code" && cell.column.codes && input instanceof HTMLInputElement)
      this.#combobox.open(input, cell.column.codes, input.value);
  };

  /** The person has left the cell: what could be read is now written as it should be. */
  readonly change = (event: Event): void => {
    event.stopPropagation();
    const cell = this.where(event.target);
    if (cell) this.#leave(cell);
  };

  readonly blur = (): void => this.#combobox.close();

  chooseCode(entry: CodeListEntry): void {
    const cell = this.where(this.#combobox.input ?? null);
    if (!cell) return;
    this.#write(cell, entry.code);
    this.#leave(cell);
  }

  #leave({ row, column }: Cell): void {
    this.#editing.leave(row, column.path);
    this.#table.requestUpdate();
    this.#table.dispatchEvent(new CellLeftEvent(row, column.path));
  }

  #write({ row, at, column }: Cell, text: string): void {
    let value;
    let problem = "";
    try {
      value = parseCell(column, text, this.#table.writing);
    } catch (error) {
      if (!(error instanceof FiscError)) throw error;
      problem = error.code;
    }
    this.#editing.type(row, at, text, value, problem);
  }

  /** The cell where something happens is the one where the person is: a page in the background hears of no focus. */
  #take(target: EventTarget | null): Cell | undefined {
    const cell = this.where(target);
    const { row, at } = this.#cursor.place;
    if (cell && (cell.row !== row || cell.at !== at) && this.#cursor.set(cell)) this.#table.requestUpdate();
    return cell;
  }
}
