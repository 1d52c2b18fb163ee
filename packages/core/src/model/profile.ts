import type { CodeListEntry, Labels, ProcedureDefinition } from "./procedure.ts";
import type { IdentifierScheme } from "./identifier.ts";
import type { JsonObject } from "./json.ts";

/** A country's rules: data, and at most a few pure functions. `packages/profiles/<id>` exports one. */
export interface Profile {
  readonly id: string;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  readonly currency: { readonly code: string; readonly decimals: number };
  readonly timeZone: string;
  readonly regimes: readonly Regime[];
  readonly calendar: Calendar;
  readonly procedures: readonly ProcedureDefinition[];
  /** Locale → labels of everything in the profile. */
  readonly labels: Readonly<Record<string, Labels>>;
  readonly roles: readonly RoleDefinition[];
  readonly codeLists: Readonly<Record<string, CodeList>>;
  /** For `identifier(value, "…")` in expressions, and for fields; `iban` is there without being named. */
  readonly identifiers?: Readonly<Record<string, IdentifierScheme>>;
  readonly mailTemplates: readonly string[];
  readonly documents: Readonly<Record<string, DocumentTemplate>>;
}

/** A rule set in force: `[validFrom, validTo]`, civil dates, both included. */
export interface Regime {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly source: string;
}

/** Working days are Monday to Friday, less `holidays`, plus `workingSaturdays`; civil dates. */
export interface Calendar {
  readonly holidays: Readonly<Record<string, CalendarEntry>>;
  readonly workingSaturdays: Readonly<Record<string, CalendarEntry>>;
}

export interface CalendarEntry {
  /** Label: `calendar.<reason>`. */
  readonly reason: string;
  readonly confidence: "sure" | "good" | "estimate";
}

/** Label: `role.<id>`. `side` decides which dossiers a person with the role sees: those of the unit, or of the treasury office. */
export interface RoleDefinition {
  readonly id: string;
  readonly side: "unit" | "treasury";
  readonly signs: boolean;
}

export interface CodeList {
  /** Digits or characters of every code. */
  readonly length: number;
  /** Complete lists refuse a code that is not there; others only suggest. */
  readonly complete: boolean;
  readonly source: string;
  /** Locale → entries; the default locale has all. */
  readonly entries: Readonly<Record<string, readonly CodeListEntry[]>>;
}

/** How an official document is made from a dossier: name → CEL over `data`, `context`, `input`. */
export interface DocumentTemplate {
  readonly formNumber: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Order in which it is drawn. Labels: `document.<template>.<field>`. */
  readonly layout: readonly string[];
}

/** Reads a profile's constant by regime. */
export type RegimeTable = Readonly<Record<string, JsonObject>>;
