import type { DossierSummary, PublishedProcedure } from "@fisc/core";
import { shownState } from "../approval-panel/shown-state.ts";
import { moneyText } from "../dossier-view/value-text.ts";
import { label } from "../foundation/format.ts";
import { type DueState, dueState, type DueTone } from "./due-state.ts";
import type { LoadedList } from "./list-loader.ts";
import type { Reading } from "./list-order.ts";

type Side = "unit" | "treasury" | undefined;

/** A loaded list as one person reads it: states by the labels that this person sees, deadlines as of `now`. */
export class ListReading implements Reading {
  readonly #loaded: LoadedList;
  readonly #side: Side;
  readonly #now: Date;
  /** Label → one id that stands for every state with that label, the same whatever dossiers there are. */
  readonly #idOfName = new Map<string, string>();

  constructor(loaded: LoadedList, side: Side, now: Date) {
    this.#loaded = loaded;
    this.#side = side;
    this.#now = now;
    for (const { procedure } of loaded.procedures.values()) {
      for (const id of Object.keys(procedure.workflow.states)) {
        const shown = shownState(procedure, id, side);
        const name = label(procedure.labels, `state.${shown}`, procedure.locale);
        const known = this.#idOfName.get(name);
        if (known === undefined || shown < known) this.#idOfName.set(name, shown);
      }
    }
  }

  procedure({ procedure }: DossierSummary): PublishedProcedure | undefined {
    return this.#loaded.procedures.get(procedure)?.procedure;
  }

  stateName(one: DossierSummary): string {
    const procedure = this.procedure(one);
    return procedure ? label(procedure.labels, `state.${shownState(procedure, one.state, this.#side)}`, procedure.locale) : one.state;
  }

  state(one: DossierSummary): string {
    return this.#idOfName.get(this.stateName(one)) ?? one.state;
  }

  /** States to choose from: those that a dossier has, and the one chosen; in the order of their names. */
  states(chosen: string, locale: string): readonly { readonly id: string; readonly name: string }[] {
    const names = new Set(this.#loaded.summaries.map((one) => this.stateName(one)));
    for (const [name, id] of this.#idOfName) if (id === chosen) names.add(name);
    return [...names].sort((a, b) => a.localeCompare(b, locale)).map((name) => ({ name, id: this.#idOfName.get(name) ?? name }));
  }

  knowsState(id: string): boolean {
    return [...this.#idOfName.values()].includes(id);
  }

  dueState(one: DossierSummary): DueState | undefined {
    const start = this.#loaded.procedures.get(one.procedure);
    return start && dueState(one, start.procedure, start.calendar, this.#now);
  }

  due(one: DossierSummary): DueTone | undefined {
    return this.dueState(one)?.tone;
  }

  amount(one: DossierSummary): string {
    const procedure = this.procedure(one);
    return procedure ? moneyText(procedure, one.amount) : String(one.amount);
  }
}
