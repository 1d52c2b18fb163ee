import type { Json, JsonObject } from "@fisc/core";
import { withValueAt } from "@fisc/core/rules";

/** A document as a unit would send it, with nothing wrong. */
export interface Sample {
  readonly id: string;
  readonly procedure: string;
  readonly regime: string;
  /** Code of the unit in the registry. */
  readonly unit: string;
  readonly data: JsonObject;
  /** One file for each entry. */
  readonly attachments: readonly { readonly slot: string; readonly name: string }[];
  readonly sentAt: string;
  /** What the treasury knows, instead of what it knows of the unit by itself. */
  readonly facts?: Readonly<Record<string, Json>>;
}

/** A sample with one thing wrong, and the rule that must say so. */
export interface FaultySample extends Sample {
  /** Id of the sample it departs from. */
  readonly of: string;
  readonly violates: { readonly rule: string; readonly at: string; readonly severity: "error" | "warning" };
}

/** `changes`: path → value. Other ways to spoil a sample come as `more`. */
export function faulty(
  of: Sample,
  id: string,
  changes: Readonly<Record<string, Json>>,
  [rule, at, severity = "error"]: readonly [rule: string, at: string, severity?: "error" | "warning"],
  more: Partial<Pick<Sample, "attachments" | "sentAt" | "facts">> = {},
): FaultySample {
  const data = Object.entries(changes).reduce<JsonObject>((result, [path, value]) => withValueAt(result, path, value), of.data);
  return { ...of, ...more, id, of: of.id, data, violates: { rule, at, severity } };
}
