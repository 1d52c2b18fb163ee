import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import type { Deadline, Dossier, DossierEvent, Fix } from "@fisc/core";
import type { ProcedureStart } from "@fisc/core/api";
import { type ExpectedStep, timeline, type TimelineEntry } from "@fisc/core/workflow";
import { controls } from "../foundation/control-styles.ts";
import { DossierLog } from "../foundation/dossier-log.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { formatCivilDate, formatInstant, label } from "../foundation/format.ts";
import { Resource } from "../foundation/resource.ts";
import { tokens } from "../foundation/tokens.ts";
import { dueText } from "./due-text.ts";
import { type Pause, pauses } from "./pauses.ts";
import { paperText } from "./paper-text.ts";
import { type Paper, type Step, steps } from "./steps.ts";
import { styles } from "./status-timeline.styles.ts";

/**
 * What happened to a dossier, who has it now, and until when: live, with the official words. A new step is read out once
 * the screen reader is free; after a lost connection the missing steps come by themselves.
 *
 * @summary Live history of a dossier.
 * @csspart now - Who has the dossier now, and until when.
 * @csspart mine - The mark that it is the person's turn.
 * @csspart step - One step.
 */
export class FiscStatusTimeline extends FiscElement {
  protected static override readonly texts = ["session", "status"] as const;
  static override styles = [tokens, controls, styles];

  /** Id of the dossier. */
  @property() dossier = "";

  @state() private announcement = "";

