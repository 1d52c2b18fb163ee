import type { JsonObject } from "../model/json.ts";

/** Rows that all steps together may hold on to (a list of 10,000 is 80 kB a step; the rows themselves are shared). */
const maxRows = 500_000;
const maxSteps = 200;

/** Steps that a person can take back. Data is immutable, so a step holds only what it changed, and the lists around that. */
export class History {
  #past: JsonObject[] = [];
  #future: JsonObject[] = [];
  /** The field that the last step is about: typing on there is the same step. */
  #path = "";

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /**
   * @param path of the field that was typed in; empty for a step of its own
   * @param rows how many the form has
   */
  note(before: JsonObject, path: string, rows: number): void {
    const steps = Math.min(maxSteps, Math.ceil(maxRows / (rows + 1)));
    if (path === "" || path !== this.#path) this.#past = [...this.#past.slice(1 - steps), before];
    this.#path = path;
    this.#future = [];
  }

  undo(now: JsonObject): JsonObject | undefined {
    return this.#step(this.#past, this.#future, now);
  }
  redo(now: JsonObject): JsonObject | undefined {
    return this.#step(this.#future, this.#past, now);
  }

  #step(from: JsonObject[], to: JsonObject[], now: JsonObject): JsonObject | undefined {
    const next = from.pop();
    if (next) to.push(now);
    this.#path = "";
    return next;
  }
}
