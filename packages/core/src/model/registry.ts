import type { Json } from "./json.ts";
import type { RegisteredUnit } from "./expression.ts";

/** What the treasury has on record: imported into the gateway, read by sign-in, rules and signature policy. */
export interface Registry {
  readonly offices: readonly { readonly code: string; readonly name: string }[];
  readonly units: readonly (RegisteredUnit & { readonly email: string; readonly office: string; readonly locale: string })[];
  readonly people: readonly RegisteredPerson[];
}

/** A person of a unit, or an officer of the treasury, known by the OpenID subject. */
export interface RegisteredPerson {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** Code of the unit (side `unit`) or of the office (side `treasury`). */
  readonly belongsTo: string;
  readonly roles: readonly RegisteredRole[];
}

/** A role in force from/to (civil dates, both included), with the certificates registered for it (SHA-256 of the DER, hex). */
export interface RegisteredRole {
  readonly role: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly certificates: readonly string[];
}

/** Facts that rules of the gateway read as `context.facts`, by unit code. */
export type RegistryFacts = Readonly<Record<string, Readonly<Record<string, Json>>>>;
