import { html, LitElement, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { EnvironmentController } from "../foundation/environment-controller.ts";
import { doneIcon, errorIcon } from "../foundation/icons.ts";
import { cloudOffIcon, computerIcon } from "../foundation/late-icons.ts";
import { Localize } from "../foundation/localize.ts";
import { tokens } from "../foundation/tokens.ts";
import { draftStateStyles } from "./draft-state.styles.ts";
import { figuresOf } from "@fisc/core/text/script";

export type DraftCondition = "none" | "saving" | "saved" | "failed" | "full" | "waiting" | "sending" | "refused";

const icons = {
  none: computerIcon,
  saving: computerIcon,
  saved: doneIcon,
  failed: errorIcon,
  full: errorIcon,
  waiting: cloudOffIcon,
  sending: computerIcon,
  refused: errorIcon,
};
/** Saving happens at every change: only what a person has to know is spoken. */
const spoken: ReadonlySet<DraftCondition> = new Set(["failed", "full", "waiting", "sending", "refused"]);

/**
 * @summary Whether what was typed is safe, and whether it has been sent.
 */
export class DraftState extends LitElement {
  static override styles = [tokens, draftStateStyles];

  /** What is known of the draft; `none` while there is nothing to keep. */
  @property({ reflect: true }) condition: DraftCondition = "none";
  /** When it was saved: ISO 8601. */
  @property({ attribute: "saved-at" }) savedAt = "";
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";

  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.locale || this.environment.locale, ["form"]);

  protected override render(): TemplateResult {
    const text = this.localize.text(`draft.${this.condition}`, { when: momentText(this.savedAt, this.localize.locale) });
    return html`<span class="state" aria-live=${spoken.has(this.condition) ? "polite" : "off"}
      >${icons[this.condition]}<span>${text}</span></span
    >`;
  }
}

/** The time of day for today, day and time for earlier: in the zone of the computer, which is what the person's clock shows. */
export function momentText(at: string, locale: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return "";
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const today = moment.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(figuresOf(locale), today ? time : { day: "2-digit", month: "2-digit", year: "numeric", ...time }).format(
    moment,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-draft-state": DraftState;
  }
}
