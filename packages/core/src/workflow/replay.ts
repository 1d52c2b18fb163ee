import type { Deadline, DossierEvent, Fix, Instant, SignatureRecord } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Procedure } from "../model/procedure.ts";

/** The workflow part of a procedure, in whatever form its expressions are. */
export type WorkflowOf<E = unknown> = Pick<Procedure<E>, "workflow">;

/** Where a dossier stands, by its log. */
export interface Replayed {
  readonly state: string;
  /** Of data and attachments. */
  readonly version: number;
  /** Position of the last event: the revision. */
  readonly position: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Every action of the workflow → how often it was done. */
  readonly counts: Readonly<Record<string, number>>;
  /** Action → input of its last time. */
  readonly inputs: Readonly<Record<string, JsonObject>>;
  /** Action → when it was last done. */
  readonly times: Readonly<Record<string, Instant>>;
  /** Of the current version; earlier ones no longer count. */
  readonly signatures: readonly SignatureRecord[];
  /** Sequence number for the next signature of the dossier, over all versions. */
  readonly nextSequence: number;
  /** Open: what the last refusal asks to be put right. */
  readonly fixes: readonly Fix[];
  readonly deadlines: readonly Deadline[];
  /** Operation → the ledger's last answer. */
  readonly ledger: Readonly<Record<string, { readonly outcome: string; readonly reference?: string; readonly text?: string }>>;
  /** Ids of who did the action on the current version. */
  actorsOf(action: string): readonly string[];
}

/**
 * Derives everything from the log; the same events always give the same answer.
 * @throws FiscError `workflow.broken-log` where positions have a gap, or an event does not fit what went before
 */
export function replay(procedure: WorkflowOf, events: readonly DossierEvent[]): Replayed {
  const { states, transitions } = procedure.workflow;
  const first = events[0];
  if (first?.type !== "dossier.created") throw broken(1, "created");
  const log = {
    state: first.detail.state,
    version: 1,
    fixes: [] as readonly Fix[],
    nextSequence: 1,
    counts: Object.fromEntries(transitions.map(({ action }) => [action, 0])),
    inputs: {} as Record<string, JsonObject>,
    times: {} as Record<string, Instant>,
    ledger: {} as Record<string, Replayed["ledger"][string]>,
    signatures: [] as SignatureRecord[],
    deadlines: new Map<string, Deadline>(),
    done: [] as { readonly action: string; readonly actor: string; readonly version: number }[],
  };
  events.forEach((event, i) => {
    const { position } = event;
    if (position !== i + 1) throw broken(position, "position");
    if (event.dossier !== first.dossier) throw broken(position, "dossier");
    switch (event.type) {
      case "dossier.created":
        if (i > 0) throw broken(position, "created");
        break;
      case "content.changed":
        if (event.detail.version < log.version) throw broken(position, "version");
        log.version = event.detail.version;
        break;
      case "signature.added":
        log.signatures.push(event.detail);
        log.nextSequence = Math.max(log.nextSequence, event.detail.sequence + 1);
        break;
      case "deadline.started":
        log.deadlines.set(event.detail.key, event.detail);
        break;
      case "deadline.met": {
        const deadline = log.deadlines.get(event.detail.key);
        if (deadline) log.deadlines.set(deadline.key, { ...deadline, met: true });
        break;
      }
      case "ledger.answered": {
        const { operation, ...answer } = event.detail;
        log.ledger[operation] = answer;
        break;
      }
      case "transition": {
        const { action, from, to, version, fixes, input } = event.detail;
        if (from !== log.state) throw broken(position, "from");
        log.state = to;
        log.counts[action] = (log.counts[action] ?? 0) + 1;
        log.times[action] = event.at;
        if (input) log.inputs[action] = input;
        log.done.push({ action, actor: event.actor.id, version });
        // Fixes stay open while the client can work on them; the first step past that closes them.
        log.fixes = fixes ?? (states[to]?.editable ? log.fixes : []);
        break;
      }
      case "document.made":
      case "mail.sent":
        break;
      default:
        throw broken(position, (event as { type: string }).type);
    }
    if (!Object.hasOwn(states, log.state)) throw broken(position, "state");
  });
  const last = events.at(-1) ?? first;
  return {
    state: log.state,
    version: log.version,
    position: last.position,
    createdAt: first.at,
    updatedAt: last.at,
    counts: log.counts,
    inputs: log.inputs,
    times: log.times,
    signatures: log.signatures.filter((signature) => signature.version === log.version),
    nextSequence: log.nextSequence,
    fixes: log.fixes,
    deadlines: [...log.deadlines.values()],
    ledger: log.ledger,
    actorsOf: (action) => [
      ...new Set(log.done.filter((one) => one.action === action && one.version === log.version).map((one) => one.actor)),
    ],
  };
}

/** What guards and rules read as `context.facts.dossier`. */
export type WorkflowFacts = {
  readonly state: string;
  readonly version: number;
  /** Every action has a count, 0 where it was never done. */
  readonly counts: { readonly [action: string]: number };
  readonly inputs: { readonly [action: string]: JsonObject };
  readonly times: { readonly [action: string]: Instant };
  /** Of the current version. */
  readonly signatures: readonly { readonly policy: string; readonly role: string; readonly signs: string; readonly at: Instant }[];
  readonly deadlines: { readonly [key: string]: { readonly receivedOn: string; readonly dueOn: string; readonly met: boolean } };
  readonly ledger: { readonly [operation: string]: { readonly outcome: string; readonly reference: string | null } };
};

export function workflowFacts(replayed: Replayed): WorkflowFacts {
  const { state, version, counts, inputs, times } = replayed;
  return {
    state,
    version,
    counts,
    inputs,
    times,
    signatures: replayed.signatures.map(({ policy, role, signs, at }) => ({ policy, role, signs, at })),
    deadlines: Object.fromEntries(replayed.deadlines.map(({ key, receivedOn, dueOn, met }) => [key, { receivedOn, dueOn, met }])),
    ledger: Object.fromEntries(
      Object.entries(replayed.ledger).map(([operation, { outcome, reference }]) => [operation, { outcome, reference: reference ?? null }]),
    ),
  } satisfies Json;
}

function broken(position: number, reason: string): FiscError {
  return new FiscError("workflow.broken-log", { position, reason });
}
