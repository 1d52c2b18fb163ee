import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Dossier, DossierEvent } from "@fisc/core";
import type { ActionBody } from "@fisc/core/api";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import type { EnvironmentController } from "../foundation/environment-controller.ts";
import { failureCode } from "../foundation/failure-text.ts";
import { Resource } from "../foundation/resource.ts";
import { Intention, type SigningStep } from "./intention.ts";

/** A dossier with its log, which tells who did what on it. */
export interface DeskRecord extends DossierContentRecord {
  readonly events: readonly DossierEvent[];
}

/** What the desk tells its element; the element finds words, focus and events for it. */
export interface DeskListener {
  stepped(step: SigningStep): void;
  succeeded(action: string, dossier: Dossier): void;
  failed(error: unknown): void;
  /** Others changed the dossier after it was last seen at `revision`. */
  changed(events: readonly DossierEvent[], seen: number): void;
}

/**
 * One dossier on one person's desk: loads it, keeps it up to date while nothing is being sent, and sends one intention
 * at a time. It decides what is safe; it knows no words and no focus.
 */
export class ApprovalDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #environment: EnvironmentController;
  readonly #listener: DeskListener;
  readonly loaded: Resource<DeskRecord>;
  #dossier = "";
  #wanted = "";
  #subject: string | undefined;
  #sending: AbortController | undefined;
  #intention: Intention | undefined;
  #failure: unknown;
  #step: SigningStep | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, environment: EnvironmentController, listener: DeskListener) {
    this.#host = host;
    this.#environment = environment;
    this.#listener = listener;
    this.loaded = new Resource(host);
    host.addController(this);
  }

  get record(): DeskRecord | undefined {
    return this.loaded.value;
  }
  get sending(): boolean {
    return this.#sending !== undefined;
  }
  /** Step of the signing under way. */
  get step(): SigningStep | undefined {
    return this.#step;
  }
  /** Why the last intention failed, until the next one. */
  get failure(): unknown {
    return this.#failure;
  }
  get canSendAgain(): boolean {
    return this.#failure !== undefined && (this.#intention?.canSendAgain(this.#failure) ?? false);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#wanted = "";
  }

  /** Follows the dossier for the person signed in; called at each update of the host. True where it is another dossier than before. */
  follow(dossier: string): boolean {
    const environment = this.#environment.value;
    const subject = environment?.session?.subject;
    const wanted = environment && subject !== undefined && dossier !== "" ? `${dossier} ${environment.locale} ${subject}` : "";
    if (wanted === this.#wanted) return false;
    // A session that ran out while something was being sent takes nothing from the desk: the same person may come back to it.
    const hasLostSession = subject === undefined && dossier === this.#dossier && isSessionLost(this.#failure);
    const isOther =
      !hasLostSession && (dossier !== this.#dossier || wanted === "" || (this.#subject !== undefined && subject !== this.#subject));
    this.#wanted = wanted;
    this.#dossier = dossier;
    if (subject !== undefined) this.#subject = subject;
    this.#unsubscribe?.();
    if (isOther) {
      this.#sending?.abort();
      this.#intention = undefined;
      this.#failure = undefined;
      this.loaded.clear();
    }
    if (wanted === "") return isOther;
    void this.load();
    this.#unsubscribe = this.#environment.stream?.subscribe({
      dossier,
      onEvent: ({ position }) => {
        if (position > (this.record?.dossier.revision ?? Infinity)) void this.catchUp();
      },
      onState: (state) => {
        if (state === "open") void this.catchUp();
      },
    });
    return isOther;
  }

  async load(): Promise<void> {
    const environment = this.#environment.value;
    if (!environment) return;
    const { api, locale } = environment;
    await this.loaded.load(async () => {
      const [dossier, start, events] = await Promise.all([
        api.dossier(this.#dossier),
        api.dossierProcedure(this.#dossier, locale),
        api.events(this.#dossier),
      ]);
      return { dossier, procedure: start.procedure, context: start.context, events };
    });
  }

  /** A new intention, unless one is under way: a double click is one intention. Without `body`, by signature. */
  begin(action: string, body: ActionBody | undefined): void {
    const revision = this.record?.dossier.revision;
    if (this.#sending || revision === undefined) return;
    this.#intention = new Intention(action, revision, body);
    void this.sendAgain();
  }

  /** Sends the present intention, with its key. Does nothing while it is being sent. */
  async sendAgain(): Promise<void> {
    const intention = this.#intention;
    const environment = this.#environment.value;
    if (!intention || !environment || this.#sending) return;
    const sending = new AbortController();
    this.#sending = sending;
    this.#failure = undefined;
    this.#host.requestUpdate();
    try {
      const { api, signing, locale } = environment;
      const dossier = await intention.send(this.#dossier, {
        api,
        signing,
        locale,
        signal: sending.signal,
        onStep: (step) => this.#stepped(step),
      });
      this.#intention = undefined;
      if (this.record) this.loaded.put({ ...this.record, dossier });
      this.#environment.stream?.refresh(dossier.id);
      this.#end(sending);
      this.#listener.succeeded(intention.action, dossier);
    } catch (error) {
      this.#failure = error;
      if (!intention.canSendAgain(error)) this.#intention = undefined;
      this.#end(sending);
      this.#listener.failed(error);
    }
    void this.catchUp();
  }

  /** Stops a signing that is not handed in yet. */
  cancel(): void {
    this.#sending?.abort();
  }

  dismissFailure(): void {
    this.#failure = undefined;
    this.#intention = undefined;
    this.#host.requestUpdate();
  }

  /** Reads the dossier again where it moved on, unless something is being sent. */
  async catchUp(): Promise<void> {
    const api = this.#environment.value?.api;
    if (this.#sending || !this.record || !api) return;
    const [dossier, events] = await Promise.all([api.dossier(this.#dossier), api.events(this.#dossier)]).catch(
      () => [undefined, []] as const,
    );
    const before = this.record;
    if (!dossier || this.#sending || !before || dossier.id !== before.dossier.id) return;
    // After an own step the dossier is known already, its log is not.
    const known = before.dossier.revision;
    if (dossier.revision < known || (dossier.revision === known && events.length <= before.events.length)) return;
    this.loaded.put({ ...before, dossier, events });
    if (dossier.revision === known) return;
    const subject = this.#environment.value?.session?.subject;
    this.#listener.changed(
      events.filter(({ actor }) => actor.id !== subject),
      before.dossier.revision,
    );
  }

  #stepped(step: SigningStep): void {
    this.#step = step;
    this.#host.requestUpdate();
    this.#listener.stepped(step);
  }

  #end(sending: AbortController): void {
    if (this.#sending === sending) this.#sending = undefined;
    this.#step = undefined;
    this.#host.requestUpdate();
  }
}

/** The gateway says that nobody is signed in any more. */
export function isSessionLost(error: unknown): boolean {
  return failureCode(error) === "session.none";
}
