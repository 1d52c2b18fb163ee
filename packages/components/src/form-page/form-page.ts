import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { tokens } from "../foundation/tokens.ts";
import { formPageStyles } from "./form-page.styles.ts";

/**
 * @summary One page of a form: its heading and what is filled in on it.
 * @documentation Call `focus()` once it is shown: screen readers then read the heading, and the page begins at its top. A page that is
 * not shown has the attribute `hidden`: what was typed on it stays.
 * @slot - The fields.
 * @csspart page - The whole.
 * @csspart heading - The heading.
 */
export class FormPage extends LitElement {
  static override styles = [tokens, formPageStyles];

  /** What the page asks for. */
  @property() heading = "";
  /** What the page is a part of; stands above the heading. */
  @property() caption = "";

  override focus(): void {
    this.scrollIntoView({ block: "start" });
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`<section part="page" aria-labelledby="heading">
      <header>
        ${this.caption ? html`<p>${this.caption}</p>` : nothing}
        <h2 part="heading" id="heading" tabindex="-1">${this.heading}</h2>
      </header>
      <slot></slot>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-form-page": FormPage;
  }
}
