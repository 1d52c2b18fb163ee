import { onFirstTouch } from "../foundation/first-touch.ts";
import type { CommandedTable, TableCommands } from "./table-commands.ts";
import type { TableCursor } from "./table-cursor.ts";
import type { TableEditing } from "./table-editing.ts";

type Script = typeof import("./table-commands.ts");

let script: Script | undefined;

/** What the keys of a spreadsheet do; every table that is there uses it once it has come. */
export async function loadTableCommands(): Promise<Script> {
  return (script ??= await import("./table-commands.ts"));
}

/** Keys that would lead out of the cell or scroll the page if they were left to the browser while the script is on its way. */
const waiting = /^(?:Arrow|Page|Home$|End$|Enter$|F2$)/;

/** Comes with the first touch. Where it cannot be had, cells are typed in all the same, and Tab goes from one to the next. */
export class CommandsOnDemand {
  readonly #table: CommandedTable;
  readonly #cursor: TableCursor;
  readonly #editing: TableEditing;
  #made: TableCommands | undefined;

  constructor(table: CommandedTable & HTMLElement, cursor: TableCursor, editing: TableEditing) {
    this.#table = table;
    this.#cursor = cursor;
    this.#editing = editing;
    onFirstTouch(table, () => void loadTableCommands().catch(() => undefined));
  }

  get #commands(): TableCommands | undefined {
    return (this.#made ??= script && new script.TableCommands(this.#table, this.#cursor, this.#editing));
  }

  /** Whether the key is the table's. `before`: called before it does anything. */
  key(event: KeyboardEvent, before: () => void): boolean {
    const { mode } = this.#cursor;
    if (this.#commands) return this.#commands.key(event, mode, before);
    if (event.isComposing || mode === "edit" || !waiting.test(event.key) || !navigator.onLine) return false;
    const late = (): boolean | undefined => this.#commands?.key(event, mode, before);
    void loadTableCommands().then(late, () => undefined);
    return true;
  }

  /** What is chosen, for the clipboard; undefined where the text in the cell is the browser's to copy. */
  copied(): string | undefined {
    return this.#commands?.copied();
  }

  /** Empties every chosen cell. */
  clear(): void {
    this.#commands?.clear();
  }
}
