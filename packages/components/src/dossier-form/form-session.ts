import { FiscError, type Dossier, type Fix, type Json, type JsonObject, type PublishedProcedure } from "@fisc/core";
import type { ProcedureStart, Session, TreasuryApi } from "@fisc/core/api";
import {
  createDraftStore,
  type Draft,
  type DraftContent,
  type DraftStore,
  type Mergeable,
  type MergeConflict,
  type OutboxEntry,
} from "@fisc/core/drafts";
import { createFormEngine, loadRuleFunctions, type FormEngine, type KeepTables } from "@fisc/core/rules";
import { keptFile, type FormFile } from "../attachment-field/form-file.ts";
import { DraftKeeper } from "./draft-keeper.ts";
import { asDraft, asFormFile, mergeFiles } from "./draft-files.ts";
import { blankAt, ShownFaults } from "./form-faults.ts";
import { hasManyRows, loadLongTables, manyRows } from "./long-tables.ts";
import type { Sent } from "./submission.ts";
import { SubmissionOnDemand } from "./submission-on-demand.ts";

export interface FormPlace {
  readonly api: TreasuryApi;
  readonly session: Session;
  readonly locale: string;
  /** Procedure of a new dossier, or the dossier that is to be corrected. */
  readonly procedure: string;
  readonly dossier: string;
  /** Name of the browser database; tests bring their own. */
  readonly database?: string;
}

export interface FormHost {
  changed(): void;
  ask(conflicts: readonly MergeConflict[], merged: Mergeable): Promise<Mergeable>;
  submitted(dossier: Sent): void;
  refused(): void;
}

/** One form being filled in by one person: definition, rules, files, draft, outbox. What the element draws. */
export class FormSession {
  readonly place: FormPlace;
  readonly faults = new ShownFaults();
  readonly dossier: Dossier | undefined;
  engine: FormEngine;
  files: readonly FormFile[];
  /** When the draft was saved that was found at the start. */
  restoredFrom: string | undefined;
  /** The draft was made with another version of the definition, or under other rules. */
  readonly olderDefinition: boolean;
  /** Other rules came into force while the form was open. */
  newRules = false;
  /** The entry that is on its way, waits, or was refused. */
  entry: OutboxEntry | undefined;
  /** What was sent while this page was not looking; `elsewhere` where another tab did it. */
  sentBefore: Sent | "elsewhere" | undefined;
  keeper: DraftKeeper;
  readonly #host: FormHost;
  readonly #store: DraftStore;
  readonly #submission: SubmissionOnDemand;
  readonly #initial: Mergeable;
  /** Of the dossier that is being corrected, as this page last heard. */
  #revision: number;
  #start: ProcedureStart;
  #submitting = false;
  #keepTables: KeepTables | undefined;
  /** This tab put the entry into the outbox. */
  #sending = false;

  static async open(place: FormPlace, host: FormHost): Promise<FormSession> {
    const { api, locale } = place;
    const dossier = place.dossier ? await api.dossier(place.dossier) : undefined;
    const start = dossier ? await api.dossierProcedure(dossier.id, locale) : await api.procedure(place.procedure, locale);
    if (dossier && !start.procedure.workflow.states[dossier.state]?.editable) throw new FiscError("form.not-editable");
    const store = createDraftStore(place.database ? { database: place.database } : {});
    const [found] = await Promise.all([store.load(draftId(place)), loadRuleFunctions(start.procedure)]);
    const long = hasManyRows(start.procedure, (found ?? dossier)?.data ?? start.procedure.initial);
    const session = new FormSession(place, host, start, dossier, store, found, long ? await loadLongTables() : undefined);
    await session.#catchUp();
    return session;
  }

