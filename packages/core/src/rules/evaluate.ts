import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { compiled } from "./compile.ts";
import type { Frame } from "./frame.ts";
import type { Memory } from "./memory.ts";

/** A function that expressions may call beside the built-in ones. Fails by throwing a `FiscError`. */
export type RuleFunction = (...args: readonly Json[]) => Json;

/** How much work is left; shared by several evaluations where one budget must bound them all. */
export interface Work {
  /** One for each node of what is evaluated, for each item of a list again. */
  steps: number;
}

export interface EvaluateOptions {
  readonly functions?: Readonly<Record<string, RuleFunction>>;
  readonly work?: Work;
  /** What earlier evaluations of the same form gave. Who passes it tells it of every change. */
  readonly memory?: Memory;
}

/** Names in scope: an `ExpressionContext`, or fewer. */
export type Names = Readonly<Record<string, unknown>>;

const defaultSteps = 1_000_000;
const none: Readonly<Record<string, RuleFunction>> = {};

/**
 * Evaluates a published expression. CEL semantics, with three deliberate differences for forms that are half filled in:
 * an absent field, or a field of null, reads as null; `has(a.b)` is false for null; there is one kind of number, and `/`
 * on two whole numbers truncates, as CEL does on `int`. Whole numbers beyond 2^53 − 1 are an error, never rounded.
 * @throws FiscError `rule.evaluation` (params `reason`), `rule.work-limit`
 */
export function evaluate(node: ExpressionNode, names: Names | object, options: EvaluateOptions = {}): Json {
  const { run, size } = compiled(node);
  const frame = frameOf(names, options);
  if ((frame.work.steps -= size) < 0) throw new FiscError("rule.work-limit");
  return run(frame);
}

export function frameOf(names: Names | object, { functions = none, work = { steps: defaultSteps }, memory }: EvaluateOptions): Frame {
  return { names: names as Names, items: [], functions, work, memory };
}
