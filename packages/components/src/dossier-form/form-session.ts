import { FiscError, type Dossier, type Fix, type Json, type JsonObject, type MigrationEntry, type PublishedProcedure } from "@fisc/core";
import type { ProcedureStart, Session, TreasuryApi } from "@fisc/core/api";
import {
  createDraftStore,
  type Draft,
  type DraftBase,
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
import { SendingOnDemand } from "./sending-on-demand.ts";
import type { Sent } from "./submission.ts";

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
  /** What became of values that were entered into an older version of the form. */
  migrated: readonly MigrationEntry[] = [];
  /** The draft that was kept could not be opened. */
  readonly isDraftDamaged: boolean;
  /** Names of files that were chosen earlier and could not be kept. */
  readonly lostFiles: readonly string[];
  /** Name of a file that was opened as a copy of a draft, and is none. */
  wrongCopy: string | undefined;
  /** Other rules came into force while the form was open. */
  newRules = false;
  /** The entry that is on its way, waits, or was refused. */
  entry: OutboxEntry | undefined;
  /** What was sent while this page was not looking; `elsewhere` where another tab did it. */
  sentBefore: Sent | "elsewhere" | undefined;
  keeper: DraftKeeper;
  readonly host: FormHost;
  readonly #store: DraftStore;
  readonly #sending: SendingOnDemand;
  readonly #initial: DraftBase;
  /** Names what this form sends: once, whichever tab does it. */
  submission: string;
  #start: ProcedureStart;
  #submitting = false;
  #keepTables: KeepTables | undefined;

  static async open(place: FormPlace, host: FormHost): Promise<FormSession> {
    const { api, locale } = place;
    const dossier = place.dossier ? await api.dossier(place.dossier) : undefined;
    const start = dossier ? await api.dossierProcedure(dossier.id, locale) : await api.procedure(place.procedure, locale);
    if (dossier && !start.procedure.workflow.states[dossier.state]?.editable) throw new FiscError("form.not-editable");
    const { subject } = place.session;
    const store = createDraftStore(place.database ? { database: place.database, subject } : { subject });
    const [kept] = await Promise.all([
      // A draft that cannot be read, or a browser that keeps none, is no reason not to show the form.
      store.load(draftId(place)).catch((error: unknown) => error),
      loadRuleFunctions(start.procedure),
    ]);
    const isDamaged = kept instanceof FiscError && kept.code === "draft.damaged";
    const loaded = kept instanceof Error ? null : (kept as Draft | null);
    const found = loaded && (await inVersion(start.procedure, loaded));
    const long = hasManyRows(start.procedure, (found ?? dossier)?.data ?? start.procedure.initial);
    const keep = long ? await loadLongTables() : undefined;
    const session = new FormSession(place, host, start, dossier, store, { loaded, found, isDamaged }, keep);
    await session.#sending.catchUp();
    return session;
  }

  private constructor(
    place: FormPlace,
    host: FormHost,
    start: ProcedureStart,
    dossier: Dossier | undefined,
    store: DraftStore,
    { loaded, found, isDamaged }: { readonly loaded: Draft | null; readonly found: Draft | null; readonly isDamaged: boolean },
    keepTables: KeepTables | undefined,
  ) {
    this.place = place;
    this.#keepTables = keepTables;
    this.host = host;
    this.#start = start;
    this.dossier = dossier;
    this.#store = store;
    const { version, regime, initial } = start.procedure;
    this.#initial = dossier
      ? { data: dossier.data, attachments: dossier.attachments.map((one) => asDraft(keptFile(one))), procedureVersion: version }
      : { data: initial, attachments: [], procedureVersion: version };
    const from = found ?? this.#initial;
    this.restoredFrom = found?.savedAt;
    this.olderDefinition = loaded !== null && (loaded.procedureVersion !== version || (loaded.regime ?? regime) !== regime);
    this.migrated = found?.migrated ?? [];
    this.isDraftDamaged = isDamaged;
    this.lostFiles = found?.lostFiles ?? [];
    this.submission = found?.submission ?? crypto.randomUUID();
    this.files = from.attachments.map(asFormFile);
    this.engine = this.#makeEngine(from.data);
    this.keeper = new DraftKeeper(store, this.#owner, draftId(place), loaded, this.#initial);
    this.#sending = new SendingOnDemand(this);
  }

  get procedure(): PublishedProcedure {
    return this.engine.procedure;
  }
  get fixes(): readonly Fix[] {
    return this.dossier?.fixes ?? [];
  }
  /** There is something to say about the whole form. A fresh one has nothing. */
  get hasStanding(): boolean {
    const said = this.entry ?? this.restoredFrom ?? this.sentBefore ?? this.keeper.trouble;
    const lists = [this.migrated, this.lostFiles, this.fixes];
    return said !== undefined || this.newRules || this.isDraftDamaged || lists.some(({ length }) => length > 0);
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
    const { version } = this.procedure;
    this.#start = this.dossier ? await api.dossierProcedure(this.dossier.id, locale) : await api.procedure(this.place.procedure, locale);
    await loadRuleFunctions(this.#start.procedure);
    const { data } = this.engine;
    const now = await inVersion(this.#start.procedure, { data, attachments: [], procedureVersion: version, migrated: this.migrated });
    this.migrated = now.migrated;
    this.engine = this.#makeEngine(now.data);
    this.host.changed();
  }

  /** The form is drawn, and can ask. */
  start(): void {
    this.keeper.start();
  }
  /** What stands in the form, as a draft is kept. */
  get content(): Omit<DraftContent, "tab"> {
    return this.#owner.content();
  }
  /** Brings in content from elsewhere, as another tab's edits come in. */
  async takeIn(content: DraftBase): Promise<void> {
    this.#owner.takeOver(await this.#owner.expect(content));
    this.#edited();
  }

  /** Empties the form, or goes back to what the gateway has; the draft goes. */
  async startAgain(): Promise<void> {
    await this.keeper.remove();
    this.empty(undefined);
  }

  /** Puts the form's content into the outbox, once: false where it is there already. Faults are the caller's to look for. */
  async submit(): Promise<boolean> {
    if (this.isSubmitting) return false;
    this.#submitting = true;
    this.host.changed();
    try {
      return await (await this.#sending.load()).submit();
    } finally {
      this.#submitting = false;
      this.host.changed();
    }
  }

  /** Makes the way to the gateway ready, for the network may be gone when it is needed. */
  async prepareToSend(): Promise<void> {
    await this.#sending.load();
  }

  /** Tries at once instead of waiting: the person is signed in again, or asks. */
  async sendNow(): Promise<void> {
    await this.#sending.flush();
  }

  close(): void {
    this.keeper.stop();
    void this.keeper.settled().then(() => Promise.all([this.#store.close(), this.#sending.close()]));
  }

  get target(): string {
    return this.dossier?.id ?? draftId(this.place);
  }

  readonly #owner = {
    content: (): Omit<DraftContent, "tab"> => ({
      id: draftId(this.place),
      subject: this.place.session.subject,
      procedure: this.procedure.id,
      procedureVersion: this.procedure.version,
      submission: this.submission,
      ...(this.migrated.length > 0 ? { migrated: this.migrated } : {}),
      regime: this.procedure.regime,
      ...(this.dossier ? { dossier: this.dossier.id } : {}),
      data: this.engine.data,
      attachments: this.files.map(asDraft),
    }),
    expect: async <T extends DraftBase>(content: T): Promise<T> => {
      // A tab with a newer version of the form has saved: this one takes that version.
      if (content.procedureVersion > this.procedure.version) await this.relocate(this.procedure.locale);
      const here = await inVersion(this.procedure, content);
      if (!this.#keepTables && hasManyRows(this.procedure, here.data)) await this.#loadLongTables();
      return here;
    },
    takeOver: ({ data, attachments }: Mergeable, theirs?: Draft): void => {
      this.submission = theirs?.submission ?? this.submission;
      this.migrated = theirs?.migrated ?? this.migrated;
      this.files = mergeFiles(this.files, attachments);
      this.engine.replace(data);
      this.#countFiles();
      this.host.changed();
    },
    ask: (merged: Mergeable, conflicts: readonly MergeConflict[]): Promise<Mergeable> => this.host.ask(conflicts, merged),
    changed: (): void => this.host.changed(),
    removed: (): void => {
      if (this.isPending) this.empty("elsewhere");
    },
    wiped: (): void => this.empty(undefined),
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
  /** Nothing is typed any more: it was sent, or the person starts again. */
  empty(sent: Sent | "elsewhere" | undefined): void {
    this.keeper.stop();
    this.entry = undefined;
    this.sentBefore = sent;
    this.restoredFrom = undefined;
    this.migrated = [];
    this.submission = crypto.randomUUID();
    this.files = this.#initial.attachments.map(asFormFile);
    this.engine = this.#makeEngine(this.#initial.data);
    this.faults.reset();
    this.keeper = new DraftKeeper(this.#store, this.#owner, draftId(this.place), null, this.#initial);
    this.host.changed();
  }
  #edited(): void {
    this.keeper.touch();
    this.host.changed();
  }
}

/** Content as the version of the form that is open holds it. Where there is no way, or no script for it, it stays as it is. */
async function inVersion<T extends DraftBase & { readonly migrated?: readonly MigrationEntry[] }>(
  procedure: PublishedProcedure,
  content: T,
): Promise<T> {
  if (content.procedureVersion === procedure.version) return content;
  return import("./migrate-draft.ts").then(
    ({ migrateDraft }) => migrateDraft(procedure, content),
    () => content,
  );
}

/** One draft for a person and a form: a second tab finds the same. */
function draftId({ session, dossier, procedure }: FormPlace): string {
  return dossier ? `${session.subject} dossier ${dossier}` : `${session.subject} procedure ${procedure}`;
}
