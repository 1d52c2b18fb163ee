import type { Json } from "./json.ts";

/**
 * A CEL expression after publication: parsed and checked once, shipped as a tree, evaluated in browser and gateway
 * by the same small evaluator (`@fisc/core/rules`). Nodes are `[operator, ...operands]`:
 *
 * `["value", literal]` · `["id", name]` · `[".", node, name]` · `["[]", node, node]` · `["call", name, nodes]` ·
 * `["rcall", name, receiver, nodes]` · `["list", nodes]` · `["map", [key, value][]]` · `["?:", a, b, c]` ·
 * `["||" | "&&" | "==" | "!=" | "in" | "+" | "-" | "*" | "/" | "%" | "<" | "<=" | ">" | ">=", a, b]` · `["!_" | "-_", a]`
 */
export type ExpressionNode = readonly [operator: string, ...operands: readonly Json[]];

/** What an author writes in a profile: CEL source text. */
export type ExpressionSource = string;

/**
 * The names that every expression of a procedure may read.
 * `row` and `index` exist only inside rules and computed values of a line table, `input` only in workflow guards.
 */
export interface ExpressionContext {
  /** The dossier's data, as the form holds it. Absent fields read as null. */
  readonly data: Json;
  readonly row?: Json;
  readonly index?: number;
  readonly input?: Json;
  readonly context: RuleContext;
}

/** What the rules may know beside the form: the same values in browser and gateway. */
export interface RuleContext {
  readonly regime: string;
  /** Civil date in the profile's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The unit as the treasury has it on record. */
  readonly unit: RegisteredUnit;
  /** How many files each attachment slot holds. */
  readonly attachments: Readonly<Record<string, number>>;
  /** Facts that only the treasury knows, by name (`contractPaid`: minor units already paid by contract number). */
  readonly facts: Readonly<Record<string, Json>>;
}

export interface RegisteredUnit {
  readonly code: string;
  readonly name: string;
  readonly accounts: readonly string[];
  /** Further registered attributes, named by the profile (budget level, chapter, treasury office, …). */
  readonly attributes: Readonly<Record<string, string>>;
}
