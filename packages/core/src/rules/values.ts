import { FiscError } from "../model/errors.ts";
import type { Json } from "../model/json.ts";

export { isList, isObject, sameJson } from "./paths.ts";

/** Ends an evaluation. `reason` is for the log of who writes the procedure; people see the rule's own message. */
export function fail(reason: string, detail = ""): never {
  throw new FiscError("rule.evaluation", { reason, detail });
}

/** Strict booleans: null, 0 or text are no truth values. */
export function truth(value: Json): boolean {
  return typeof value === "boolean" ? value : fail("type", "bool expected");
}

/** Whole numbers stay exact: beyond 2^53 − 1 is an error. */
export function exact(value: number): number {
  if (!Number.isFinite(value)) return fail("overflow");
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? fail("overflow") : value;
}

export function numberOf(value: Json): number {
  return typeof value === "number" ? value : fail("type", "number expected");
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : fail("type", "string expected");
}

/** Work limits and defects are passed on at once; only what CEL calls an evaluation error can vanish, or count as an answer. */
export function evaluationError(caught: unknown): FiscError {
  if (caught instanceof FiscError && caught.code !== "rule.work-limit") return caught;
  throw caught;
}
