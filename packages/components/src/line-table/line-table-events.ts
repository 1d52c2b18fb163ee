import type { Json, JsonObject } from "@fisc/core";

/** The person changed one cell. `value` is undefined where the cell is now blank or cannot be read. */
export class CellChangeEvent extends Event {
  static readonly type = "fisc-cell-change";
  readonly row: number;
  readonly column: string;
  readonly value: Json | undefined;

  constructor(row: number, column: string, value: Json | undefined) {
    super(CellChangeEvent.type, { bubbles: true, composed: true });
    this.row = row;
    this.column = column;
    this.value = value;
  }
}

/** The person has left a cell that they changed. */
export class CellLeftEvent extends Event {
  static readonly type = "fisc-cell-left";
  readonly row: number;
  readonly column: string;

  constructor(row: number, column: string) {
    super(CellLeftEvent.type, { bubbles: true, composed: true });
    this.row = row;
    this.column = column;
  }
}

/** The person added, removed, copied or pasted rows, or took that back. */
export class RowsChangeEvent extends Event {
  static readonly type = "fisc-rows-change";
  readonly rows: readonly JsonObject[];

  constructor(rows: readonly JsonObject[]) {
    super(RowsChangeEvent.type, { bubbles: true, composed: true });
    this.rows = rows;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-cell-change": CellChangeEvent;
    "fisc-cell-left": CellLeftEvent;
    "fisc-rows-change": RowsChangeEvent;
  }
}
