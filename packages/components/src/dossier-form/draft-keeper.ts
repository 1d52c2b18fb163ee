import { FiscError } from "@fisc/core";
import type { Draft, DraftBase, DraftConflict, DraftContent, DraftStore, Mergeable, MergeConflict } from "@fisc/core/drafts";

/** Two tabs that edit one draft are rare: what merges them comes with the first change, not with the page. */
const loadMerging = (): Promise<typeof import("./draft-merging.ts")> => import("./draft-merging.ts");

/** A save that takes longer than this (ms) is followed by a rest, so that a form of ten thousand lines is not written at every key. */
const quick = 30;

export interface DraftOwner {
  /** What stands in the form now. */
  content(): Omit<DraftContent, "tab">;
  /** Makes ready for what another tab wrote, before it is merged: the content as the form of this page holds it. */
  expect<T extends DraftBase>(content: T): Promise<T>;
  /** Takes over what another tab wrote; `theirs` is the draft on disk, where that is it. */
  takeOver(content: Mergeable, theirs?: Draft): void;
  /** Both tabs changed the same fields: gives what is to stay once the person has chosen. */
  ask(merged: Mergeable, conflicts: readonly MergeConflict[]): Promise<Mergeable>;
  changed(): void;
  /** Another tab removed the draft: it was sent there, or the person started again there. */
  removed(): void;
  /** Everything that this browser kept of the person was deleted. */
  wiped(): void;
}

/** Keeps a form's draft: writes every change at once, one write at a time, and brings two tabs together field by field. */
export class DraftKeeper {
  readonly #store: DraftStore;
  readonly #owner: DraftOwner;
  readonly #id: string;
  readonly #tab = crypto.randomUUID();
  readonly #end: () => void;
  /** The draft as it was last on disk and in the form alike. */
  #base: { readonly content: DraftBase; readonly revision: number };
  #dirty = false;
  #busy: Promise<void> | undefined;
  #stopped = false;
  #hurry: (() => void) | undefined;
  /** Tabs that are gone, whose versions are in the form now. */
  #settles: readonly string[] = [];
  condition: "none" | "saving" | "saved" | "failed" | "full" = "none";
  /** Why nothing is kept, or not everything: `draft.unavailable`, `draft.blocked`, `draft.quota` … */
  trouble: string | undefined;
  savedAt = "";

  constructor(store: DraftStore, owner: DraftOwner, id: string, loaded: Draft | null, initial: DraftBase) {
    this.#store = store;
    this.#owner = owner;
    this.#id = id;
    this.#base = { content: loaded ?? initial, revision: loaded?.revision ?? 0 };
    if (loaded) this.#saved(loaded.savedAt);
    const end = store.subscribe(id, (change) => {
      if (change.kind === "removed") owner.removed();
      if (change.kind === "wiped") owner.wiped();
      if (change.kind === "saved" && change.tab !== this.#tab && change.revision > this.#base.revision)
        void this.#run(() => this.#takeTheirs());
    });
    // The last moments that a page is sure to get.
    const leaving = (): void => this.#hurry?.();
    document.addEventListener("visibilitychange", leaving);
    addEventListener("pagehide", leaving);
    addEventListener("beforeunload", this.#warn);
    this.#end = () => {
      end();
      document.removeEventListener("visibilitychange", leaving);
      removeEventListener("pagehide", leaving);
      removeEventListener("beforeunload", this.#warn);
    };
  }

  /** The form is drawn, and can ask: takes in what tabs that are gone left behind. */
  start(): void {
    void this.#run(() => this.#takeLeft());
  }

  /** The form has changed. */
  touch(): void {
    this.#dirty = true;
    void this.#run(() => this.#save());
  }

  /** Resolves once everything typed so far is on disk, or failed to get there. */
  async settled(): Promise<void> {
    this.#hurry?.();
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

  /** What is only in this page would go with it: the browser asks. */
  readonly #warn = (event: Event): void => {
    if (this.trouble !== undefined && (this.#dirty || this.#base.revision > 0)) event.preventDefault();
  };

  /** One piece of work at a time; what came in meanwhile is saved by the same run. */
  async #run(work: () => Promise<void>): Promise<void> {
    while (this.#busy) await this.#busy;
    if (this.#stopped) return;
    this.#busy = work()
      .catch((error: unknown) => this.#failed(error instanceof FiscError ? error.code : "draft.unavailable"))
      .finally(() => (this.#busy = undefined));
    await this.#busy;
  }

  async #save(): Promise<void> {
    // There before it is needed, for the network may be gone by then.
    if (this.#dirty) void loadMerging().catch(() => {});
    while (this.#dirty && !this.#stopped) {
      this.#dirty = false;
      const content = this.#owner.content();
      if (this.condition !== "saved") this.#turn("saving");
      const from = performance.now();
      try {
        const { revision } = this.#base;
        const saved = await this.#store.save({ ...content, tab: this.#tab }, revision, {
          base: this.#base.content,
          settles: this.#settles,
        });
        this.#base = { content: saved, revision: saved.revision };
        this.#settles = [];
        this.#saved(saved.savedAt);
        const trouble = saved.lostFiles ? "draft.quota" : this.#store.trouble;
        if (trouble) this.#failed(trouble);
      } catch (error) {
        this.#dirty = true;
        const code = error instanceof FiscError ? error.code : "";
        if (code === "draft.conflict") await this.#merge((error as DraftConflict).theirs);
        else if (code === "draft.gone" || code === "draft.damaged") this.#base = { ...this.#base, revision: 0 };
        else throw error;
      }
      await this.#rest(performance.now() - from);
    }
  }

  async #takeTheirs(): Promise<void> {
    const theirs = await this.#store.load(this.#id);
    if (theirs && theirs.revision > this.#base.revision) await this.#merge(theirs);
    await this.#save();
  }

  /** What tabs that are gone could not merge any more. */
  async #takeLeft(): Promise<void> {
    const left = await this.#store.aside(this.#id);
    for (const one of left) {
      await (await loadMerging()).mergeLeft(this.#owner, one);
      this.#settles = [...this.#settles, one.tab];
      this.#dirty = true;
    }
    await this.#save();
  }

  async #merge(onDisk: Draft): Promise<void> {
    const { mergeTheirs } = await loadMerging();
    const { theirs, isMore } = await mergeTheirs(this.#owner, this.#base.content, onDisk);
    this.#base = { content: theirs, revision: theirs.revision };
    this.#dirty = isMore;
    this.#saved(theirs.savedAt);
  }

  async #rest(took: number): Promise<void> {
    if (took < quick || document.hidden) return;
    await new Promise<void>((resolve) => {
      this.#hurry = resolve;
      setTimeout(resolve, Math.min(4 * took, 2_000));
    });
    this.#hurry = undefined;
  }

  #failed(code: string): void {
    this.trouble = code;
    this.#turn(code === "draft.quota" ? "full" : "failed");
  }

  #saved(at: string): void {
    this.savedAt = at;
    this.trouble = undefined;
    this.#turn("saved");
  }

  #turn(condition: DraftKeeper["condition"]): void {
    this.condition = condition;
    this.#owner.changed();
  }
}
