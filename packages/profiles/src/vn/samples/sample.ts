import type { JsonObject } from "@fisc/core";

/** A whole dossier as a unit would send it, and what must come of it. */
export interface SampleDossier {
  readonly id: string;
  readonly regime: string;
  /** Code of the unit in `registry`. */
  readonly unit: string;
  readonly data: JsonObject;
  /** One PDF for each entry. */
  readonly attachments: readonly { readonly slot: string; readonly name: string }[];
  /** When the account holder's signature came in. */
  readonly sentAt: string;
  readonly expected: { readonly receivedOn: string; readonly dueOn: string };
}

/** A sample with one thing wrong, and the rule that must say so. */
export interface SampleVariant {
  readonly id: string;
  /** Id of the sample it departs from. */
  readonly of: string;
  readonly regime: string;
  readonly unit: string;
  readonly data: JsonObject;
  readonly attachments: SampleDossier["attachments"];
  readonly sentAt: string;
  readonly violates: { readonly rule: string; readonly at: string; readonly severity: "error" | "warning" };
}