  private constructor(
    place: FormPlace,
    host: FormHost,
    start: ProcedureStart,
    dossier: Dossier | undefined,
    store: DraftStore,
    found: Draft | null,
    keepTables: KeepTables | undefined,
  ) {
    this.place = place;
    this.#keepTables = keepTables;
    this.#host = host;
    this.#start = start;
    this.dossier = dossier;
    this.#revision = dossier?.revision ?? 0;
    this.#store = store;
    this.#initial = dossier
      ? { data: dossier.data, attachments: dossier.attachments.map((attachment) => asDraft(keptFile(attachment))) }
      : { data: start.procedure.initial, attachments: [] };
    const from = found ?? this.#initial;
    this.restoredFrom = found?.savedAt;
    const { version, regime } = start.procedure;
    this.olderDefinition = found !== null && (found.procedureVersion !== version || (found.regime ?? regime) !== regime);
    this.files = from.attachments.map(asFormFile);
    this.engine = this.#makeEngine(from.data);
    this.keeper = new DraftKeeper(store, this.#owner, draftId(place), found, this.#initial);
    this.#submission = new SubmissionOnDemand({
      api: place.api,
      subject: place.session.subject,
      target: this.#target,
      ...(place.database === undefined ? {} : { database: place.database }),
      changed: (entry) => void this.#entryChanged(entry),
    });
  }

  get procedure(): PublishedProcedure {
    return this.engine.procedure;
  }
  get fixes(): readonly Fix[] {
    return this.dossier?.fixes ?? [];
  }
  /** There is something to say about the whole form. A fresh one has nothing. */
  get hasStanding(): boolean {
    return Boolean(this.entry ?? this.restoredFrom ?? this.sentBefore) || this.newRules || this.fixes.length > 0;
  }
  get isPending(): boolean {
    return this.entry !== undefined && this.entry.state !== "failed";
  }
  get isSubmitting(): boolean {
    return this.#submitting || this.isPending;
  }
  /**
   * The one step that sends a corrected dossier on, where there is exactly one and it needs nothing else. Asked of the workflow and
   * not of the actions of now: a guard may want the very change that is about to be sent, and the gateway judges it then.
   */
  get followUp(): string | undefined {
    const { dossier, place } = this;
    if (!dossier) return undefined;
    const plain = this.procedure.workflow.transitions.filter(
      ({ from, roles, needs }) =>
        from.includes(dossier.state) &&
        roles.some((role) => place.session.roles.includes(role)) &&
        !(needs?.signature ?? needs?.reason ?? needs?.fixes ?? needs?.choices),
    );
    const actions = new Set(plain.map(({ action }) => action));
    return actions.size === 1 ? [...actions][0] : undefined;
  }

  set(path: string, value: Json | undefined): void {
    const blank = value === undefined || value === null || value === "";
    this.engine.set(path, blank ? blankAt(this.procedure, path) : value);
    this.faults.edit(path);
    this.#edited();
  }
  /** A table of many rows comes once the script that keeps it quick is there; until then the form is as it was. */
  setRows(table: string, rows: readonly JsonObject[]): void {
    if (rows.length > manyRows && !this.#keepTables) return void this.#loadLongTables().then(() => this.setRows(table, rows));
    this.faults.forgetTable(table);
    this.engine.replaceRows(table, rows);
    this.#edited();
  }
  setFiles(slot: string, files: readonly FormFile[]): void {
    this.files = [...this.files.filter((file) => file.slot !== slot), ...files];
    this.#countFiles();
    this.#edited();
  }

  /** The same form in another language, or with what the treasury knows now. */
  async relocate(locale: string): Promise<void> {
    const { api } = this.place;
    this.#start = this.dossier ? await api.dossierProcedure(this.dossier.id, locale) : await api.procedure(this.place.procedure, locale);
    await loadRuleFunctions(this.#start.procedure);
    this.engine = this.#makeEngine(this.engine.data);
    this.#host.changed();
  }

  /** Empties the form, or goes back to what the gateway has; the draft goes. */
  async startAgain(): Promise<void> {
    await this.keeper.remove();
    this.#empty(undefined);
  }

  /** Puts the form's content into the outbox, once: false where it is there already. Faults are the caller's to look for. */
  async submit(): Promise<boolean> {
    if (this.isSubmitting) return false;
    this.#submitting = true;
    this.#host.changed();
    try {
      this.#sending = true;
      await this.keeper.settled();
      const submission = await this.#submission.load();
      await submission.clear();
      this.entry = undefined;
      const content = submission.content(this.engine.submission(), this.files);
      const target = this.#target;
      const action = this.followUp;
      await submission.add(
        this.dossier
          ? [
              { kind: "changeContent", target, body: content, revision: this.#revision },
              ...(action ? [{ kind: "act", target, action, body: {} } as const] : []),
            ]
          : [{ kind: "createDossier", target, body: { ...content, procedure: this.procedure.id } }],
      );
      return true;
    } catch (error) {
      this.#sending = false;
      throw error;
    } finally {
      this.#submitting = false;
      this.#host.changed();
    }
  }

  /** Makes the way to the gateway ready, for the network may be gone when it is needed. */
  async prepareToSend(): Promise<void> {
    await this.#submission.load();
  }

  /** Tries at once instead of waiting: the person is signed in again, or asks. */
  async sendNow(): Promise<void> {
    await this.#submission.flush();
  }

  close(): void {
    this.keeper.stop();
    void this.keeper.settled().then(() => Promise.all([this.#store.close(), this.#submission.close()]));
  }

  get #target(): string {
    return this.dossier?.id ?? draftId(this.place);
  }

  readonly #owner = {
    content: (): Omit<DraftContent, "tab"> => ({
      id: draftId(this.place),
      subject: this.place.session.subject,
      procedure: this.procedure.id,
      procedureVersion: this.procedure.version,
      regime: this.procedure.regime,
      ...(this.dossier ? { dossier: this.dossier.id } : {}),
      data: this.engine.data,
      attachments: this.files.map(asDraft),
    }),
    expect: async ({ data }: Mergeable): Promise<void> => {
      if (!this.#keepTables && hasManyRows(this.procedure, data)) await this.#loadLongTables();
    },
    takeOver: ({ data, attachments }: Mergeable): void => {
      this.files = mergeFiles(this.files, attachments);
      this.engine.replace(data);
      this.#countFiles();
      this.#host.changed();
    },
    ask: (merged: Mergeable, conflicts: readonly MergeConflict[]): Promise<Mergeable> => this.#host.ask(conflicts, merged),
    changed: (): void => this.#host.changed(),
    removed: (): void => {
      if (this.isPending) this.#empty("elsewhere");
    },
  };

  #makeEngine(data: JsonObject): FormEngine {
    const context = { ...this.#start.context, attachments: this.#counts };
    const keep = this.#keepTables;
    return createFormEngine({ procedure: this.#start.procedure, context, data, ...(keep ? { keepTables: keep } : {}) });
  }
  async #loadLongTables(): Promise<void> {
    this.#keepTables = await loadLongTables();
    this.engine.keepTables(this.#keepTables);
  }
  get #counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.#start.procedure.attachments.map(({ id }) => [id, this.files.filter((file) => file.slot === id).length]),
    );
  }
  #countFiles(): void {
    this.engine.setContext({ ...this.#start.context, attachments: this.#counts });
  }
  #empty(sent: Sent | "elsewhere" | undefined): void {
    this.keeper.stop();
    this.entry = undefined;
    this.sentBefore = sent;
    this.restoredFrom = undefined;
    this.files = this.#initial.attachments.map(asFormFile);
    this.engine = this.#makeEngine(this.#initial.data);
    this.faults.reset();
    this.keeper = new DraftKeeper(this.#store, this.#owner, draftId(this.place), null, this.#initial);
    this.#host.changed();
  }
  #edited(): void {
    this.keeper.touch();
    this.#host.changed();
  }

  /** What an earlier page left: what was sent meanwhile is told, what waits is shown, what was refused is asked about again. */
  async #catchUp(): Promise<void> {
    const standing = await this.#submission.standing();
    if (standing.is === "open") {
      this.entry = standing.entry;
      if (standing.entry.state === "failed") await (await this.#submission.load()).retry(standing.entry.id);
    } else if (standing.is === "sent") {
      await (await this.#submission.load()).clear();
      // A draft that is younger than the answer is another dossier.
      if (this.restoredFrom && this.restoredFrom > standing.at) return;
      await this.keeper.remove();
      this.#empty(standing.sent);
    }
  }

  async #entryChanged({ result }: OutboxEntry): Promise<void> {
    if (result) this.#revision = result.revision;
    const standing = await this.#submission.standing();
    if (standing.is === "sent") return this.#finish(standing.sent);
    this.entry = standing.is === "open" ? standing.entry : undefined;
    if (this.entry?.state === "failed") {
      await this.#renewRules();
      this.faults.fromGateway(this.#submission.violations(this.entry.key), this.engine);
      this.#host.refused();
    }
    this.#host.changed();
  }

  /** What the gateway refused may be right by the rules that this page has: it takes those of now. */
  async #renewRules(): Promise<void> {
    const { regime, locale } = this.procedure;
    await this.relocate(locale).catch(() => undefined);
    this.newRules ||= this.procedure.regime !== regime;
  }

  async #finish(sent: Sent): Promise<void> {
    const mine = this.#sending;
    this.#sending = false;
    await (await this.#submission.load()).clear();
    await this.keeper.remove();
    this.#empty(mine ? undefined : sent);
    if (mine) this.#host.submitted(sent);
  }
}

/** One draft for a person and a form: a second tab finds the same. */
function draftId({ session, dossier, procedure }: FormPlace): string {
  return dossier ? `${session.subject} dossier ${dossier}` : `${session.subject} procedure ${procedure}`;
}
