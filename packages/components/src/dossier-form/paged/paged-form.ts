import type { ReactiveElement, TemplateResult } from "lit";
import "../../form-page/define.ts";
import "../../form-steps/define.ts";
import "../../review-page/define.ts";
import "../../task-list/define.ts";
import type { FormPageEntry, PageState } from "../../form-page/page-state.ts";
import type { Localize } from "../../foundation/localize.ts";
import type { FieldView } from "../field-view.ts";
import { rootOf } from "../form-faults.ts";
import type { FormSession } from "../form-session.ts";
import { drawSteps, drawTasks, type DrawnPages } from "./draw-pages.ts";
import { FormPageShownEvent } from "./form-page-shown-event.ts";
import { stopAt, stopsOf, type FormStop } from "./form-stops.ts";
import { pageAddress, pageInAddress } from "./page-address.ts";
import { faultyRoots, stateOf } from "./page-states.ts";

export { pagedStyles } from "./paged.styles.ts";

/** Ids of the two pages that the definition does not have. */
const list = "tasks";
const review = "review";

type Place = { readonly at: string; readonly text: string };

/** The form element, as far as pages concern it. */
export interface PagedHost extends ReactiveElement {
  readonly procedure: string;
  readonly dossier: string;
  readonly layout: "dense" | "steps" | "tasks";
  readonly addressing: "hash" | "none";
  /** Id of the page that is shown. */
  page: string;
  focusAt(at: string): boolean;
}

/**
 * A form in pages, of the same definition as the form on one sheet: steps, or a list of parts to be filled in in any order; and the review
 * before sending. A page that was shown once stays in the document, hidden: text that cannot be read yet, uploads and what can be undone
 * in a table are kept. Where one is stands in the address, so that back, reload and links work as everywhere.
 */
export class PagedForm {
  readonly #host: PagedHost;
  readonly #localize: Localize;
  readonly #unreadable: () => readonly Place[];
  readonly #visited = new Set<string>();
  readonly #passed = new Set<string>();
  #session: FormSession | undefined;
  #stops: readonly FormStop[] = [];
  #states: ReadonlyMap<string, PageState> = new Map();
  /** The page as it was last drawn. */
  #drawn = "";
  /** What takes the focus once its page is drawn; the page's heading where there is nothing. */
  #goal: (() => void) | undefined;

