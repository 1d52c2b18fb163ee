import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { Localize } from "../foundation/localize.ts";
import { guessMapping, readBlock, type Cells, type Mapping, type Place, type Reading } from "./cell-block.ts";
import { isBlankRow } from "./columns.ts";
import { faultList } from "./fault-list.ts";
import { pastePreview } from "./paste-preview.ts";
import { pastePreviewStyles } from "./paste-preview.styles.ts";
import { readCells } from "./spreadsheet-text.ts";
import type { TableEditing } from "./table-editing.ts";

export interface IntakeTable extends ReactiveControllerHost, Place {
  readonly label: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly locked: boolean;
  go(row: number, column: number): boolean;
  focusCell(row: number, path: string): boolean;
}

interface Open {
  readonly cells: Cells;
  readonly at: number;
  readonly mapping: Mapping;
  readonly reading: Reading | undefined;
  /** The part that is read, 0 to 1. */
  readonly part: number;
  readonly encoding: EncodingChoice | undefined;
}

/** How a file's bytes were read as text. */
export interface EncodingChoice {
  readonly now: string;
  /** Reads the file again. */
  choose(encoding: string): void;
}

/** Cells from a spreadsheet or a file on their way into a table: shown and mapped first, taken over when the person agrees. */
export class BlockIntake {
  readonly #table: IntakeTable;
  readonly #editing: TableEditing;
  readonly #localize: Localize;
  #open: Open | undefined;
  #turn = new AbortController();
  /** Cells that could not be read are listed until the person has had enough of the list. */
  #listing = false;

  constructor(table: IntakeTable, editing: TableEditing, localize: Localize) {
    this.#table = table;
    this.#editing = editing;
    this.#localize = localize;
    const sheet = pastePreviewStyles.styleSheet;
    const { renderRoot } = table;
    if (sheet && renderRoot instanceof ShadowRoot) renderRoot.adoptedStyleSheets.push(sheet);
  }

  paste(text: string, { row, at }: { readonly row: number; readonly at: number }): void {
    this.#show(readCells(text), row, at);
  }

  render(): TemplateResult | typeof nothing {
    const unreadable = this.#listing ? this.#editing.unreadable : [];
    const list = unreadable.length > 0 ? faultList(unreadable, this.#table, this.#localize, () => this.#close()) : nothing;
    const open = this.#open;
    if (!open) return html`${list}`;
    return html`${list}${pastePreview(open, this.#table, this.#localize, {
      map: (mapping) => void this.#read({ ...open, mapping }),
      answer: (accepted) => void this.#answer(accepted),
    })}`;
  }

  /** Lines of a file: after those that are there, or in place of the first one where all are blank. */
  bring(cells: Cells, encoding?: EncodingChoice): void {
    const { rows, columns } = this.#table;
    const last = rows.findLastIndex((row) => !isBlankRow(row, columns));
    this.#show(cells, last + 1, 0, encoding);
  }

  #show(cells: Cells, at: number, column: number, encoding?: EncodingChoice): void {
    void this.#read({ cells, encoding, at, mapping: guessMapping(cells, this.#table.columns, column), reading: undefined, part: 0 });
  }

  async #read(open: Open): Promise<void> {
    this.#turn.abort();
    const turn = new AbortController();
    this.#turn = turn;
    this.#become({ ...open, reading: undefined, part: 0 });
    try {
      const reading = await readBlock(open.cells, open.mapping, open.at, this.#table, {
        signal: turn.signal,
        progress: (part) => this.#become({ ...open, reading: undefined, part }),
      });
      if (!turn.signal.aborted) this.#become({ ...open, reading, part: 1 });
    } catch (error) {
      if (!turn.signal.aborted) throw error;
    }
  }

  #become(open: Open | undefined): void {
    this.#open = open;
    this.#table.requestUpdate();
  }

  async #answer(accepted: boolean): Promise<void> {
    const open = this.#open;
    if (!open || (accepted && !open.reading)) return;
    this.#turn.abort();
    this.#become(undefined);
    const { reading, at, mapping } = open;
    const used = mapping.targets.filter((target) => target >= 0);
    const column = used.length > 0 ? Math.min(...used) : 0;
    if (accepted && reading) {
      const count = Math.max(0, Math.min(reading.rows.length, this.#table.rows.length - at));
      const text = this.#localize.text("paste.done", { n: reading.rows.length });
      this.#listing = reading.faults.length > 0;
      await this.#editing.replace(at, count, reading.rows, text, { column, half: reading.faults });
    }
    await this.#table.updateComplete;
    const heading = this.#listing && this.#table.renderRoot.querySelector<HTMLElement>("#unreadable");
    if (heading) heading.focus();
    else this.#table.go(Math.min(at, this.#table.rows.length - 1), column);
  }

  #close(): void {
    this.#listing = false;
    this.#table.requestUpdate();
    const [first] = this.#editing.unreadable;
    if (first) this.#table.focusCell(first.row, first.path);
  }
}
