import Type from "typebox";
import type { FastifyInstance } from "fastify";
import * as schemas from "./schemas.ts";

/** Shapes that answers name instead of repeating them: `#/components/schemas/<name>`. */
const named = {
  Session: schemas.Session,
  Problem: schemas.Problem,
  ProcedureStart: schemas.ProcedureStart,
  CodeListEntry: schemas.CodeListEntry,
  Dossier: schemas.Dossier,
  DossierSummary: schemas.DossierSummary,
  DossierVersion: schemas.DossierVersion,
  DossierEvent: schemas.DossierEvent,
  OfficialDocument: schemas.OfficialDocument,
  SigningOffer: schemas.SigningOffer,
} as const;

type Named = typeof named;

export function registerShapes(app: FastifyInstance): void {
  for (const [name, schema] of Object.entries(named)) app.addSchema({ ...schema, $id: name });
}

/** A shape by its name, for answers. Bodies of requests are written out: they are validated as they stand. */
export function shape<Name extends keyof Named>(name: Name): Type.TUnsafe<Type.Static<Named[Name]>> {
  return Type.Unsafe<Type.Static<Named[Name]>>({ $ref: `${name}#` });
}

export function listOf<Name extends keyof Named>(name: Name): Type.TUnsafe<readonly Type.Static<Named[Name]>[]> {
  return Type.Unsafe<readonly Type.Static<Named[Name]>[]>({ type: "array", items: { $ref: `${name}#` } });
}

/** Any answer that is no success. */
export const problems = { "4xx": shape("Problem"), "5xx": shape("Problem") };
