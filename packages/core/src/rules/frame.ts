import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import type { Names, RuleFunction, Work } from "./evaluate.ts";
import type { Memory } from "./memory.ts";
import { isList } from "./values.ts";

/** One evaluation: what it may read and spend. */
export interface Frame {
  readonly names: Names;
  /** The items that macros are at, outermost first. */
  readonly items: Json[];
  readonly functions: Readonly<Record<string, RuleFunction>>;
  readonly work: Work;
  readonly memory: Memory | undefined;
}

/** @throws FiscError `rule.evaluation`, `rule.work-limit` */
export type Compiled = (frame: Frame) => Json;

export interface Program {
  readonly run: Compiled;
  /** Count of nodes. */
  readonly size: number;
  /** Walks a list. */
  readonly walks: boolean;
}

/** What a macro works with, for whoever keeps what it gave. */
export interface MacroParts {
  readonly name: string;
  /** Slot of its variable in `Frame.items`. */
  readonly slot: number;
  readonly list: (frame: Frame) => readonly Json[];
  /** The body for one item. */
  readonly outcome: (frame: Frame, item: Json) => Outcome;
  readonly fold: (items: readonly Json[], outcomes: Iterable<Outcome>) => Json;
  /** Compiles a part of the body. */
  readonly part: (node: ExpressionNode) => Compiled;
}

/** What a macro's body gives for one item: a value, nothing (`map` with a condition), or why it cannot be said. */
export type Outcome = Json | undefined | FiscError;

/** Compiles an operand one level below. */
export type Operand = (node: unknown, slots?: ReadonlyMap<string, number>) => Program;

/** Text and lists that grow cost work in proportion, so that no expression can fill the memory. */
export function spend(value: Json, { work }: Frame): Json {
  if (typeof value === "string") work.steps -= value.length >> 4;
  else if (isList(value)) work.steps -= value.length;
  return value;
}

/** @throws FiscError `rule.work-limit` */
export function work({ work: left }: Frame, steps: number): void {
  if ((left.steps -= steps) < 0) throw new FiscError("rule.work-limit");
}
