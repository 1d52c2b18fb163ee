import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { work, type Compiled, type Frame, type Operand } from "./frame.ts";
import { partsOf, strategyOf, type Strategy } from "./comprehensions.ts";
import { KeyIndex, type Key } from "./key-index.ts";
import { evaluationError, fail, isList, isObject, truth } from "./values.ts";

/** What a macro's body gives for one item: a value, nothing (`map` with a condition), or why it cannot be said. */
type Outcome = Json | undefined | FiscError;

/** `all`, `exists`, `exists_one`, `map`, `filter`: anew, from what is kept of each item, or by an index. */
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
  const [first, second] = programs.map((program) => program.run);
  const asked = name === "map" ? undefined : first;
  const outcome = (frame: Frame, item: Json): Outcome => {
    work(frame, size);
    frame.items[slot] = item;
    try {
      if (asked) return truth(asked(frame));
      return second && !truth((first as Compiled)(frame)) ? undefined : (second ?? (first as Compiled))(frame);
    } catch (caught) {
      return evaluationError(caught);
    }
  };
  const list = (frame: Frame): readonly Json[] => itemsOf(on(frame), name);
  const anew = (frame: Frame, items: readonly Json[]): Json =>
    fold(
      name,
      items,
      lazily(items, (item) => outcome(frame, item)),
    );
  const strategy = strategyOf(node);
  if (strategy.kind === "looked-up") {
    const part = (one: ExpressionNode): Compiled => operand(one, inner).run;
    return lookedUp({ node, name, slot, list, strategy, part, anew, outcome });
  }
  if (strategy.kind === "plain") return (frame) => anew(frame, list(frame));
  return (frame) => {
    const items = list(frame);
    const memo = frame.memory?.items<Outcome>(node, bodies, variable);
    if (!memo) return anew(frame, items);
    memo.follow(items, frame);
    return fold(
      name,
      items,
      memo.all((item) => outcome(frame, item)),
    );
  };
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

interface LookUp {
  readonly node: ExpressionNode;
  readonly name: string;
  readonly slot: number;
  readonly list: (frame: Frame) => readonly Json[];
  readonly strategy: Extract<Strategy, { readonly kind: "looked-up" }>;
  readonly part: (node: ExpressionNode) => Compiled;
  readonly anew: (frame: Frame, items: readonly Json[]) => Json;
  readonly outcome: (frame: Frame, item: Json) => Outcome;
}

/** By an index over the list, which gives what walking through it would give: items whose key is in doubt are still asked. */
function lookedUp({ node, name, slot, list, strategy, part, anew, outcome }: LookUp): Compiled {
  const keys = strategy.keys.map(part);
  const asked = strategy.asked.map(part);
  const rest = strategy.rest.map(part);
  const keyOf = (frame: Frame, item: Json): Key => {
    work(frame, keys.length + rest.length);
    const before = frame.items[slot];
    frame.items[slot] = item;
    try {
      const key = keyFrom(keys.map((one) => one(frame)));
      return rest.every((one) => truth(one(frame))) ? key : undefined;
    } catch (caught) {
      evaluationError(caught);
      return null;
    } finally {
      frame.items[slot] = before ?? null;
    }
  };
  const wanted = (frame: Frame): Key => {
    try {
      return keyFrom(asked.map((one) => one(frame)));
    } catch (caught) {
      evaluationError(caught);
      return null;
    }
  };
  return (frame) => {
    const { memory } = frame;
    if (!memory) return anew(frame, list(frame));
    let index = memory.indexes.get(node);
    if (!index) memory.indexes.set(node, (index = new KeyIndex(`${memory.indexes.size}`, list, keyOf, name === "filter")));
    index.follow(frame);
    const key = wanted(frame);
    const { items, faulty } = index;
    memory.asked?.push(index.token(key ?? undefined));
    if (typeof key !== "string") return anew(frame, items);
    const found = index.find(key);
    if (faulty.length === 0)
      return name === "exists" ? found.length > 0 : name === "exists_one" ? found.length === 1 : picked(items, found, frame);
    const doubtful = new Set(faulty);
    const certain = new Set(found);
    return fold(
      name,
      items,
      lazily(items, (item, i) => (doubtful.has(i) ? outcome(frame, item) : certain.has(i))),
    );
  };
}

/** Stops asking where the answer is decided. */
function* lazily(items: readonly Json[], outcome: (item: Json, index: number) => Outcome): Generator<Outcome> {
  for (const [i, item] of items.entries()) yield outcome(item, i);
}

function picked(items: readonly Json[], at: readonly number[], frame: Frame): Json {
  work(frame, at.length);
  return at.map((i) => items[i] ?? null);
}

/** Equal keys for equal values; null where values are no plain ones. */
function keyFrom(values: readonly Json[]): Key {
  if (values.some((value) => typeof value === "object" && value !== null)) return null;
  const [first] = values;
  if (values.length === 1) return typeof first === "string" ? `"${first}` : String(first);
  return JSON.stringify(values);
}
