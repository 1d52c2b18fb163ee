import type { RegisteredPerson } from "@fisc/core";
import type { TokenAccess } from "./token.ts";

/** A person of the demo: as the treasury has them on record, and what they carry. */
export interface DemoPerson extends RegisteredPerson {
  /** Absent for people who do not sign. */
  readonly token?: TokenAccess;
}
