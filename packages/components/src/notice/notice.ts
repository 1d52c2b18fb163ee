import { html, nothing, svg } from "lit";
import { property } from "../foundation/property.ts";
import { ifDefined } from "lit/directives/if-defined.js";
import { controls } from "../foundation/control-styles.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { tokens } from "../foundation/tokens.ts";
import { styles } from "./notice.styles.ts";

export type NoticeKind = "info" | "success" | "warning" | "error";

const shapes = {
  info: svg`<circle cx="12" cy="12" r="10"/><path d="M12 11v6M12 7v.5"/>`,
  success: svg`<circle cx="12" cy="12" r="10"/><path d="m7.5 12.5 3 3 6-7"/>`,
  warning: svg`<path d="M12 3 1.8 20.5h20.4z"/><path d="M12 10v5M12 17.5v.5"/>`,
  error: svg`<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/><path d="m9 9 6 6m0-6-6 6"/>`,
};

/**
 * A message that stays until it is dealt with. The kind is said in words, in shape and in colour. Who closes it by keyboard goes on where they came
 * from.
 *
 * @summary A banner: information, success, warning or error.
 * @slot - The message.
 * @slot actions - What can be done about it.
 * @fires {Event} fisc-notice-closed - The person closed it; the notice hides itself unless the event is cancelled.
 * @csspart box - The whole banner.
 */
export class FiscNotice extends FiscElement {
  protected static override readonly texts = ["session"] as const;
  static override styles = [tokens, controls, styles];

  /** Sets icon and colour. */
  @property() kind: NoticeKind = "info";
  /** Bold first line. */
  @property() heading = "";
  /** Shows a button that hides the notice. */
  @property({ type: Boolean }) closable = false;
  /** Reads the message to screen readers when it appears: `polite` waits, `assertive` breaks in. Absent: read where it stands. */
  @property() live: "polite" | "assertive" | "" = "";

  #cameFrom: HTMLElement | undefined;

  constructor() {
    super();
    this.addEventListener("focusin", ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget)) this.#cameFrom = relatedTarget;
    });
  }

  protected override render() {
    return html`<div
      class="box ${this.kind}"
      part="box"
      role=${ifDefined(this.live === "assertive" ? "alert" : this.live === "polite" ? "status" : undefined)}
    >
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        ${shapes[this.kind]}
      </svg>
      <div class="body">
        <span class="visually-hidden">${this.text(`notice.${this.kind}`)}</span>
        ${this.heading ? html`<span class="title">${this.heading}</span>` : nothing}
        <slot></slot>
        <slot name="actions"></slot>
      </div>
      ${
        this.closable
          ? html`<button type="button" class="close" @click=${this.#close} aria-label=${this.text("notice.close")}>
              <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
                <path d="m6 6 12 12M18 6 6 18" />
              </svg>
            </button>`
          : nothing
      }
    </div>`;
  }

  #close(): void {
    const hadFocus = this.matches(":focus-within");
    if (!this.dispatchEvent(new Event("fisc-notice-closed", { bubbles: true, composed: true, cancelable: true }))) return;
    this.hidden = true;
    if (hadFocus && this.#cameFrom?.isConnected) this.#cameFrom.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-notice": FiscNotice;
  }
}
