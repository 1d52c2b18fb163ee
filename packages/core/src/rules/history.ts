import type { JsonObject } from "../model/json.ts";
import { differences, type FormPatch } from "./patches.ts";

const maxSteps = 200;

/** Steps that a person can take back, as the patches that do so: what a step did not touch is not held. */
export class History {
  #past: (readonly FormPatch[])[] = [];
  #future: (readonly FormPatch[])[] = [];
  /** Where the last step began, and the field it is about: typing on there is the same step. */
  #open: { readonly path: string; readonly before: JsonObject } | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** @param path of the field that was typed in; empty for a step of its own */
  note(before: JsonObject, after: JsonObject, path: string): readonly FormPatch[] {
    const goesOn = path !== "" && path === this.#open?.path;
    const start = goesOn ? (this.#open?.before ?? before) : before;
    const back = differences(after, start);
    this.#past = [...this.#past.slice(goesOn ? 0 : 1 - maxSteps, goesOn ? -1 : undefined), back];
    this.#open = path === "" ? undefined : { path, before: start };
    this.#future = [];
    return back;
  }

  /** Takes one step back, or forward; `go` applies the patches and gives the data before and after. */
  step(
    direction: "undo" | "redo",
    go: (patches: readonly FormPatch[]) => { readonly before: JsonObject; readonly after: JsonObject },
  ): void {
    const [from, to] = direction === "undo" ? [this.#past, this.#future] : [this.#future, this.#past];
    const patches = from.pop();
    if (!patches) return;
    this.#open = undefined;
    const { before, after } = go(patches);
    to.push(differences(after, before));
  }
}
