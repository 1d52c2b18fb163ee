import {
  type Attachment,
  type Calendar,
  type DossierEvent,
  type DossierSummary,
  FiscError,
  type JsonObject,
  type PublishedProcedure,
  type RegisteredUnit,
} from "@fisc/core";
import type { ActionBody, Session } from "@fisc/core/api";
import { civilDate, dueOn, receivedOn } from "@fisc/core/calendar";
import { evaluate } from "@fisc/core/rules";
import { actingRole, chooseTransition, forUnit, replay, type WorkflowTransition } from "@fisc/core/workflow";
import { contextOf, type MemoryDossier, type NewEvent } from "./memory-dossier.ts";

export interface MemoryTreasuryOptions {
  /** The published procedures of a locale. */
  readonly procedures: (locale: string) => readonly PublishedProcedure[];
  readonly people: readonly Session[];
  readonly calendar?: Calendar;
  /** The treasury's clock. */
  readonly now?: () => Date;
}

export type StreamOptions = { readonly signal: AbortSignal; onEvent(event: DossierEvent): void; onState(state: "open" | "lost"): void };

const noHolidays: Calendar = { holidays: {}, workingSaturdays: {} };

/**
 * A little treasury in memory, for tests and stories: the real workflow engine over a published procedure, a log for
 * each dossier, streams that can be cut. It checks no signature and no form rule; the gateway does.
 */
export class MemoryTreasury {
  readonly options: MemoryTreasuryOptions;
  readonly dossiers = new Map<string, MemoryDossier>();
  readonly uploads = new Map<string, Blob>();
  readonly files = new Map<string, Blob>();
  /** Answers to writes by key: the same key twice is one event. */
  readonly answers = new Map<string, string>();
  readonly streams = new Set<{ readonly person: Session; readonly options: StreamOptions }>();
  cut = false;
  #cursor = 0;

  constructor(options: MemoryTreasuryOptions) {
    this.options = options;
  }

  get now(): Date {
    return this.options.now?.() ?? new Date();
  }

  get calendar(): Calendar {
    return this.options.calendar ?? noHolidays;
  }

  person(subject: string): Session {
    const person = this.options.people.find((one) => one.subject === subject);
    if (!person) throw new Error(`no person ${subject}`);
    return person;
  }

  /** In the first locale that has it: state and guards are the same in all. @throws FiscError `not-found` */
  procedure(id: string, locale = "en"): PublishedProcedure {
    const procedure = this.options.procedures(locale).find((one) => one.id === id);
    if (!procedure) throw new FiscError("not-found");
    return procedure;
  }

  today(procedure: PublishedProcedure): string {
    return civilDate(this.now, procedure.timeZone);
  }

  /** @throws FiscError `not-found`, also for the dossier of another unit */
  find(id: string, person: Session): MemoryDossier {
    const dossier = this.dossiers.get(id);
    if (!dossier || (person.side === "unit" && person.unit?.code !== dossier.unit.code)) throw new FiscError("not-found");
    return dossier;
  }

  create(
    person: Session,
    unit: RegisteredUnit,
    procedureId: string,
    data: JsonObject,
    attachments: readonly Attachment[] = [],
  ): MemoryDossier {
    const procedure = this.procedure(procedureId);
    const number = this.dossiers.size + 1;
    const dossier: MemoryDossier = {
      id: `dossier-${number}`,
      code: `${this.now.getUTCFullYear()}-${String(number).padStart(6, "0")}`,
      procedure: procedureId,
      unit,
      data,
      attachments,
      versions: [{ data, attachments }],
      documents: [],
      events: [],
    };
    this.dossiers.set(dossier.id, dossier);
    this.append(dossier, person, {
      type: "dossier.created",
      detail: { procedure: procedureId, version: procedure.version, state: procedure.workflow.initial },
    });
    return dossier;
  }

  change(dossier: MemoryDossier, person: Session, data: JsonObject, attachments: readonly Attachment[]): void {
    const { version } = replay(this.procedure(dossier.procedure), dossier.events);
    dossier.data = data;
    dossier.attachments = attachments;
    dossier.versions.push({ data, attachments });
    this.append(dossier, person, { type: "content.changed", detail: { version: version + 1, dataSha256: "0".repeat(64), attachments } });
  }

  /** @throws FiscError `workflow.*` */
  choose(
    dossier: MemoryDossier,
    person: Session | "system",
    action: string,
    body: ActionBody,
    signature?: "requested" | { readonly subject: string; readonly issuer: string; readonly serial: string; readonly notAfter: string },
  ): WorkflowTransition {
    const procedure = this.procedure(dossier.procedure);
    const replayed = replay(procedure, dossier.events);
    const actor = person === "system" ? { id: "system", roles: ["system"] } : { id: person.subject, roles: person.roles };
    return chooseTransition({
      procedure,
      replayed,
      actor,
      action,
      ...body,
      context: contextOf(dossier, procedure, replayed, this.today(procedure)),
      data: dossier.data,
      documents: dossier.attachments.map(({ id }) => id),
      ...(signature === undefined ? {} : { signature }),
    });
  }

  /** Takes the transition with what it sets off. A system's answer is given with `person` `"system"`. */
  act(dossier: MemoryDossier, person: Session | "system", action: string, body: ActionBody = {}): void {
    this.#take(dossier, person, this.choose(dossier, person, action, body), body);
  }

