import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { partsOf } from "./comprehensions.ts";
import { work, type Compiled, type Frame, type MacroParts, type Operand, type Outcome } from "./frame.ts";
import { evaluationError, fail, isList, isObject, truth } from "./values.ts";

/** `all`, `exists`, `exists_one`, `map`, `filter`. */
export function compileMacro(node: ExpressionNode, slots: ReadonlyMap<string, number>, operand: Operand): Compiled {
  const name = String(node[1]);
  const [receiver, variable, bodies] = partsOf(node);
  const named = (node[3] as unknown as readonly ExpressionNode[])[0]?.[0] === "id";
  if (!named || bodies.length < 1 || bodies.length > (name === "map" ? 2 : 1)) return () => fail("arguments", name);
  const on = operand(receiver).run;
  const slot = slots.size;
  const inner = new Map(slots).set(variable, slot);
  const programs = bodies.map((body) => operand(body, inner));
  const size = programs.reduce((sum, program) => sum + program.size, 0);
  const [first, second] = programs.map((program) => program.run) as [Compiled, Compiled?];
  const outcome = (frame: Frame, item: Json): Outcome => {
    work(frame, size);
    frame.items[slot] = item;
    try {
      if (name !== "map") return truth(first(frame));
      return second && !truth(first(frame)) ? undefined : (second ?? first)(frame);
    } catch (caught) {
      return evaluationError(caught);
    }
  };
  const list = (frame: Frame): readonly Json[] => itemsOf(on(frame), name);
  const part = (one: ExpressionNode): Compiled => operand(one, inner).run;
  const parts: MacroParts = { name, slot, list, outcome, fold: (items, outcomes) => fold(name, items, outcomes), part };
  return (frame) => (frame.memory?.tables ? frame.memory.tables.macro(node, parts, frame) : macroOver(list(frame), parts, frame));
}

/** Item by item, and no further than the answer needs. */
export function macroOver(items: readonly Json[], { fold: give, outcome }: MacroParts, frame: Frame): Json {
  return give(
    items,
    lazily(items, (item) => outcome(frame, item)),
  );
}

export function* lazily(items: readonly Json[], outcome: (item: Json, index: number) => Outcome): Generator<Outcome> {
  for (const [i, item] of items.entries()) yield outcome(item, i);
}

function itemsOf(on: Json, name: string): readonly Json[] {
  return isList(on) ? on : isObject(on) ? Object.keys(on) : on === null ? [] : fail("type", name);
}

function fold(name: string, items: readonly Json[], outcomes: Iterable<Outcome>): Json {
  if (name === "all" || name === "exists") return quantify(name === "exists", outcomes);
  const found: Json[] = [];
  let i = 0;
  for (const outcome of outcomes) {
    if (outcome instanceof FiscError) throw outcome;
    if (name === "map") {
      if (outcome !== undefined) found.push(outcome);
    } else if (outcome === true) found.push(items[i] ?? null);
    i += 1;
  }
  return name === "exists_one" ? found.length === 1 : found;
}

/** `all` is a chain of `&&`, `exists` one of `||`: a deciding item makes errors of the others vanish. */
function quantify(decides: boolean, outcomes: Iterable<Outcome>): boolean {
  let error: FiscError | undefined;
  for (const outcome of outcomes) {
    if (outcome === decides) return decides;
    if (outcome instanceof FiscError) error = outcome;
  }
  if (error) throw error;
  return !decides;
}
