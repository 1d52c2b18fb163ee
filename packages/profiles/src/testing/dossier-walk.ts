import type { Actor, DossierEvent, Fix, JsonObject, PublishedProcedure, RegisteredPerson, RuleContext, Transition } from "@fisc/core";
import { availableTransitions, chooseTransition, replay, type Replayed, type WorkflowTransition } from "@fisc/core/workflow";

export interface WalkOptions {
  readonly procedure: PublishedProcedure;
  readonly context: RuleContext;
  readonly data: JsonObject;
  readonly people: readonly RegisteredPerson[];
  /** Subject of who makes the dossier, and changes it. */
  readonly author: string;
}

/** What a person gives along with an action. */
export interface Given {
  readonly reason?: string;
  readonly fixes?: readonly Fix[];
  readonly input?: JsonObject;
}

const at = "2026-03-10T08:00:00.000Z";
const notAfter = "2036-01-01T00:00:00.000Z";

/** A dossier whose log grows by what people do; every step is chosen by the workflow engine, never set. Each person has one key. */
export class DossierWalk {
  readonly events: DossierEvent[] = [];
  /** What the steps set off, in order. */
  readonly effects: NonNullable<Transition<unknown>["effects"]>[number][] = [];
  readonly #options: WalkOptions;

  constructor(options: WalkOptions) {
    this.#options = options;
    const { procedure, author } = options;
    this.#append(
      { type: "dossier.created", detail: { procedure: procedure.id, version: procedure.version, state: procedure.workflow.initial } },
      author,
    );
  }

  get replayed(): Replayed {
    return replay(this.#options.procedure, this.events);
  }

  get state(): string {
    return this.replayed.state;
  }

  /** @throws FiscError `workflow.…` where the engine does not allow it */
  act(subject: string, action: string, given: Given = {}): this {
    const { procedure } = this.#options;
    const { replayed } = this;
    const certificate = { subject, issuer: "walk", serial: subject, notAfter };
    const transition = chooseTransition({ ...this.#question(subject, replayed), action, ...given, signature: certificate });
    const { version, nextSequence } = replayed;
    this.#append({ type: "transition", detail: { action, from: replayed.state, to: transition.to, version, ...given } }, subject);
    const policy = transition.needs?.signature ?? "";
    const signing = procedure.signaturePolicies[policy];
    if (signing) {
      const { signs, role, level } = signing;
      this.#append(
        {
          type: "signature.added",
          detail: { sequence: nextSequence, version, policy, role, signer: subject, certificate, at, level, signs },
        },
        subject,
      );
    }
    this.effects.push(...(transition.effects ?? []));
    return this;
  }

  /** The ledger answers. */
  ledger(outcome: string): this {
    return this.act("system", `ledger.${outcome}`);
  }

  /** The author changes the content: a new version. */
  change(): this {
    this.#append(
      { type: "content.changed", detail: { version: this.replayed.version + 1, dataSha256: "", attachments: [] } },
      this.#options.author,
    );
    return this;
  }

  /** Everything that anybody, or the ledger, may do now. */
  possible(): readonly { readonly subject: string; readonly transition: WorkflowTransition }[] {
    const { replayed } = this;
    return [...this.#options.people.map(({ subject }) => subject), "system"].flatMap((subject) =>
      availableTransitions(this.#question(subject, replayed)).map((transition) => ({ subject, transition })),
    );
  }

  #question(subject: string, replayed: Replayed) {
    const { procedure, context, data } = this.#options;
    return { procedure, replayed, actor: { id: subject, roles: this.#roles(subject) }, context, data };
  }

  #roles(subject: string): readonly string[] {
    if (subject === "system") return ["system"];
    return this.#options.people.find((person) => person.subject === subject)?.roles.map(({ role }) => role) ?? [];
  }

  #append(event: Pick<DossierEvent, "type" | "detail">, subject: string): void {
    const position = this.events.length + 1;
    const actor: Actor = { id: subject, name: subject, role: this.#roles(subject)[0] ?? "" };
    this.events.push({ ...event, dossier: "walk", position, cursor: position, at, actor } as DossierEvent);
  }
}
