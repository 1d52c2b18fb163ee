import type { JsonObject } from "@fisc/core";

/** What was typed into a cell and is not yet, or cannot be, its value. */
export interface Typed {
  readonly text: string;
  /** Code of what is wrong with it; empty where it can be read. */
  readonly problem: string;
}

/** Rows with their names and what stands half-typed in them. */
export interface Stretch {
  readonly rows: readonly JsonObject[];
  readonly keys: readonly number[];
  readonly typed: readonly (readonly [key: string, typed: Typed])[];
}

/** One thing the person did: a stretch of rows became another. */
export interface Step {
  /** Row at which both begin. */
  readonly at: number;
  readonly before: Stretch;
  readonly after: Stretch;
  /** What was said about it; empty for typing in a cell. */
  readonly text: string;
  /** Column to go back to. */
  readonly column: number;
  /** The cell that was typed in: typing on there is the same step. */
  readonly cell: string;
}

const maxSteps = 200;
/** Rows that all steps together may hold on to. */
const maxRows = 100_000;

/** Steps back and forth. A step holds the rows it changed, not the table. */
export class EditHistory {
  #past: Step[] = [];
  #future: Step[] = [];
  /** The cell has been left: typing in it again is another step. */
  #closed = true;

  get last(): Step | undefined {
    return this.#past.at(-1);
  }

  /** The cell that is being typed in. */
  get openCell(): string {
    return this.#closed ? "" : (this.last?.cell ?? "");
  }

  note(step: Step): void {
    const { last } = this;
    if (last && !this.#closed && step.cell !== "" && step.cell === last.cell)
      this.#past[this.#past.length - 1] = { ...step, before: last.before };
    else this.#past.push(step);
    this.#closed = false;
    this.#future = [];
    let held = 0;
    const keep = this.#past.findLastIndex(({ before, after }) => (held += before.rows.length + after.rows.length) > maxRows);
    // The last step stays whatever it weighs.
    this.#past = this.#past.slice(Math.max(Math.min(keep + 1, this.#past.length - 1), this.#past.length - maxSteps, 0));
  }

  close(): void {
    this.#closed = true;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
  }

  /** The step that is now to be taken back; it can then be redone. */
  undo(): Step | undefined {
    return this.#move(this.#past, this.#future);
  }
  redo(): Step | undefined {
    return this.#move(this.#future, this.#past);
  }

  #move(from: Step[], to: Step[]): Step | undefined {
    this.#closed = true;
    const step = from.pop();
    if (step) to.push(step);
    return step;
  }
}