  /** `unreadable`: text in the fields that are drawn which is no value yet. */
  constructor(host: PagedHost, localize: Localize, unreadable: () => readonly Place[]) {
    this.#host = host;
    this.#localize = localize;
    this.#unreadable = unreadable;
    window.addEventListener("popstate", this.#travelled);
    if (host.addressing === "hash") host.page = pageInAddress(this.#form) || host.page;
  }

  close(): void {
    window.removeEventListener("popstate", this.#travelled);
  }

  /** Before each drawing: the page that is wanted, or the one before it where what was typed has just hidden it. */
  settle(session: FormSession): void {
    const before = this.#pages;
    this.#session = session;
    this.#stops = stopsOf(session.procedure, session.engine, this.#localize.text("form.attachments"));
    const progress = { session, faulty: faultyRoots(session, this.#unreadable()), passed: this.#passed };
    this.#states = new Map(this.#stops.map((stop) => [stop.id, stateOf(stop, progress)]));
    const pages = this.#pages;
    const wanted = this.#host.page;
    const earlier = before.slice(0, Math.max(before.indexOf(wanted), 0)).findLast((page) => pages.includes(page));
    const page = pages.includes(wanted) ? wanted : (earlier ?? this.#start);
    // The review waits for all parts; faults that it once listed are listed there to the end.
    this.#host.page = page === review && this.#isListed && !this.#isReady && !session.faults.showsAll ? list : page;
    this.#visited.add(this.#host.page);
  }

  draw(view: FieldView): TemplateResult {
    const { page } = this.#host;
    const entry = (id: string, label: string, group: string, state: PageState): FormPageEntry => ({
      id,
      label,
      group,
      state,
      href: pageAddress(this.#form, id),
    });
    const drawn: DrawnPages = {
      view,
      page,
      pages: this.#stops.map((stop) => ({
        stop,
        entry: entry(stop.id, stop.label, stop.group, this.#states.get(stop.id) ?? "not-started"),
        isDrawn: this.#visited.has(stop.id),
      })),
      review: entry(review, this.#localize.text("pages.review"), "", this.#reviewState),
      isReady: this.#isReady,
      unreadable: page === review ? this.#unreadable() : [],
      list: { id: list, href: pageAddress(this.#form, list) },
      previous: this.#pages[this.#pages.indexOf(page) - 1],
      go: (to) => this.go(to),
      goTo: ({ page: to, at }) => void ((at && this.#host.focusAt(at)) || this.go(to)),
    };
    return this.#isListed ? drawTasks(drawn) : drawSteps(drawn);
  }

  /** After each drawing: where the page has changed, the address, the focus and the portal follow. */
  drawn(): void {
    const { page, renderRoot } = this.#host;
    const before = this.#drawn;
    if (page === before) return;
    this.#drawn = page;
    this.#address(before === "" || !this.#pages.includes(before));
    const shown = renderRoot.querySelector<ReactiveElement>("fisc-form-page:not([hidden])");
    const goal = this.#goal ?? (before ? () => shown?.focus() : undefined);
    this.#goal = undefined;
    if (goal) void shown?.updateComplete.then(goal);
    const stop = this.#stops.find(({ id }) => id === page);
    this.#host.dispatchEvent(
      new FormPageShownEvent(page, stop?.label ?? this.#localize.text(page === review ? "pages.review-title" : "pages.list")),
    );
  }

  /** The faults that are listed on this page: its own, once somebody wanted to leave it; all of them on the review. */
  here<T extends Place>(faults: readonly T[]): readonly T[] {
    const { page } = this.#host;
    if (page === review) return faults;
    return faults.filter(({ at }) => stopAt(this.#stops, at)?.id === page && this.#session?.faults.asks(rootOf(at)));
  }

  /** The page with the button that sends. */
  get isAtEnd(): boolean {
    return this.#host.page === review;
  }

  /** All faults are asked for: they are listed where all pages are. */
  toEnd(): void {
    this.#host.page = review;
  }

  /** On from this page. False where it has faults: they are shown from now on. */
  advance(): boolean {
    const stop = this.#stops.find(({ id }) => id === this.#host.page);
    if (!stop || !this.#session) return true;
    this.#session.faults.ask(stop.roots);
    this.#host.requestUpdate();
    const faulty = faultyRoots(this.#session, this.#unreadable());
    if ([...stop.roots].some((root) => faulty.has(root))) return false;
    this.#passed.add(stop.id);
    this.go(this.#isListed ? list : (this.#pages[this.#pages.indexOf(stop.id) + 1] ?? review));
    return true;
  }

  /** Shows the page of a path, then runs `then` there. False where no page has the path. */
  reach(at: string, then: () => void): boolean {
    const stop = stopAt(this.#stops, at);
    if (!stop) return false;
    if (stop.id === this.#drawn && stop.id === this.#host.page) then();
    else {
      this.#goal = then;
      this.#host.page = stop.id;
    }
    return true;
  }

  go(page: string): void {
    this.#goal = undefined;
    this.#host.page = page;
  }

  /** The form is empty again. */
  restart(): void {
    this.#visited.clear();
    this.#passed.clear();
    this.go(this.#start);
  }

  get #form(): string {
    return this.#host.dossier || this.#host.procedure;
  }
  get #isListed(): boolean {
    return this.#host.layout === "tasks";
  }
  get #start(): string {
    return this.#isListed ? list : (this.#stops[0]?.id ?? review);
  }
  get #pages(): readonly string[] {
    return [...(this.#isListed ? [list] : []), ...this.#stops.map(({ id }) => id), review];
  }
  get #isReady(): boolean {
    return [...this.#states.values()].every((state) => state === "complete" || state === "optional");
  }

  get #reviewState(): PageState {
    if (this.#isReady) return "not-started";
    return this.isAtEnd ? "in-progress" : "cannot-start";
  }

  /** `replace`: the page of the present entry of the history is not there any more, or was never named. */
  #address(replace: boolean): void {
    const { page, addressing } = this.#host;
    if (addressing === "none" || (pageInAddress(this.#form) || this.#start) === page) return;
    const address = pageAddress(this.#form, page);
    // The portal's own state of the entry stays with it: routers keep theirs there.
    if (replace) history.replaceState(history.state, "", address);
    else history.pushState(history.state, "", address);
  }

  readonly #travelled = (): void => {
    const page = pageInAddress(this.#form);
    if (this.#host.addressing === "hash" && page !== undefined) this.go(page || this.#start);
  };
}
