import type {
  Attachment,
  AvailableAction,
  Deadline,
  Dossier,
  DossierEvent,
  JsonObject,
  OfficialDocument,
  PublishedProcedure,
  RegisteredUnit,
  RuleContext,
} from "@fisc/core";
import type { Session } from "@fisc/core/api";
import { availableActions, replay, workflowFacts, type Replayed } from "@fisc/core/workflow";

/** Roles of a unit see their unit's dossiers; of the treasury, all. */
export interface MemoryDossier {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly unit: RegisteredUnit;
  data: JsonObject;
  attachments: readonly Attachment[];
  /** What each version held, 1 first. */
  readonly versions: { readonly data: JsonObject; readonly attachments: readonly Attachment[] }[];
  readonly documents: OfficialDocument[];
  readonly events: DossierEvent[];
}

type Detail = DossierEvent extends infer E
  ? E extends { type: infer T; detail: infer D }
    ? { readonly type: T; readonly detail: D }
    : never
  : never;
export type NewEvent = Detail;

export function contextOf(dossier: MemoryDossier, procedure: PublishedProcedure, replayed: Replayed, today: string): RuleContext {
  const counts: Record<string, number> = {};
  for (const slot of procedure.attachments) counts[slot.id] = dossier.attachments.filter((file) => file.slot === slot.id).length;
  return { regime: procedure.regime, today, unit: dossier.unit, attachments: counts, facts: { dossier: workflowFacts(replayed) } };
}

/** The dossier as one person gets it. */
export function dossierFor(person: Session, dossier: MemoryDossier, procedure: PublishedProcedure, today: string): Dossier {
  const replayed = replay(procedure, dossier.events);
  const actions: readonly AvailableAction[] = availableActions({
    procedure,
    replayed,
    actor: { id: person.subject, roles: person.roles },
    context: contextOf(dossier, procedure, replayed, today),
    data: dossier.data,
  });
  return {
    id: dossier.id,
    code: dossier.code,
    procedure: dossier.procedure,
    procedureVersion: procedure.version,
    regime: procedure.regime,
    unit: { code: dossier.unit.code, name: dossier.unit.name },
    version: replayed.version,
    revision: replayed.position,
    state: replayed.state,
    data: dossier.data,
    attachments: dossier.attachments,
    signatures: dossier.events.flatMap((event) => (event.type === "signature.added" ? [event.detail] : [])),
    documents: dossier.documents,
    deadlines: replayed.deadlines as readonly Deadline[],
    fixes: replayed.fixes,
    warnings: [],
    createdAt: replayed.createdAt,
    updatedAt: replayed.updatedAt,
    actions,
  };
}
