import { html, LitElement, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { choosePage } from "../form-page/form-page-chosen-event.ts";
import { stateBadge, type FormPageEntry } from "../form-page/page-state.ts";
import { pageStateStyles } from "../form-page/page-state.styles.ts";
import { controls } from "../foundation/control-styles.ts";
import { EnvironmentController } from "../foundation/environment-controller.ts";
import { Localize } from "../foundation/localize.ts";
import { property, state } from "../foundation/property.ts";
import { tokens } from "../foundation/tokens.ts";
import { formStepsStyles } from "./form-steps.styles.ts";

/**
 * @summary How far one is in a form of several steps, and a way to each of them.
 * @documentation In a container of less than 56rem the list is unfolded by a button. Links are real addresses: a step may be opened in
 * another tab.
 * @fires fisc-form-page-chosen - {FormPageChosenEvent} Somebody chose a step.
 */
export class FormSteps extends LitElement {
  static override styles = [tokens, controls, pageStateStyles, formStepsStyles];

  /** The steps in their order, each with how far it is. */
  @property({ attribute: false }) steps: readonly FormPageEntry[] = [];
  /** Id of the step that is shown. */
  @property() current = "";
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";

  @state() private isUnfolded = false;
  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.locale || this.environment.locale, ["pages"]);

  protected override render(): TemplateResult | typeof nothing {
    const at = this.steps.findIndex(({ id }) => id === this.current);
    if (at < 0) return nothing;
    const of = this.steps.length;
    return html`<nav aria-label=${this.localize.text("pages.steps")}>
      <div class="where">
        <p id="where">${this.localize.text("pages.step-of", { n: at + 1, of })}</p>
        <button type="button" class="plain" aria-expanded=${this.isUnfolded} aria-controls="steps" @click=${this.#toggle}>
          ${this.localize.text("pages.all-steps")}
        </button>
      </div>
      <progress value=${at + 1} max=${of} aria-labelledby="where"></progress>
      <ol id="steps" class=${this.isUnfolded ? "" : "folded"}>
        ${this.steps.map((step) => this.#renderStep(step))}
      </ol>
    </nav>`;
  }

  #renderStep(step: FormPageEntry): TemplateResult {
    const isCurrent = step.id === this.current;
    return html`<li aria-current=${ifDefined(isCurrent ? "step" : undefined)}>
      ${
        isCurrent || step.state === "cannot-start"
          ? html`<span>${step.label}</span>`
          : html`<a href=${step.href} @click=${(event: MouseEvent) => this.#choose(event, step)}>${step.label}</a>`
      }
      ${stateBadge(step.state, this.localize)}
    </li>`;
  }

  #choose(event: MouseEvent, step: FormPageEntry): void {
    choosePage(event, step.id);
    if (event.defaultPrevented) this.isUnfolded = false;
  }

  #toggle(): void {
    this.isUnfolded = !this.isUnfolded;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-form-steps": FormSteps;
  }
}