  /** Adds the person's signature and takes the transition that it makes. */
  sign(dossier: MemoryDossier, person: Session, action: string): void {
    const procedure = this.procedure(dossier.procedure);
    const certificate = { subject: person.name, issuer: "Test CA", serial: person.subject, notAfter: "2028-01-01T00:00:00.000Z" };
    const transition = this.choose(dossier, person, action, {}, certificate);
    const policy = transition.needs?.signature ?? "";
    const rule = procedure.signaturePolicies[policy];
    if (!rule) throw new FiscError("signature.invalid");
    const { version, nextSequence: sequence } = replay(procedure, dossier.events);
    const { role, level, signs } = rule;
    this.append(
      dossier,
      person,
      {
        type: "signature.added",
        detail: { sequence, version, policy, role, signer: person.subject, certificate, at: this.now.toISOString(), level, signs },
      },
      role,
    );
    this.#take(dossier, person, transition, {});
  }

  #take(dossier: MemoryDossier, person: Session | "system", transition: WorkflowTransition, body: ActionBody): void {
    const procedure = this.procedure(dossier.procedure);
    const { state: from, version } = replay(procedure, dossier.events);
    const role = actingRole(transition, person === "system" ? ["system"] : person.roles) ?? "system";
    this.append(
      dossier,
      person,
      { type: "transition", detail: { action: transition.action, from, to: transition.to, version, ...body } },
      role,
    );
    for (const effect of transition.effects ?? []) {
      if (effect.type === "mail")
        this.append(dossier, "system", { type: "mail.sent", detail: { template: effect.template, to: "unit@example.com" } });
      if (effect.type === "deadlineMet") this.append(dossier, "system", { type: "deadline.met", detail: { key: effect.key } });
      if (effect.type === "deadline") this.#startDeadline(dossier, procedure, effect.key);
      if (effect.type === "document") this.#makeDocument(dossier, effect.template);
    }
  }

  summary(dossier: MemoryDossier, awaitsMe: boolean): DossierSummary {
    const procedure = this.procedure(dossier.procedure);
    const replayed = replay(procedure, dossier.events);
    const context = contextOf(dossier, procedure, replayed, this.today(procedure));
    const text = (node: PublishedProcedure["summary"]["title"]) => evaluate(node, { data: dossier.data, context });
    const due = replayed.deadlines.find(({ met }) => !met)?.dueOn;
    return {
      id: dossier.id,
      code: dossier.code,
      procedure: dossier.procedure,
      unit: { code: dossier.unit.code, name: dossier.unit.name },
      state: replayed.state,
      revision: replayed.position,
      title: String(text(procedure.summary.title) ?? ""),
      number: String(text(procedure.summary.number) ?? ""),
      amount: Number(text(procedure.summary.amount) ?? 0),
      ...(due === undefined ? {} : { dueOn: due }),
      updatedAt: replayed.updatedAt,
      awaitsMe,
    };
  }

  append(dossier: MemoryDossier, person: Session | "system", event: NewEvent, role?: string): void {
    const actor =
      person === "system"
        ? { id: "system", name: "system", role: "system" }
        : { id: person.subject, name: person.name, role: role ?? person.roles[0] ?? "" };
    const full = {
      ...event,
      dossier: dossier.id,
      position: dossier.events.length + 1,
      cursor: ++this.#cursor,
      at: this.now.toISOString(),
      actor,
    } as DossierEvent;
    dossier.events.push(full);
    if (this.cut) return;
    for (const { person: listener, options } of this.streams) {
      if (listener.side === "treasury" || listener.unit?.code === dossier.unit.code)
        options.onEvent(this.eventFor(listener, dossier, full));
    }
  }

  /** As the gateway gives it to this person. */
  eventFor(person: Session, dossier: MemoryDossier, event: DossierEvent): DossierEvent {
    const unitRoles = new Set(this.options.people.filter(({ side }) => side === "unit").flatMap(({ roles }) => roles));
    return person.side === "unit" ? forUnit(this.procedure(dossier.procedure), event, unitRoles) : event;
  }

  /** Every stream loses its connection; what happens meanwhile is not delivered. */
  cutStreams(): void {
    this.cut = true;
    for (const { options } of this.streams) options.onState("lost");
  }

  restoreStreams(): void {
    this.cut = false;
    for (const { options } of this.streams) options.onState("open");
  }

  #startDeadline(dossier: MemoryDossier, procedure: PublishedProcedure, key: string): void {
    const rule = procedure.deadlines[key];
    if (!rule) throw new FiscError("deadline.unknown", { key });
    const received = receivedOn({ calendar: this.calendar, timeZone: procedure.timeZone, cutOff: rule.cutOff }, this.now);
    const replayed = replay(procedure, dossier.events);
    const days = Number(
      evaluate(rule.workingDays, { data: dossier.data, context: contextOf(dossier, procedure, replayed, this.today(procedure)) }),
    );
    this.append(dossier, "system", {
      type: "deadline.started",
      detail: { key, receivedOn: received, dueOn: dueOn(this.calendar, received, days), met: false },
    });
  }

  #makeDocument(dossier: MemoryDossier, template: string): void {
    const id = `document-${dossier.documents.length + 1}`;
    const sha256 = "0".repeat(64);
    const { amount } = this.summary(dossier, false);
    dossier.documents.push({
      id,
      template,
      at: this.now.toISOString(),
      data: { amount, date: this.today(this.procedure(dossier.procedure)) },
      sha256,
      signed: false,
    });
    this.append(dossier, "system", { type: "document.made", detail: { id, template, sha256 } });
  }
}
