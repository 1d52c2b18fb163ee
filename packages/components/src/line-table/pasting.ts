import { html, nothing, type TemplateResult } from "lit";
import type { Localize } from "../foundation/localize.ts";
import type { BlockIntake, IntakeTable } from "./block-intake.ts";
import type { FileImport } from "./file-import.ts";
import type { TableEditing } from "./table-editing.ts";

/** The way into the table for cells from outside. What shows and reads them comes with the first ones. */
export class Pasting {
  readonly #table: IntakeTable;
  readonly #editing: TableEditing;
  readonly #localize: Localize;
  #intake: BlockIntake | undefined;
  #import: FileImport | undefined;

  constructor(table: IntakeTable, editing: TableEditing, localize: Localize) {
    this.#table = table;
    this.#editing = editing;
    this.#localize = localize;
  }

  /** A word pasted into a cell stays the browser's business. */
  async take(event: ClipboardEvent, cell: { readonly row: number; readonly at: number } | undefined): Promise<void> {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (this.#table.locked || !cell || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    (await this.#load()).paste(text, cell);
  }

  /** Asks for a file, and brings its lines in. */
  async chooseFile(): Promise<void> {
    const [intake, { FileImport }] = await Promise.all([this.#load(), import("./file-import.ts")]);
    (this.#import ??= new FileImport(this.#table, intake, this.#localize)).choose();
  }

  /** Puts the table's lines into a file for the person to keep. */
  async saveFile(kind: "xlsx" | "csv"): Promise<void> {
    const { saveFile } = await import("./file-export.ts");
    await saveFile(this.#table, kind);
  }

  render(): TemplateResult {
    return html`${this.#intake?.render() ?? nothing}${this.#import?.render() ?? nothing}`;
  }

  async #load(): Promise<BlockIntake> {
    const [{ BlockIntake }] = await Promise.all([import("./block-intake.ts"), this.#localize.load(["dialogs"])]);
    return (this.#intake ??= new BlockIntake(this.#table, this.#editing, this.#localize));
  }
}
