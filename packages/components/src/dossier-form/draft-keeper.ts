import { FiscError } from "@fisc/core";
import type { JsonObject } from "@fisc/core";
import { DraftConflict, type Draft, type DraftContent, type DraftStore, type Mergeable, type MergeConflict } from "@fisc/core/drafts";

/** Two tabs that edit one draft are rare: what merges them comes with the first change, not with the page. */
const loadMerge = (): Promise<typeof import("@fisc/core/drafts/merge")> => import("@fisc/core/drafts/merge");

export interface DraftOwner {
  /** What stands in the form now. */
  content(): Omit<DraftContent, "tab">;
  /** Makes ready for what another tab wrote, before it is merged. */
  expect(content: Mergeable): Promise<void>;
  /** Takes over what another tab wrote. */
  takeOver(content: Mergeable): void;
  /** Both tabs changed the same fields: gives what is to stay once the person has chosen. */
  ask(merged: Mergeable, conflicts: readonly MergeConflict[]): Promise<Mergeable>;
  changed(): void;
  /** Another tab removed the draft: it was sent there, or the person started again there. */
  removed(): void;
}

/** Keeps a form's draft: writes every change at once, one write at a time, and brings two tabs together field by field. */
export class DraftKeeper {
  readonly #store: DraftStore;
  readonly #owner: DraftOwner;
  readonly #id: string;
  readonly #tab = crypto.randomUUID();
  readonly #end: () => void;
  /** The draft as it was last on disk and in the form alike. */
  #base: { readonly content: Mergeable; readonly revision: number };
  #dirty = false;
  #busy: Promise<void> | undefined;
  #stopped = false;
  condition: "none" | "saving" | "saved" | "failed" | "full" = "none";
  savedAt = "";

  constructor(store: DraftStore, owner: DraftOwner, id: string, loaded: Draft | null, initial: Mergeable) {
    this.#store = store;
    this.#owner = owner;
    this.#id = id;
    this.#base = { content: loaded ?? initial, revision: loaded?.revision ?? 0 };
    if (loaded) this.#saved(loaded.savedAt);
    this.#end = store.subscribe(id, (change) => {
      if (change.kind === "removed") owner.removed();
      if (change.kind === "saved" && change.tab !== this.#tab && change.revision > this.#base.revision)
        void this.#run(() => this.#takeTheirs());
    });
  }

  /** The form has changed. */
  touch(): void {
    this.#dirty = true;
    void this.#run(() => this.#save());
  }

  /** Resolves once everything typed so far is on disk, or failed to get there. */
  async settled(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  /** The draft has done its work. */
  async remove(): Promise<void> {
    this.stop();
    await this.settled();
    await this.#store.remove(this.#id);
  }

  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  /** One piece of work at a time; what came in meanwhile is saved by the same run. */
  async #run(work: () => Promise<void>): Promise<void> {
    while (this.#busy) await this.#busy;
    if (this.#stopped) return;
    this.#busy = work()
      .catch((error: unknown) => {
        this.condition = error instanceof FiscError && error.code === "draft.quota" ? "full" : "failed";
        this.#owner.changed();
      })
      .finally(() => (this.#busy = undefined));
    await this.#busy;
  }

  async #save(): Promise<void> {
    // There before it is needed, for the network may be gone by then.
    void loadMerge().catch(() => {});
    while (this.#dirty && !this.#stopped) {
      this.#dirty = false;
      const content = this.#owner.content();
      if (this.condition !== "saved") this.#turn("saving");
      try {
        const saved = await this.#store.save({ ...content, tab: this.#tab }, this.#base.revision);
        this.#base = { content: saved, revision: saved.revision };
        this.#saved(saved.savedAt);
      } catch (error) {
        this.#dirty = true;
        if (error instanceof DraftConflict) await this.#merge(error.theirs);
        else if (error instanceof FiscError && error.code === "draft.gone") this.#base = { ...this.#base, revision: 0 };
        else throw error;
      }
    }
  }

  async #takeTheirs(): Promise<void> {
    const theirs = await this.#store.load(this.#id);
    if (theirs && theirs.revision > this.#base.revision) await this.#merge(theirs);
    await this.#save();
  }

  async #merge(theirs: Draft): Promise<void> {
    const [{ mergeDrafts }] = await Promise.all([loadMerge(), this.#owner.expect(theirs)]);
    const mine = this.#owner.content();
    const { merged, conflicts } = mergeDrafts(this.#base.content, mine, theirs);
    const chosen = conflicts.length > 0 ? await this.#owner.ask(merged, conflicts) : merged;
    this.#base = { content: theirs, revision: theirs.revision };
    // What was typed while the person chose is newer than what they chose from.
    const now = this.#owner.content();
    const late = mergeDrafts(mine, now, chosen);
    this.#owner.takeOver(late.merged);
    this.#dirty = !same(late.merged.data, theirs.data) || late.merged.attachments.length !== theirs.attachments.length;
    this.#saved(theirs.savedAt);
  }

  #saved(at: string): void {
    this.savedAt = at;
    this.#turn("saved");
  }

  #turn(condition: DraftKeeper["condition"]): void {
    this.condition = condition;
    this.#owner.changed();
  }
}

function same(a: JsonObject, b: JsonObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
