import { html, LitElement, nothing, type TemplateResult } from "lit";
import { choosePage } from "../form-page/form-page-chosen-event.ts";
import { groupsOf, stateBadge, type FormPageEntry } from "../form-page/page-state.ts";
import { pageStateStyles } from "../form-page/page-state.styles.ts";
import { controls } from "../foundation/control-styles.ts";
import { EnvironmentController } from "../foundation/environment-controller.ts";
import { Localize } from "../foundation/localize.ts";
import { property } from "../foundation/property.ts";
import { tokens } from "../foundation/tokens.ts";
import { taskListStyles } from "./task-list.styles.ts";

/** One part of a form, and how far it is. */
export interface FormTask extends FormPageEntry {
  /** Why it cannot start yet, or what is asked there; empty where nothing is to be said. */
  readonly hint: string;
}

/**
 * @summary The parts of a form with how far each is, to be filled in in any order.
 * @fires fisc-form-page-chosen - {FormPageChosenEvent} Somebody chose a part.
 */
export class TaskList extends LitElement {
  static override styles = [tokens, controls, pageStateStyles, taskListStyles];

  /** The parts in their order, each with how far it is. */
  @property({ attribute: false }) tasks: readonly FormTask[] = [];
  /** What comes once the parts are ready; not counted among them. */
  @property({ attribute: false }) last: FormTask | undefined;
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";

  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.locale || this.environment.locale, ["pages"]);

  protected override render(): TemplateResult {
    const counted = this.tasks.filter(({ state }) => state !== "optional" && state !== "cannot-start");
    const ready = counted.filter(({ state }) => state === "complete");
    return html`<div class="list">
      <p>${this.localize.text("pages.progress", { n: ready.length, of: counted.length })}</p>
      ${groupsOf(this.last ? [...this.tasks, this.last] : this.tasks).map((tasks, index) => this.#renderGroup(tasks, index))}
    </div>`;
  }

  #renderGroup(tasks: readonly FormTask[], index: number): TemplateResult {
    const group = tasks[0]?.group ?? "";
    return html`<div>
      ${group ? html`<h3 id="group-${index}">${group}</h3>` : nothing}
      <ul aria-labelledby=${group ? `group-${index}` : nothing}>
        ${tasks.map((task, row) => this.#renderTask(task, `${index}-${row}`))}
      </ul>
    </div>`;
  }

  #renderTask(task: FormTask, id: string): TemplateResult {
    return html`<li>
      <div class="name">
        ${
          task.state === "cannot-start"
            ? html`<span class="waits">${task.label}</span>`
            : html`<a
                href=${task.href}
                aria-describedby="state-${id}${task.hint ? ` hint-${id}` : ""}"
                @click=${(event: MouseEvent) => choosePage(event, task.id)}
                >${task.label}</a
              >`
        }
        ${task.hint ? html`<span class="muted" id="hint-${id}">${task.hint}</span>` : nothing}
      </div>
      <span id="state-${id}">${stateBadge(task.state, this.localize)}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-task-list": TaskList;
  }
}