  readonly #log = new DossierLog(this, (events) => this.#announce(events));
  readonly #loaded = new Resource<{ readonly start: ProcedureStart; readonly dossier: Dossier }>(this);
  #pauses: readonly Pause[] = [];
  #wanted = "";
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The count of days changes at midnight while the page stays open.
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#wanted = "";
  }

  protected override willUpdate(): void {
    const environment = this.environment.value;
    const wanted =
      environment?.session && this.dossier !== "" ? `${this.dossier} ${environment.locale} ${environment.session.subject}` : "";
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#log.stop();
    if (!environment || wanted === "") {
      this.#loaded.clear();
      return;
    }
    this.#log.watch(environment.api, this.environment.stream, this.dossier);
    void this.#load();
  }

  protected override render() {
    return html`<section class="timeline" aria-labelledby="heading" lang=${this.environment.locale}>
      <h2 id="heading">${this.text("timeline.heading")}</h2>
      <div role="status" class="visually-hidden">${this.announcement}</div>
      ${this.#log.connection === "lost" ? html`<fisc-notice kind="warning" live="polite">${this.text("timeline.lost")}</fisc-notice>` : nothing}
      ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const loaded = this.#loaded.value;
    const error = this.#log.loaded
      ? undefined
      : (this.#log.error ?? (this.#loaded.state.status === "failed" ? this.#loaded.state.error : undefined));
    if (error !== undefined && !(loaded && this.#log.loaded)) {
      return html`<fisc-notice kind="error" live="assertive">
        ${failureText(this.localize, error)}
        <button slot="actions" type="button" @click=${this.#retry}>${this.text("timeline.retry")}</button>
      </fisc-notice>`;
    }
    if (this.environment.value?.session === null) return html`<p class="muted">${this.text("signIn.needed")}</p>`;
    if (!loaded || !this.#log.loaded) return html`<p class="muted" role="status">${this.text("timeline.loading")}</p>`;
    if (this.#log.events.length === 0) return html`<p class="muted">${this.text("timeline.empty")}</p>`;
    const { entries, expected } = timeline(loaded.start.procedure, this.#log.events);
    const list = steps(entries, this.#side);
    const { procedure, calendar } = loaded.start;
    this.#pauses = pauses(entries, procedure, calendar, new Date());
    return html`${this.#now(loaded.start, entries.at(-1), expected)}
      <ol class="steps">
        ${list.map((step, index) => this.#step(step, index === list.length - 1 && expected !== null))}
      </ol>`;
  }

  #now(start: ProcedureStart, last: TimelineEntry | undefined, expected: ExpectedStep | null): TemplateResult | typeof nothing {
    if (!last) return nothing;
    const { labels, locale } = start.procedure;
    const state = label(labels, `state.${this.#side === "treasury" ? last.state : last.shownState}`, locale);
    const holder =
      expected === null
        ? this.text("timeline.done")
        : expected.holder === "system"
          ? this.text("timeline.holder.system")
          : this.text("timeline.holder", { holder: label(labels, `role.${expected.holder}`, locale) });
    return html`<div class="now ${expected === null ? "finished" : ""}" part="now">
      <span class="state">${state}</span>
      <span>${holder} ${this.#isMine ? html`<span class="badge mine" part="mine">${this.text("timeline.mine")}</span>` : nothing}</span>
      ${this.#pauses.length === 0 ? nothing : html`<span>${this.text("timeline.returns", { count: this.#pauses.length })}</span>`}
      ${expected?.deadline ? this.#due(expected.deadline, start) : nothing}
    </div>`;
  }

  /** The person may do something here, by the gateway's word on the dossier as it is now: a role alone may be barred. */
  get #isMine(): boolean {
    const dossier = this.#loaded.value?.dossier;
    const last = this.#log.events.findLast(({ type }) => type === "transition" || type === "content.changed");
    return dossier !== undefined && dossier.actions.length > 0 && dossier.revision >= (last?.position ?? 1);
  }

  #pauseView({ days, lasts, stopped }: Pause): TemplateResult {
    const key = `timeline.pause${lasts ? ".now" : ""}`;
    return html`<p class="pause">
      ${days === undefined ? this.text(`${key}.uncounted`) : this.text(key, { days })}
      ${stopped ? this.text("timeline.pause.stopped") : nothing}
    </p>`;
  }

  #due(deadline: Deadline, { procedure, calendar }: ProcedureStart): TemplateResult {
    const due = dueText(deadline, new Date(), procedure.timeZone, calendar);
    const tone =
      due?.key === "timeline.due.late" || due?.key === "timeline.due.passed" ? "late" : due?.key === "timeline.due.today" ? "soon" : "calm";
    return html`<span>
      ${this.text("timeline.due", { date: formatCivilDate(deadline.dueOn, procedure.locale) })}
      ${due ? html`<span class="badge ${tone}">${this.text(due.key, { days: due.days })}</span>` : nothing}
    </span>`;
  }

  #step(step: Step, isCurrent: boolean): TemplateResult {
    const { main, papers, inner } = step;
    return html`<li
      class=${isCurrent ? "current" : "past"}
      part="step"
      data-position=${step.position}
      aria-current=${isCurrent ? "step" : "false"}
    >
      <span class="title"
        >${this.#label(`state.${this.#side === "treasury" ? main.state : main.shownState}`)}
        ${isCurrent ? html`<span class="visually-hidden"> (${this.text("timeline.current")})</span>` : nothing}</span
      >
      ${this.#line(main)} ${this.#papers(papers)}
      ${
        inner.length === 0
          ? nothing
          : html`<details>
              <summary>${this.text("timeline.inner", { count: inner.length })}</summary>
              <ol>
                ${inner.map(({ entry, papers: own }) => html`<li><div class="inner-step">${this.#line(entry)} ${this.#papers(own)}</div></li>`)}
              </ol>
            </details>`
      }
    </li>`;
  }

  /** Action, who, when; then the reason and what is to be put right. */
  #line(entry: Step["main"]): TemplateResult {
    const procedure = this.#loaded.value?.start.procedure;
    const action = entry.kind === "created" ? this.text("timeline.created") : this.#label(`action.${entry.action}`);
    const who =
      entry.actor.id === "system" || entry.actor.role === "system"
        ? this.text("timeline.system")
        : `${entry.actor.name}, ${this.#label(`role.${entry.actor.role}`)}`;
    const when = procedure ? formatInstant(entry.at, procedure.locale, procedure.timeZone) : "";
    const reason = entry.kind === "transition" ? entry.reason : undefined;
    const fixes = entry.kind === "transition" ? (entry.fixes ?? []) : [];
    return html`<span>${action}</span>
      <span class="who">${who} · <time datetime=${entry.at}>${when}</time></span>
      ${reason ? html`<p class="reason"><strong>${this.text("timeline.reason")}</strong> ${reason}</p>` : nothing}
      ${
        fixes.length === 0
          ? nothing
          : html`<div class="fixes">
              <strong>${this.text("timeline.fixes")}</strong>
              <ul>
                ${fixes.map((fix) => html`<li>${this.#place(fix)}: ${fix.text}</li>`)}
              </ul>
            </div>`
      }
      ${this.#pauses.filter(({ position }) => position === entry.position).map((pause) => this.#pauseView(pause))}`;
  }

  #papers(papers: readonly Paper[]): TemplateResult | typeof nothing {
    const loaded = this.#loaded.value;
    if (!loaded || papers.length === 0) return nothing;
    const { start, dossier } = loaded;
    return html`<ul class="papers">
      ${papers.map((paper) => html`<li>${paperText(paper, start.procedure, dossier, (key, params) => this.text(key, params))}</li>`)}
    </ul>`;
  }

  #place(fix: Fix): string {
    if (fix.document !== "form") {
      const file = this.#loaded.value?.dossier.attachments.find(({ id }) => id === fix.document);
      return file ? `${this.#label(`attachment.${file.slot}`)} (${file.name})` : this.text("view.attachments");
    }
    if (fix.at === undefined) return this.text("timeline.fix.form");
    const line = /\[(\d+)\]/.exec(fix.at)?.[1];
    const field = this.#label(`field.${fix.at.replace(/\[\d+\]/g, "[]")}`);
    return line === undefined ? field : `${field} (${this.text("view.line")} ${Number(line) + 1})`;
  }

  get #side(): "unit" | "treasury" {
    return this.environment.value?.session?.side ?? "unit";
  }

  #label(key: string): string {
    const procedure = this.#loaded.value?.start.procedure;
    return procedure ? label(procedure.labels, key, procedure.locale) : key;
  }

  async #load(): Promise<void> {
    const environment = this.environment.value;
    if (!environment) return;
    await this.#loaded.load(async () => {
      const [start, dossier] = await Promise.all([
        environment.api.dossierProcedure(this.dossier, environment.locale),
        environment.api.dossier(this.dossier),
      ]);
      return { start, dossier };
    });
  }

  #retry(): void {
    void this.#load();
    void this.#log.read();
  }

  #announce(events: readonly DossierEvent[]): void {
    const loaded = this.#loaded.value;
    if (!loaded) return;
    if (events.some(({ type }) => type === "content.changed" || type === "transition")) void this.#load();
    const { entries } = timeline(loaded.start.procedure, this.#log.events);
    const known = new Set(events.map(({ position }) => position));
    const newest = steps(entries, this.#side)
      .filter(({ position }) => known.has(position))
      .at(-1);
    if (!newest) return;
    const state = this.#label(`state.${this.#side === "treasury" ? newest.main.state : newest.main.shownState}`);
    this.announcement = this.text("timeline.new", { step: state });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-status-timeline": FiscStatusTimeline;
  }
}
