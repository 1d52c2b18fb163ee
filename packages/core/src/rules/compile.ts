import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { isMacro } from "./comprehensions.ts";
import { spend, type Compiled, type Operand, type Program } from "./frame.ts";
import { callFunction, callMethod } from "./functions.ts";
import { compileMacro } from "./macros.ts";
import { add, calculate, compare, element, isMember, member, negate } from "./operators.ts";
import { evaluationError, fail, sameJson, truth } from "./values.ts";

/** The slots in `Frame.items` of the macros' variables around an expression, and its own depth. */
export interface Place {
  readonly slots: ReadonlyMap<string, number>;
  readonly depth: number;
}

const maxDepth = 200;
const programs = new WeakMap<object, Program>();

/** An expression as functions, made once for a tree; no code is ever made from text. @throws FiscError `rule.work-limit` */
export function compiled(node: ExpressionNode): Program {
  const known = typeof node === "object" ? programs.get(node) : undefined;
  if (known) return known;
  const program = compile(node, { slots: new Map(), depth: 0 });
  if (Array.isArray(node)) programs.set(node, program);
  return program;
}

function compile(node: ExpressionNode, { slots, depth }: Place): Program {
  if (depth > maxDepth) throw new FiscError("rule.work-limit");
  if (!Array.isArray(node)) return { run: () => fail("malformed"), size: 1, walks: false };
  const tree = node as ExpressionNode;
  let size = 1;
  let walks = isMacro(tree);
  const operand: Operand = (child, inner = slots) => {
    const program = compile(child as ExpressionNode, { slots: inner, depth: depth + 1 });
    size += program.size;
    walks ||= program.walks;
    return program;
  };
  const run = walks ? compileMacro(tree, slots, operand) : compileNode(tree, slots, (child) => operand(child).run);
  // What is the same in every row is worked out once for all rows, where somebody keeps it.
  const keeps = walks && /^r?call$/.test(String(tree[0]));
  return { run: keeps ? (frame) => (frame.memory?.tables ? frame.memory.tables.whole(tree, run, frame) : run(frame)) : run, size, walks };
}

function compileNode(node: ExpressionNode, slots: ReadonlyMap<string, number>, of: (child: unknown) => Compiled): Compiled {
  const [operator, a, b, c] = node;
  switch (operator) {
    case "value":
      return () => a as Json;
    case "id":
      return name(String(a), slots.get(String(a)));
    case ".": {
      const on = of(a);
      return (frame) => member(on(frame), b as string);
    }
    case "list": {
      const items = (a as readonly Json[]).map(of);
      return (frame) => items.map((item) => item(frame));
    }
    case "map":
      return map((a as unknown as readonly (readonly [unknown, unknown])[]).map(([key, value]) => [of(key), of(value)]));
    case "?:": {
      const [test, yes, no] = [of(a), of(b), of(c)];
      return (frame) => (truth(test(frame)) ? yes(frame) : no(frame));
    }
    case "&&":
    case "||":
      return either(of(a), of(b), operator === "||");
    case "!_":
    case "-_": {
      const on = of(a);
      return operator === "!_" ? (frame) => !truth(on(frame)) : (frame) => negate(on(frame));
    }
    case "call":
      return call(String(a), b as unknown as readonly ExpressionNode[], of);
    case "rcall": {
      const [on, args] = [of(b), (c as readonly Json[]).map(of)];
      return (frame) =>
        spend(
          callMethod(
            a as string,
            on(frame),
            args.map((arg) => arg(frame)),
          ),
          frame,
        );
    }
    default:
      return binary(String(operator), of(a), of(b));
  }
}

function binary(operator: string, a: Compiled, b: Compiled): Compiled {
  switch (operator) {
    case "[]":
      return (frame) => element(a(frame), b(frame));
    case "==":
      return (frame) => sameJson(a(frame), b(frame));
    case "!=":
      return (frame) => !sameJson(a(frame), b(frame));
    case "in":
      return (frame) => isMember(a(frame), b(frame));
    case "+":
      return (frame) => spend(add(a(frame), b(frame)), frame);
    case "-":
    case "*":
    case "/":
    case "%":
      return (frame) => calculate(operator, a(frame), b(frame));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return (frame) => compare(operator, a(frame), b(frame));
    default:
      return () => fail("unknown-operator", operator);
  }
}

function name(id: string, slot: number | undefined): Compiled {
  if (slot !== undefined) return ({ items }) => items[slot] ?? null;
  return ({ names }) => (Object.hasOwn(names, id) ? ((names[id] ?? null) as Json) : fail("unknown-name", id));
}

function map(entries: readonly (readonly [Compiled, Compiled])[]): Compiled {
  return (frame) =>
    Object.fromEntries(
      entries.map(([key, value]) => {
        const named = key(frame);
        return [typeof named === "string" ? named : fail("type", "map key"), value(frame)];
      }),
    );
}

/** `&&` and `||` in CEL: one side that decides makes an error of the other side vanish. */
function either(a: Compiled, b: Compiled, decides: boolean): Compiled {
  return (frame) => {
    let error: FiscError | undefined;
    try {
      if (truth(a(frame)) === decides) return decides;
    } catch (caught) {
      error = evaluationError(caught);
    }
    if (truth(b(frame)) === decides) return decides;
    if (error) throw error;
    return !decides;
  };
}

function call(name: string, nodes: readonly ExpressionNode[], of: (child: unknown) => Compiled): Compiled {
  if (name === "has") {
    const [operator, object, field] = nodes[0] as unknown as readonly [string, ExpressionNode, string];
    if (operator !== ".") return () => fail("arguments", "has");
    const on = of(object);
    return (frame) => member(on(frame), field) !== null;
  }
  const args = nodes.map(of);
  return (frame) => {
    const values = args.map((arg) => arg(frame));
    const own = Object.hasOwn(frame.functions, name) ? frame.functions[name] : undefined;
    return own ? own(...values) : callFunction(name, values);
  };
}
