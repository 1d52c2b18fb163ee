import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "./property.ts";
import type { ValidationTiming } from "@fisc/core";
import { EnvironmentController } from "./environment-controller.ts";
import { fieldStyles } from "./field.styles.ts";
import { errorIcon, warningIcon } from "./icons.ts";
import { Localize, type TextRoom } from "./localize.ts";

/**
 * What every field shares: label, hint, message, form association, and when a fault is shown: as `validate` says, after
 * `reportValidity()` or a submit of the form, and live from then on.
 *
 * A field never writes into its control while the person is in it, and never vetoes a key: input methods
 * that work by backspaces (Unikey, EVKey) would lose letters.
 */
export abstract class FieldElement<Value> extends LitElement {
  static readonly formAssociated = true;
  /** Texts that the field needs beside the general ones. */
  protected static readonly texts: readonly TextRoom[] = ["field"];
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles: CSSResultGroup = fieldStyles;

  /** Name under which the value goes into `FormData`. */
  @property({ reflect: true }) name = "";
  /** What the field is called: always seen, above the control. */
  @property() label = "";
  /** One line of help under the label. */
  @property() hint = "";
  /** A fault that the page found; shown at once, and makes the field invalid. */
  @property() error = "";
  /** A doubt that the page has; shown, and does not block. */
  @property() warning = "";
  /** What the treasury asks to put right here. */
  @property() fix = "";
  /** Empty is a fault. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Can be read and copied, not changed; its value is sent. */
  @property({ type: Boolean, reflect: true, attribute: "readonly" }) readOnly = false;
  /** Can neither be changed nor reached; its value is not sent. A disabled `<fieldset>` does the same. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** When a fault of what was typed is first shown: `live` at once, `blur` once the person leaves the field, `submit` not before that. */
  @property() validate: ValidationTiming = "blur";
  /** BCP 47 tag; by default the provider's. */
  @property() locale = "";

  @state() private reported = false;
  @state() private formDisabled = false;
  #changed = false;

  protected readonly internals = this.attachInternals();
  protected readonly environment = new EnvironmentController(this);
  protected readonly localize = new Localize(this, () => this.shownLocale, (this.constructor as typeof FieldElement).texts);

  constructor() {
    super();
    this.addEventListener("invalid", (event) => {
      // The message is drawn under the control; the browser's own bubble would cover it.
      event.preventDefault();
      this.reported = true;
    });
    this.addEventListener("focusout", () => {
      if (this.#changed && this.validate !== "submit") this.reported = true;
      // What waited while the person was in the control.
      this.requestUpdate();
    });
  }

  /** What the field holds. Set by the page, it makes no event. */
  abstract value: Value;

  /** Code of what is wrong with what stands in the control, whatever the page thinks; empty where nothing is. Text: `problem.<code>`. */
  get problem(): string {
    return this.required && this.isEmpty && !this.readOnly ? "required" : "";
  }

  protected get shownLocale(): string {
    return this.locale || this.environment.locale;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  checkValidity(): boolean {
    this.#setValidity();
    return this.internals.checkValidity();
  }
  /** Also shows the fault from now on. */
  reportValidity(): boolean {
    this.reported = true;
    return this.checkValidity();
  }

  formResetCallback(): void {
    this.#changed = false;
    this.reported = false;
    this.reset();
  }
  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }
  formStateRestoreCallback(saved: string): void {
    this.restore(saved);
  }

  protected abstract get isEmpty(): boolean;
  /** Value as text for `FormData` and for the browser's own restore; null where there is none. */
  protected abstract get formText(): string | null;
  /** What goes into `FormData`, where that is more than one text. */
  protected get formEntries(): string | FormData | null {
    return this.formText;
  }
  protected abstract reset(): void;
  protected abstract restore(saved: string): void;
  protected abstract renderControl(): TemplateResult;
  /** The element that takes the focus and that a validity message points at. */
  protected get control(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>("#control") ?? null;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.formDisabled;
  }
  protected get isInvalid(): boolean {
    return this.message !== "";
  }
  protected get message(): string {
    if (this.error) return this.error;
    return this.reported ? this.problemText : "";
  }
  protected get problemText(): string {
    const problem = this.problem;
    return problem && this.localize.text(`problem.${problem === "required" ? this.requiredText : problem}`, this.problemParams);
  }
  /** Which text asks for what is missing: `problem.<this>`. */
  protected get requiredText(): string {
    return "required";
  }
  protected get problemParams(): Readonly<Record<string, string | number>> {
    return { label: this.label };
  }
  /** Ids for `aria-describedby`. */
  protected get describedBy(): string | typeof nothing {
    const ids = [this.hint && "hint", this.fix && "fix", (this.message || this.warning) && "message"].filter(Boolean);
    return ids.length > 0 ? ids.join(" ") : nothing;
  }

  /** To be called after every change of the value. */
  protected valueChanged(byPerson: boolean): void {
    if (byPerson) {
      this.#changed = true;
      if (this.validate === "live") this.reported = true;
    }
    this.internals.setFormValue(this.formEntries, this.formText);
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    if (this.control) this.control.focus(options);
    else super.focus(options);
  }

  protected override render(): TemplateResult {
    return html`<div class="field" part="field">
      ${this.renderLabel()}${this.renderHint()}${this.renderControl()}${this.renderMessages()}
    </div>`;
  }

  protected renderLabel(): TemplateResult {
    return html`<label class="label" part="label" for="control">${this.label}${this.renderRequiredMark()}</label>`;
  }

  protected renderRequiredMark(): TemplateResult | typeof nothing {
    return this.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing;
  }

  protected renderHint(): TemplateResult | typeof nothing {
    return this.hint ? html`<div class="hint" part="hint" id="hint">${this.hint}</div>` : nothing;
  }

  protected renderMessages(): TemplateResult {
    const message = this.message;
    return html`${
        this.fix
          ? html`<div class="message fix" part="fix" id="fix">
              ${warningIcon}<span><strong>${this.localize.text("form.fix")}</strong> ${this.fix}</span>
            </div>`
          : nothing
      }
      <div id="message" part="message" aria-live="polite" class="message ${message ? "error" : "warning"}">
        ${
          message
            ? html`${errorIcon}<span><span class="visually-hidden">${this.localize.text("form.error-prefix")} </span>${message}</span>`
            : this.warning
              ? html`${warningIcon}<span
                    ><span class="visually-hidden">${this.localize.text("form.warning-prefix")} </span>${this.warning}</span
                  >`
              : nothing
        }
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#setValidity();
  }

  #setValidity(): void {
    const problem = this.problem;
    const anchor = this.control ?? undefined;
    if (this.error) this.internals.setValidity({ customError: true }, this.error, anchor);
    else if (problem)
      this.internals.setValidity(problem === "required" ? { valueMissing: true } : { badInput: true }, this.problemText || problem, anchor);
    else this.internals.setValidity({});
    for (const [name, on] of [
      ["invalid", this.isInvalid],
      ["empty", this.isEmpty],
    ] as const) {
      if (on) this.internals.states.add(name);
      else this.internals.states.delete(name);
    }
  }
}
