import type { JsonObject } from "@fisc/core";
import type { CellTexts } from "./cell-texts.ts";

export interface ControlledTable {
  readonly name: string;
  readonly rows: readonly JsonObject[];
  /** Disabled itself, or by a fieldset around it: its rows do not go into the form's data. */
  readonly isDisabled: boolean;
  readonly error: string;
  readonly errors: CellTexts;
  readonly problems: readonly { readonly text: string }[];
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * What the table owes to the form around it. The rows go into the form's data when they are asked for: JSON of ten thousand lines is not made
 * with every key.
 */
export class TableFormControl {
  readonly internals: ElementInternals;
  initialRows: readonly JsonObject[] = [];
  readonly #table: ControlledTable;
  #form: HTMLFormElement | null = null;

  constructor(table: ControlledTable, internals: ElementInternals) {
    this.#table = table;
    this.internals = internals;
  }

  belongTo(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener("formdata", this.#give);
    this.#form = form;
    form?.addEventListener("formdata", this.#give);
  }

  /** Says to the browser what is wrong: text that cannot be read, or what the page found. */
  validate(): void {
    const { error, errors, problems, renderRoot } = this.#table;
    const anchor = renderRoot.querySelector<HTMLElement>("table") ?? undefined;
    const [problem] = problems;
    const [found = ""] = error ? [error] : errors.values();
    if (problem) this.internals.setValidity({ badInput: true }, problem.text || "badInput", anchor);
    else if (found) this.internals.setValidity({ customError: true }, found, anchor);
    else this.internals.setValidity({});
    if (problem || found) this.internals.states.add("invalid");
    else this.internals.states.delete("invalid");
  }

  readonly #give = ({ formData }: FormDataEvent): void => {
    const { name, rows, isDisabled } = this.#table;
    if (name && !isDisabled) formData.append(name, JSON.stringify(rows));
  };
}
