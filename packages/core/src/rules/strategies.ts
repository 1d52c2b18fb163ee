import type { ExpressionNode } from "../model/expression.ts";
import { childrenOf, isMacro, partsOf, reservedNames } from "./comprehensions.ts";

/**
 * How a macro is answered where earlier answers are kept.
 * `plain`: anew each time. `kept`: it depends on nothing but the form as a whole, so what it gave for an untouched item still holds.
 * `looked-up`: it seeks items whose `keys` equal `asked` (and for which `rest` holds): by a hash index instead of a walk for each row.
 */
export type Strategy =
  | { readonly kind: "plain" | "kept" }
  | {
      readonly kind: "looked-up";
      readonly keys: readonly ExpressionNode[];
      readonly asked: readonly ExpressionNode[];
      readonly rest: readonly ExpressionNode[];
    };

export type LookUpStrategy = Extract<Strategy, { readonly kind: "looked-up" }>;

const strategies = new WeakMap<object, Strategy>();
const roots = new WeakMap<object, ReadonlySet<string>>();

/** Names that an expression reads from outside itself. */
export function rootsOf(node: ExpressionNode): ReadonlySet<string> {
  if (!Array.isArray(node)) return new Set();
  let found = roots.get(node);
  if (!found) {
    const names = new Set<string>();
    if (node[0] === "id") names.add(String(node[1]));
    else if (isMacro(node)) {
      const [receiver, variable, bodies] = partsOf(node);
      for (const name of rootsOf(receiver)) names.add(name);
      for (const body of bodies) for (const name of rootsOf(body)) if (name !== variable) names.add(name);
    } else for (const child of childrenOf(node)) for (const name of rootsOf(child)) names.add(name);
    roots.set(node, (found = names));
  }
  return found;
}

/** True if the expression gives the same in every row: it reads nothing but the form as a whole. */
export function isClosed(node: ExpressionNode): boolean {
  for (const name of rootsOf(node)) if (name !== "data" && name !== "context") return false;
  return true;
}

export function strategyOf(node: ExpressionNode): Strategy {
  let strategy = strategies.get(node);
  if (!strategy) strategies.set(node, (strategy = decide(node)));
  return strategy;
}

function decide(node: ExpressionNode): Strategy {
  const [receiver, variable, bodies] = partsOf(node);
  if (!isClosed(receiver) || reservedNames.has(variable)) return { kind: "plain" };
  const outside = new Set(bodies.flatMap((body) => [...rootsOf(body)]));
  outside.delete(variable);
  if ([...outside].every((name) => name === "data" || name === "context")) return { kind: "kept" };
  const [body] = bodies;
  return body && bodies.length === 1 && /^exists|^filter$/.test(String(node[1])) ? lookUp(body, variable) : { kind: "plain" };
}

/** `other.code == row.code && other.paid`: keys that only the item decides, against values that it does not decide. */
function lookUp(body: ExpressionNode, variable: string): Strategy {
  const own = (node: ExpressionNode): boolean => rootsOf(node).size === 1 && rootsOf(node).has(variable);
  const keys: ExpressionNode[] = [];
  const asked: ExpressionNode[] = [];
  const rest: ExpressionNode[] = [];
  for (const part of conjuncts(body)) {
    const [operator, a, b] = part as unknown as readonly [string, ExpressionNode, ExpressionNode];
    if (operator === "==" && own(a) && !rootsOf(b).has(variable)) {
      keys.push(a);
      asked.push(b);
    } else if (operator === "==" && own(b) && !rootsOf(a).has(variable)) {
      keys.push(b);
      asked.push(a);
    } else if (own(part)) rest.push(part);
    else return { kind: "plain" };
  }
  return keys.length > 0 ? { kind: "looked-up", keys, asked, rest } : { kind: "plain" };
}

function conjuncts(node: ExpressionNode): readonly ExpressionNode[] {
  const [operator, a, b] = node as unknown as readonly [string, ExpressionNode, ExpressionNode];
  return operator === "&&" ? [...conjuncts(a), ...conjuncts(b)] : [node];
}
