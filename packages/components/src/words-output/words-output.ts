import { html, LitElement, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { ifDefined } from "lit/directives/if-defined.js";
import { tokens } from "../foundation/tokens.ts";
import { wordsOutputStyles } from "./words-output.styles.ts";

/**
 * @summary A value that the form works out itself: an amount in words, a total.
 * @documentation Read, not typed; announced politely when it changes.
 * @csspart label - What it is.
 * @csspart value - The value.
 */
export class WordsOutput extends LitElement {
  static override styles = [tokens, wordsOutputStyles];

  /** What it is. */
  @property() label = "";
  /** The value as it is to be read. */
  @property() value = "";
  /** BCP 47 tag of the value, where it is not in the page's language. */
  @property() language = "";
  /** A fault that the page found. */
  @property() error = "";
  /** Figures line up at the end. */
  @property({ type: Boolean, reflect: true }) figure = false;

  protected override render(): TemplateResult {
    return html`<div class="label" id="label" part="label">${this.label}</div>
      <output aria-labelledby="label" part="value" lang=${ifDefined(this.language || undefined)}>${this.value || "–"}</output>
      <div class="error" role="status">${this.error}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-words-output": WordsOutput;
  }
}
