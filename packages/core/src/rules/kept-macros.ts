import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { work, type Compiled, type Frame, type MacroParts, type Outcome } from "./frame.ts";
import { KeyIndex, type Key } from "./key-index.ts";
import type { LargeTables } from "./large-tables.ts";
import { lazily, macroOver } from "./macros.ts";
import { isMacro, partsOf } from "./comprehensions.ts";
import { rootsOf, strategyOf, type LookUpStrategy } from "./strategies.ts";
import { evaluationError, truth } from "./values.ts";

/** A macro answered from what is kept of each item, or by an index, where its strategy allows that; else anew. */
export function keptMacro(tables: LargeTables, node: ExpressionNode, parts: MacroParts): Compiled {
  const strategy = strategyOf(node);
  if (strategy.kind === "looked-up") return lookedUp(tables, node, strategy, parts);
  const { list, fold, outcome } = parts;
  const [receiver, variable, bodies] = partsOf(node);
  if (strategy.kind === "plain") {
    const readsItemsOnly = bodies.every((body) => [...rootsOf(body)].every((name) => name === variable));
    return isMacro(receiver) && readsItemsOnly ? oncePerList(parts) : (frame) => macroOver(list(frame), parts, frame);
  }
  const memo = tables.items<Outcome>(bodies, variable);
  return (frame) => {
    const items = list(frame);
    memo.follow(items, frame);
    return fold(
      items,
      memo.all((item) => outcome(frame, item)),
    );
  };
}

/** Rows that look up the same key get the same list (`KeyIndex.pick`): what is made of it is made once, not for each of them. */
function oncePerList(parts: MacroParts): Compiled {
  const made = new WeakMap<readonly Json[], Json>();
  return (frame) => {
    const items = parts.list(frame);
    const known = made.get(items);
    if (known !== undefined) return known;
    const fresh = macroOver(items, parts, frame);
    made.set(items, fresh);
    return fresh;
  };
}

/** By an index over the list, which gives what walking through it would give: items whose key is in doubt are still asked. */
function lookedUp(tables: LargeTables, node: ExpressionNode, strategy: LookUpStrategy, parts: MacroParts): Compiled {
  const { name, slot, list, part, outcome, fold } = parts;
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
    let index = tables.indexes.get(node);
    if (!index) tables.indexes.set(node, (index = new KeyIndex(`${tables.indexes.size}`, list, keyOf, name === "filter")));
    index.follow(frame);
    const key = wanted(frame);
    const { items, faulty } = index;
    tables.asked?.push(index.token(key ?? undefined));
    if (typeof key !== "string") return macroOver(items, parts, frame);
    const found = index.find(key);
    if (faulty.length === 0)
      return name === "exists" ? found.length > 0 : name === "exists_one" ? found.length === 1 : index.pick(key, frame);
    const doubtful = new Set(faulty);
    const certain = new Set(found);
    return fold(
      items,
      lazily(items, (item, i) => (doubtful.has(i) ? outcome(frame, item) : certain.has(i))),
    );
  };
}

/** Equal keys for equal values; null where values are no plain ones. */
function keyFrom(values: readonly Json[]): Key {
  if (values.some((value) => typeof value === "object" && value !== null)) return null;
  const [first] = values;
  if (values.length === 1) return typeof first === "string" ? `"${first}` : String(first);
  return JSON.stringify(values);
}
