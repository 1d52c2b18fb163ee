import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { callFunction, callMethod } from "./functions.ts";
import { add, calculate, compare, member, element, isMember, negate } from "./operators.ts";
import { fail, isObject, isList, sameJson, truth } from "./values.ts";

/** A function that expressions may call beside the built-in ones. Fails by throwing a `FiscError`. */
export type RuleFunction = (...args: readonly Json[]) => Json;

/** How much work is left; shared by several evaluations where one budget must bound them all. */
export interface Work {
  /** One for each node visited. */
  steps: number;
}

export interface EvaluateOptions {
  readonly functions?: Readonly<Record<string, RuleFunction>>;
  readonly work?: Work;
}

/** Names in scope: an `ExpressionContext`, or fewer. */
export type Names = Readonly<Record<string, unknown>>;

const defaultSteps = 1_000_000;
const maxDepth = 200;
const macros = new Set(["all", "exists", "exists_one", "map", "filter"]);

/**
 * Evaluates a published expression. CEL semantics, with three deliberate differences for forms that are half filled in:
 * an absent field, or a field of null, reads as null; `has(a.b)` is false for null; there is one kind of number, and `/`
 * on two whole numbers truncates, as CEL does on `int`. Whole numbers beyond 2^53 − 1 are an error, never rounded.
 * @throws FiscError `rule.evaluation` (params `reason`), `rule.work-limit`
 */
export function evaluate(node: ExpressionNode, names: Names | object, options: EvaluateOptions = {}): Json {
  const run = new Run(options.functions ?? {}, options.work ?? { steps: defaultSteps });
  return run.value(node, new Scope(names as Names), 0);
}

class Scope {
  readonly #names: Names;
  readonly #outer: Scope | null;
  constructor(names: Names, outer: Scope | null = null) {
    this.#names = names;
    this.#outer = outer;
  }
  read(name: string): Json {
    if (Object.hasOwn(this.#names, name)) return (this.#names[name] ?? null) as Json;
    return this.#outer ? this.#outer.read(name) : fail("unknown-name", name);
  }
}

class Run {
  readonly #functions: Readonly<Record<string, RuleFunction>>;
  readonly #work: Work;
  constructor(functions: Readonly<Record<string, RuleFunction>>, work: Work) {
    this.#functions = functions;
    this.#work = work;
  }

  value(node: ExpressionNode, scope: Scope, depth: number): Json {
    if (--this.#work.steps < 0 || depth > maxDepth) throw new FiscError("rule.work-limit");
    if (!Array.isArray(node)) return fail("malformed");
    const [operator, a, b, c] = node as unknown as readonly [string, ExpressionNode, ExpressionNode, ExpressionNode];
    const of = (operand: ExpressionNode): Json => this.value(operand, scope, depth + 1);
    switch (operator) {
      case "value":
        return a as unknown as Json;
      case "id":
        return scope.read(a as unknown as string);
      case ".":
        return member(of(a), b as unknown as string);
      case "[]":
        return element(of(a), of(b));
      case "list":
        return (a as unknown as ExpressionNode[]).map(of);
      case "map":
        return this.#map(a as unknown as [ExpressionNode, ExpressionNode][], of);
      case "?:":
        return truth(of(a)) ? of(b) : of(c);
      case "&&":
        return this.#either(a, b, false, of);
      case "||":
        return this.#either(a, b, true, of);
      case "==":
        return sameJson(of(a), of(b));
      case "!=":
        return !sameJson(of(a), of(b));
      case "in":
        return isMember(of(a), of(b));
      case "+":
        return this.#spend(add(of(a), of(b)));
      case "-":
      case "*":
      case "/":
      case "%":
        return calculate(operator, of(a), of(b));
      case "<":
      case "<=":
      case ">":
      case ">=":
        return compare(operator, of(a), of(b));
      case "!_":
        return !truth(of(a));
      case "-_":
        return negate(of(a));
      case "call":
        return this.#call(a as unknown as string, b as unknown as ExpressionNode[], of);
      case "rcall":
        return this.#method(a as unknown as string, b, c as unknown as ExpressionNode[], scope, depth + 1);
      default:
        return fail("unknown-operator", String(operator));
    }
  }

  /** `&&` and `||` in CEL: one side that decides makes an error of the other side vanish. */
  #either(a: ExpressionNode, b: ExpressionNode, decides: boolean, of: (node: ExpressionNode) => Json): boolean {
    let error: unknown;
    try {
      if (truth(of(a)) === decides) return decides;
    } catch (caught) {
      error = evaluationError(caught);
    }
    if (truth(of(b)) === decides) return decides;
    if (error) throw error;
    return !decides;
  }

  #map(entries: [ExpressionNode, ExpressionNode][], of: (node: ExpressionNode) => Json): Json {
    return Object.fromEntries(
      entries.map(([key, value]) => {
        const name = of(key);
        return [typeof name === "string" ? name : fail("type", "map key"), of(value)];
      }),
    );
  }

  #call(name: string, nodes: ExpressionNode[], of: (node: ExpressionNode) => Json): Json {
    if (name === "has") {
      const [operator, object, field] = nodes[0] as unknown as [string, ExpressionNode, string];
      if (operator !== ".") return fail("arguments", "has");
      return member(of(object), field) !== null;
    }
    const args = nodes.map(of);
    const own = Object.hasOwn(this.#functions, name) ? this.#functions[name] : undefined;
    return own ? own(...args) : callFunction(name, args);
  }

  #method(name: string, receiver: ExpressionNode, nodes: ExpressionNode[], scope: Scope, depth: number): Json {
    const on = this.value(receiver, scope, depth);
    if (!macros.has(name))
      return this.#spend(
        callMethod(
          name,
          on,
          nodes.map((node) => this.value(node, scope, depth)),
        ),
      );
    const variable = nodes[0]?.[0] === "id" ? (nodes[0][1] as string) : fail("arguments", name);
    const items = isList(on) ? on : isObject(on) ? Object.keys(on) : on === null ? [] : fail("type", name);
    const body = (item: Json, at: number): Json =>
      this.value(nodes[at] ?? fail("arguments", name), new Scope({ [variable]: item }, scope), depth);
    switch (name) {
      case "map": {
        if (nodes.length === 2) return items.map((item) => body(item, 1));
        return items.filter((item) => truth(body(item, 1))).map((item) => body(item, 2));
      }
      case "filter":
        return items.filter((item) => truth(body(item, 1)));
      case "exists_one":
        return items.filter((item) => truth(body(item, 1))).length === 1;
      default:
        return this.#quantify(items, name === "exists", (item) => truth(body(item, 1)));
    }
  }

  /** `all` is a chain of `&&`, `exists` one of `||`: a deciding item makes errors of the others vanish. */
  #quantify(items: readonly Json[], decides: boolean, test: (item: Json) => boolean): boolean {
    let error: unknown;
    for (const item of items) {
      try {
        if (test(item) === decides) return decides;
      } catch (caught) {
        error = evaluationError(caught);
      }
    }
    if (error) throw error;
    return !decides;
  }

  /** Text and lists that grow cost work in proportion, so that no expression can fill the memory. */
  #spend(value: Json): Json {
    if (typeof value === "string") this.#work.steps -= value.length >> 4;
    else if (isList(value)) this.#work.steps -= value.length;
    return value;
  }
}

/** Work limits and defects are passed on at once; only what CEL calls an evaluation error can vanish. */
function evaluationError(caught: unknown): FiscError {
  if (caught instanceof FiscError && caught.code !== "rule.work-limit") return caught;
  throw caught;
}
