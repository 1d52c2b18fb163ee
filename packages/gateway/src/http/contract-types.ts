import type { Static } from "typebox";
import type { Dossier, DossierEvent, DossierSummary, SigningRequest, SignOutput, Violation } from "@fisc/core";
import type { ActionBody, DossierContent, DossierVersion, Session } from "@fisc/core/api";
import type * as bodies from "./request-bodies.ts";
import type * as schemas from "./schemas.ts";

/** `true` where each side can stand in for the other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Compiles only while the contract and the model agree. */
export const agreed: readonly true[] = [
  true satisfies Same<Static<typeof schemas.Session>, Session>,
  true satisfies Same<Static<typeof schemas.Violation>, Violation>,
  true satisfies Same<Static<typeof schemas.Dossier>, Dossier>,
  true satisfies Same<Static<typeof schemas.DossierSummary>, DossierSummary>,
  true satisfies Same<Static<typeof schemas.DossierVersion>, DossierVersion>,
  true satisfies Same<Static<typeof schemas.DossierEvent>, DossierEvent>,
  true satisfies Same<Static<typeof bodies.DossierContent>, DossierContent>,
  true satisfies Same<Static<typeof bodies.ActionBody>, ActionBody>,
  true satisfies Same<Static<typeof schemas.SigningRequest>, SigningRequest>,
  true satisfies Same<Static<typeof bodies.SignOutput>, SignOutput>,
];
