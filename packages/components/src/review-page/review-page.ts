import { html, LitElement, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { choosePage } from "../form-page/form-page-chosen-event.ts";
import { stateBadge } from "../form-page/page-state.ts";
import { pageStateStyles } from "../form-page/page-state.styles.ts";
import { controls } from "../foundation/control-styles.ts";
import { EnvironmentController } from "../foundation/environment-controller.ts";
import { errorIcon, warningIcon } from "../foundation/icons.ts";
import { Localize } from "../foundation/localize.ts";
import { property } from "../foundation/property.ts";
import { tokens } from "../foundation/tokens.ts";
import { linesView } from "./lines-view.ts";
import { reviewPageStyles } from "./review-page.styles.ts";
import type { ReviewLines, ReviewPart, ReviewValue } from "./review-part.ts";

/**
 * @summary Everything that was filled in, to be read before it is sent, with a way back to each place.
 * @fires fisc-form-page-chosen - {FormPageChosenEvent} Somebody wants to change a part, or what stands at one place of it.
 * @csspart part - One page of the form.
 */
export class ReviewPage extends LitElement {
  static override styles = [tokens, controls, pageStateStyles, reviewPageStyles];

  /** The pages of the form, each with what it holds. */
  @property({ attribute: false }) parts: readonly ReviewPart[] = [];
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";

  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.locale || this.environment.locale, ["pages", "form"]);

  protected override render(): TemplateResult {
    return html`<div class="parts">${this.parts.map((part, index) => this.#renderPart(part, `part-${index}`))}</div>`;
  }

  #renderPart(part: ReviewPart, id: string): TemplateResult {
    const isReady = part.state === "complete" || part.state === "optional";
    return html`<section part="part" aria-labelledby=${id}>
      <div class="head">
        <h3 id=${id}>${part.group ? html`<span class="group">${part.group}</span>` : nothing}${part.label}</h3>
        ${isReady ? nothing : stateBadge(part.state, this.localize)}
        ${this.#link(part, "", part.label, isReady ? "pages.change" : "pages.complete")}
      </div>
      ${runsOf(part.items).map((run) =>
        "columns" in run ? this.#renderLines(part, run) : html`<dl>${run.map((item) => this.#renderValue(part, item))}</dl>`,
      )}
    </section>`;
  }

  #renderValue(part: ReviewPart, item: ReviewValue): TemplateResult {
    const { texts, faults, isFixed, language } = item;
    const blank = faults.length > 0 ? nothing : html`<span class="muted">${this.localize.text("pages.blank")}</span>`;
    const text = texts.length > 0 ? html`<span lang=${ifDefined(language)}>${texts.join("\n")}</span>` : blank;
    return html`<div class="row">
      <dt>${item.label}</dt>
      <dd>${text}${notes(item)}</dd>
      ${isFixed ? nothing : html`<dd class="change">${this.#link(part, item.at, item.label, "pages.change")}</dd>`}
    </div>`;
  }

  #renderLines(part: ReviewPart, item: ReviewLines): TemplateResult {
    return html`<div class="lines">
      ${
        item.lines.length > 0
          ? linesView(item, this.localize)
          : html`<p>${item.label}: <span class="muted">${this.localize.text("pages.no-lines")}</span></p>`
      }
      ${notes(item)} ${this.#link(part, item.at, item.label, "pages.change")}
    </div>`;
  }

  /** Named by what it changes: a list of links alone must make sense (WCAG 2.4.4). */
  #link(part: ReviewPart, at: string, name: string, key: string): TemplateResult {
    return html`<a href=${part.href} @click=${(event: MouseEvent) => choosePage(event, part.id, at)}
      >${this.localize.text(key)}<span class="visually-hidden">: ${name}</span></a
    >`;
  }
}

/** Values that stand together make one list; tables stand between. */
function runsOf(items: ReviewPart["items"]): readonly (readonly ReviewValue[] | ReviewLines)[] {
  const runs: (ReviewValue[] | ReviewLines)[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if ("columns" in item) runs.push(item);
    else if (Array.isArray(last)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function notes({ faults, doubts }: Pick<ReviewValue, "faults" | "doubts">): TemplateResult {
  return html`${faults.map((text) => note("fault", text))}${doubts.map((text) => note("doubt", text))}`;
}

function note(kind: "fault" | "doubt", text: string): TemplateResult {
  return html`<span class="note ${kind}">${kind === "fault" ? errorIcon : warningIcon}<span>${text}</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-review-page": ReviewPage;
  }
}
