import type { LitElement } from "lit";
import { adoptStyles } from "../foundation/adopt-styles.ts";
import { onFirstTouch } from "../foundation/first-touch.ts";
import type { Localize } from "../foundation/localize.ts";
import { loadTableCommands } from "../line-table/commands-on-demand.ts";

type Notices = typeof import("./draw-notices.ts");
type MoreFields = typeof import("./draw-more-fields.ts");
type Paged = typeof import("./paged/paged-form.ts");
type Questions = typeof import("./questions.ts");

/**
 * What a fresh form is drawn without: what it says about itself, its list of faults, its questions, places for files, the way to the
 * gateway. Each comes when it is needed, and all of them with the first touch, for the network may be gone later.
 */
export class LateParts {
  readonly #host: LitElement;
  readonly #localize: Localize;
  readonly #prepareToSend: () => Promise<void> | undefined;
  #isTouched = false;
  #notices: Notices | undefined;
  #more: MoreFields | undefined;

  constructor(host: LitElement, localize: Localize, prepareToSend: () => Promise<void> | undefined) {
    this.#host = host;
    this.#localize = localize;
    this.#prepareToSend = prepareToSend;
    onFirstTouch(host, () => {
      this.#isTouched = true;
      this.#loadAll();
    });
  }

  /** The form is there, perhaps after somebody has touched its place. */
  opened(): void {
    if (this.#isTouched) this.#loadAll();
  }

  /** What draws notices; undefined until it is there: the host is then drawn again. */
  get notices(): Notices | undefined {
    if (!this.#notices) void this.loadNotices();
    return this.#notices;
  }

  /** Never rejects: what is said about a form is not worth the form. */
  async loadNotices(): Promise<void> {
    const [script] = await Promise.allSettled([import("./draw-notices.ts"), this.#localize.load(["standing"])]);
    if (script.status === "rejected" || this.#notices) return;
    this.#notices = script.value;
    this.#host.requestUpdate();
  }

  /** Never rejects: where the list cannot be had, faults stand at their fields. */
  async loadSummary(): Promise<void> {
    await Promise.allSettled([import("../error-summary/define.ts"), this.loadNotices(), this.#localize.load(["faults"])]);
  }

  get drawMore(): MoreFields["drawMore"] | undefined {
    return this.#more?.drawMore;
  }

  /** What draws the rarer fields. A form that has some is not shown without it. */
  async loadMoreFields(): Promise<void> {
    const [script] = await Promise.all([import("./draw-more-fields.ts"), this.#localize.load(["inputs"])]);
    this.#more = script;
  }

  /** What shows the form in pages. Undefined where it cannot be had: the form is then on one sheet, and nothing is lost. */
  async loadPaged(): Promise<Paged | undefined> {
    const parts = [import("./paged/paged-form.ts"), this.#localize.load(["pages", "faults"])] as const;
    const [script] = await Promise.all(parts).catch(() => []);
    if (script) adoptStyles(this.#host, script.pagedStyles);
    return script;
  }

  async loadQuestions(): Promise<Questions> {
    const [script] = await Promise.all([import("./questions.ts"), this.#localize.load(["dialogs"])]);
    adoptStyles(this.#host, script.dialogStyles);
    return script;
  }

  async loadFiles(): Promise<void> {
    await import("../attachment-field/define.ts");
  }

  #loadAll(): void {
    void Promise.allSettled([loadTableCommands(), this.loadSummary(), this.loadQuestions(), this.loadFiles(), this.#prepareToSend()]);
  }
}
