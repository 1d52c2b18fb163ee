import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { EnvironmentController } from "../foundation/environment-controller.ts";
import { Localize } from "../foundation/localize.ts";
import { tokens } from "../foundation/tokens.ts";
import { errorSummaryStyles } from "./error-summary.styles.ts";

/** One fault and the place it leads to. */
export interface SummaryEntry {
  /** Where it is, as whoever draws the fields knows it: a path. */
  readonly at: string;
  readonly text: string;
}

/** The person followed a fault. Whoever draws the fields puts the focus into the field, through any shadow root. */
export class ErrorFollowedEvent extends Event {
  static readonly type = "fisc-error-followed";
  readonly at: string;

  constructor(at: string) {
    super(ErrorFollowedEvent.type, { bubbles: true, composed: true });
    this.at = at;
  }
}

/**
 * @summary All faults of a form in one place, in the words that stand at the fields; each leads into its field.
 * @documentation Call `focus()` after a submit that found faults: screen readers then read the heading and the list.
 * @fires fisc-error-followed - {ErrorFollowedEvent} The person followed a fault.
 * @csspart summary - The whole.
 */
export class ErrorSummary extends LitElement {
  static override styles = [tokens, errorSummaryStyles];

  /** The faults, in the order of the form. */
  @property({ attribute: false }) entries: readonly SummaryEntry[] = [];
  /** Heading; by default how many things are to be put right. */
  @property() heading = "";
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";

  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.locale || this.environment.locale, ["faults"]);

  override focus(options?: FocusOptions): void {
    const box = this.renderRoot.querySelector<HTMLElement>(".summary");
    box?.focus({ preventScroll: true, ...options });
    box?.scrollIntoView({ block: "start" });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.entries.length === 0) return nothing;
    return html`<section class="summary" part="summary" tabindex="-1" role="group" aria-labelledby="title">
      <h2 id="title">${this.heading || this.localize.text("summary.title", { n: this.entries.length })}</h2>
      <ul>
        ${this.entries.map((entry) => html`<li><a href="#${entry.at}" @click=${(event: Event) => this.#follow(event, entry.at)}>${entry.text}</a></li>`)}
      </ul>
    </section>`;
  }

  #follow(event: Event, at: string): void {
    event.preventDefault();
    this.dispatchEvent(new ErrorFollowedEvent(at));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-error-summary": ErrorSummary;
  }
  interface HTMLElementEventMap {
    "fisc-error-followed": ErrorFollowedEvent;
  }
}
