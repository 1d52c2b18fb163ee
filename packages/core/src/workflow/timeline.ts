import type { Actor, Deadline, DossierEvent, Fix, Instant, SignatureRecord } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import type { JsonObject } from "../model/json.ts";
import { replay, type WorkflowOf } from "./replay.ts";

interface Entry {
  /** Of the event; entries keep their order. */
  readonly position: number;
  readonly at: Instant;
  readonly actor: Actor;
  /** State after the event. */
  readonly state: string;
  /** The state whose label the client sees (`state.<shownState>`). */
  readonly shownState: string;
}

/** One line of a dossier's history, for display. Labels: `state.`, `action.`, `role.` and so on, of the procedure. */
export type TimelineEntry = Entry &
  (
    | { readonly kind: "created" }
    | { readonly kind: "content"; readonly version: number }
    | {
        readonly kind: "transition";
        readonly action: string;
        readonly from: string;
        readonly reason?: string;
        readonly fixes?: readonly Fix[];
        readonly input?: JsonObject;
        /** The client sees another state than before; false for inner steps. */
        readonly visibleStep: boolean;
      }
    | { readonly kind: "signature"; readonly signature: SignatureRecord }
    | { readonly kind: "deadline"; readonly deadline: Deadline }
    | { readonly kind: "deadlineMet"; readonly key: string }
    | { readonly kind: "document"; readonly document: string; readonly template: string }
    | { readonly kind: "mail"; readonly template: string; readonly to: string }
    | { readonly kind: "ledger"; readonly operation: string; readonly outcome: string; readonly reference?: string; readonly text?: string }
  );

/** What comes next: who has the dossier, and until when. Null once the dossier is at its end. */
export interface ExpectedStep {
  readonly state: string;
  readonly shownState: string;
  /** Actor role, or `system`. */
  readonly holder: string;
  readonly since: Instant;
  /** The open deadline that ends first. */
  readonly deadline?: Deadline;
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  readonly expected: ExpectedStep | null;
}

/** @throws FiscError `workflow.broken-log` */
export function timeline(procedure: WorkflowOf, events: readonly DossierEvent[]): Timeline {
  const { states } = procedure.workflow;
  const shown = (state: string): string => states[state]?.shownAs ?? state;
  const replayed = replay(procedure, events);
  let state = procedure.workflow.initial;
  let since = replayed.createdAt;
  const entries = events.map((event): TimelineEntry => {
    const before = state;
    if (event.type === "dossier.created") state = event.detail.state;
    if (event.type === "transition") [state, since] = [event.detail.to, event.at];
    const base: Entry = { position: event.position, at: event.at, actor: event.actor, state, shownState: shown(state) };
    switch (event.type) {
      case "dossier.created":
        return { ...base, kind: "created" };
      case "content.changed":
        return { ...base, kind: "content", version: event.detail.version };
      case "transition": {
        const { action, from, reason, fixes, input } = event.detail;
        return {
          ...base,
          kind: "transition",
          action,
          from,
          visibleStep: shown(before) !== shown(state),
          ...(reason === undefined ? {} : { reason }),
          ...(fixes ? { fixes } : {}),
          ...(input ? { input } : {}),
        };
      }
      case "signature.added":
        return { ...base, kind: "signature", signature: event.detail };
      case "deadline.started":
        return { ...base, kind: "deadline", deadline: event.detail };
      case "deadline.met":
        return { ...base, kind: "deadlineMet", key: event.detail.key };
      case "document.made":
        return { ...base, kind: "document", document: event.detail.id, template: event.detail.template };
      case "mail.sent":
        return { ...base, kind: "mail", template: event.detail.template, to: event.detail.to };
      case "ledger.answered":
        return { ...base, kind: "ledger", ...event.detail };
      default:
        throw new FiscError("workflow.broken-log", { reason: (event as { type: string }).type });
    }
  });
  const holder = states[replayed.state]?.final ? undefined : states[replayed.state]?.holder;
  if (holder === undefined) return { entries, expected: null };
  const [deadline] = replayed.deadlines.filter((one) => !one.met).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return {
    entries,
    expected: { state: replayed.state, shownState: shown(replayed.state), holder, since, ...(deadline ? { deadline } : {}) },
  };
}
