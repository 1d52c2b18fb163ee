import { nothing, type TemplateResult } from "lit";
import type { Localize } from "../foundation/localize.ts";
import type { BlockIntake, IntakeTable } from "./block-intake.ts";
import type { TableEditing } from "./table-editing.ts";

/** The way into the table for cells from outside. What shows and reads them comes with the first ones. */
export class Pasting {
  readonly #table: IntakeTable;
  readonly #editing: TableEditing;
  readonly #localize: Localize;
  #intake: BlockIntake | undefined;

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

  render(): TemplateResult | typeof nothing {
    return this.#intake?.render() ?? nothing;
  }

  async #load(): Promise<BlockIntake> {
    const [{ BlockIntake }] = await Promise.all([import("./block-intake.ts"), this.#localize.load(["dialogs"])]);
    return (this.#intake ??= new BlockIntake(this.#table, this.#editing, this.#localize));
  }
}
