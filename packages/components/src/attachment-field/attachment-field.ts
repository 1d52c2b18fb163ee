import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";
import { FieldElement } from "../foundation/field-element.ts";
import { controls } from "../foundation/control-styles.ts";
import { formatBytes } from "../foundation/format.ts";
import { doneIcon, errorIcon, removeIcon, warningIcon } from "../foundation/icons.ts";
import { cameraIcon, fileIcon, retryIcon, uploadIcon } from "../foundation/late-icons.ts";
import { attachmentFieldStyles } from "./attachment-field.styles.ts";
import { isReady, type FileProgress, type FormFile } from "./form-file.ts";
import { refusal, type SlotLimits } from "./slot-limits.ts";
import { Uploads } from "./uploads.ts";

/**
 * @summary Files for one place of a dossier: dropped, chosen, pasted or photographed, checked, hashed and uploaded while the person goes on.
 * @documentation A file's kind is told by its first bytes. What the network interrupts goes on by itself; a file that
 * is not uploaded yet keeps its bytes in `value`, so that a draft can hold it. The scripts for hashing and uploading
 * come with the first file.
 * @fires input - {Event} Files came, went, or got further: `value` is another.
 * @fires change - {Event} The same, after it. Bubbles.
 * @fires fisc-session-stale - {Event} The place for uploads says that nobody is signed in any more.
 * @csspart field - The whole.
 * @csspart label - What the files are.
 * @csspart hint - What is taken.
 * @csspart drop - Place to drop a file.
 * @csspart file - One file.
 * @csspart camera - Button that opens the camera, on a device that is touched, where pictures are taken.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the files.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - No file is there.
 */
export class AttachmentField extends FieldElement<readonly FormFile[]> {
  protected static override readonly texts = ["field", "form", "attachment"] as const;
  static override styles: CSSResultGroup = [FieldElement.styles, controls, attachmentFieldStyles];

  /** Id of the place in the procedure. */
  @property({ attribute: "slot-id" }) slotId = "";
  /** How many files, how many bytes each, and of which kinds. */
  @property({ attribute: false }) limits: SlotLimits = { maxFiles: 1, maxBytes: 10 * 1024 * 1024, mediaTypes: ["application/pdf"] };
  /** tus 1.0.0 endpoint. Without it files are checked and kept, and wait. */
  @property({ attribute: "uploads-url" }) uploadsUrl = "";
  /** Key of a file → what the treasury asks to put right in it. */
  @property({ attribute: false }) fixes: ReadonlyMap<string, string> = new Map();

  @state() private said = "";
  @state() private refused: readonly { readonly name: string; readonly problem: string }[] = [];
  @state() private over = false;
  #value: readonly FormFile[] = [];
  readonly #uploads: Uploads = new Uploads({
    endpoint: () => this.uploadsUrl,
    limits: () => this.limits,
    update: (key, file) => this.#replace(key, file),
    progress: () => this.requestUpdate(),
    sessionLost: () => this.dispatchEvent(new Event("fisc-session-stale", { bubbles: true, composed: true })),
  });

  constructor() {
    super();
    this.addEventListener("paste", (event) => this.#paste(event));
  }

  @property({ attribute: false })
  override get value(): readonly FormFile[] {
    return this.#value;
  }
  override set value(value: readonly FormFile[]) {
    if (value === this.#value) return;
    this.#value = value;
    this.valueChanged(false);
    this.#uploads.take(value);
  }

  override get problem(): string {
    if (this.#value.some((file) => this.#uploads.progress(file).step === "failed")) return "attachment.unfinished";
    return super.problem;
  }
  protected override get problemText(): string {
    return this.problem === "attachment.unfinished" ? this.localize.text("attachment.unfinished") : super.problemText;
  }
  protected override get requiredText(): string {
    return "attachment.required";
  }
  protected override get isEmpty(): boolean {
    return this.#value.length === 0;
  }
  protected override get formText(): string | null {
    const names = this.#value.filter(isReady).map((file) => file.id ?? file.upload ?? "");
    return names.length > 0 ? JSON.stringify(names) : null;
  }
  protected override reset(): void {
    this.value = [];
  }
  /** The browser keeps names of uploads at best; files come back through a draft. */
  protected override restore(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.#uploads.start(this.#value);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#uploads.stop();
  }
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has("uploadsUrl")) this.#uploads.take(this.#value);
  }

  /** Takes files as if the person had chosen them. */
  add(files: Iterable<File>): void {
    this.refused = [];
    for (const file of files) {
      const problem = refusal(file, this.#value, this.limits);
      if (problem) {
        this.refused = [...this.refused, { name: file.name, problem }];
        continue;
      }
      const name = file.name.normalize("NFC");
      const entry: FormFile = {
        key: crypto.randomUUID(),
        slot: this.slotId,
        name,
        mediaType: file.type,
        size: file.size,
        sha256: "",
        file,
      };
      this.#set([...this.#value, entry]);
      this.said = this.localize.text("attachment.added", { name });
    }
  }

  #set(files: readonly FormFile[]): void {
    this.#value = files;
    this.valueChanged(true);
    this.#uploads.take(files);
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #replace(key: string, file: FormFile | string): void {
    const before = this.#value.find((one) => one.key === key);
    if (!before) return;
    // A string is the reason why the file cannot stay.
    if (typeof file === "string") {
      this.refused = [...this.refused, { name: before.name, problem: file }];
      this.#set(this.#value.filter((one) => one.key !== key));
      return;
    }
    const twin = file.sha256 !== "" && this.#value.some((one) => one.key !== key && one.sha256 === file.sha256);
    if (twin) return this.#replace(key, "attachment.twice");
    if (file.upload && !before.upload) this.said = this.localize.text("attachment.ready", { name: file.name });
    this.#set(this.#value.map((one) => (one.key === key ? file : one)));
  }

  #remove(file: FormFile): void {
    this.#uploads.forget(file.key);
    this.#set(this.#value.filter((one) => one.key !== file.key));
    this.said = this.localize.text("attachment.removed", { name: file.name });
    void this.updateComplete.then(() => this.focus());
  }

  protected override renderHint(): TemplateResult {
    const { maxBytes, maxFiles, mediaTypes } = this.limits;
    const kind = mediaTypes.length === 1 && mediaTypes[0] === "application/pdf" ? "attachment.hint" : "attachment.hint-any";
    return html`<div class="hint" part="hint" id="hint">
      ${this.hint} ${this.localize.text(kind, { size: formatBytes(maxBytes, this.shownLocale), n: maxFiles })}
    </div>`;
  }
  protected override get describedBy(): string | typeof nothing {
    const ids = super.describedBy;
    return ids === nothing ? "hint" : this.hint ? ids : `hint ${String(ids)}`;
  }
  protected override get control(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>("#control, .remove") ?? null;
  }

  protected override renderControl(): TemplateResult {
    const full = this.#value.length >= this.limits.maxFiles;
    return html`${
        this.#value.length > 0
          ? html`<ul class="files" aria-label=${this.localize.text("attachment.files", { label: this.label })}>
              ${repeat(
                this.#value,
                (file) => file.key,
                (file) => this.#renderFile(file),
              )}
            </ul>`
          : nothing
      }
      ${this.refused.map(
        ({ name, problem }) =>
          html`<div class="message error" role="alert">
            ${errorIcon}<span
              >${this.localize.text(`problem.${problem}`, { name, n: this.limits.maxFiles, size: formatBytes(this.limits.maxBytes, this.shownLocale) })}</span
            >
          </div>`,
      )}
      ${
        full || this.readOnly
          ? nothing
          : html`<div
                class="drop ${this.over ? "over" : ""}"
                part="drop"
                @dragover=${this.#dragOver}
                @dragleave=${() => (this.over = false)}
                @drop=${this.#drop}
              >
                <input
                  id="control"
                  class="choose"
                  type="file"
                  accept=${this.limits.mediaTypes.join(",")}
                  ?multiple=${this.limits.maxFiles > 1}
                  ?disabled=${this.isDisabled}
                  aria-required=${this.required}
                  aria-invalid=${this.isInvalid}
                  aria-describedby=${this.describedBy}
                  @input=${(event: Event) => event.stopPropagation()}
                  @change=${this.#chosen}
                />
                <span class="button" aria-hidden="true">${uploadIcon} ${this.localize.text("attachment.choose")}</span>
                <span class="muted">${this.localize.text("attachment.drop")}</span>
              </div>
              ${this.#renderCamera()}`
      }
      <div class="visually-hidden" role="status">${this.said}</div>`;
  }

  /** Shown by its style where a finger is what one points with: elsewhere a browser knows no camera here. */
  #renderCamera(): TemplateResult | typeof nothing {
    const pictures = this.limits.mediaTypes.filter((type) => type.startsWith("image/"));
    if (pictures.length === 0) return nothing;
    return html`<label class="camera" part="camera">
      <input
        class="visually-hidden"
        type="file"
        accept=${pictures.join(",")}
        capture="environment"
        ?disabled=${this.isDisabled}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${this.#chosen}
      />
      <span class="button">${cameraIcon} ${this.localize.text("attachment.camera")}</span>
    </label>`;
  }

  #renderFile(file: FormFile): TemplateResult {
    const progress = this.#uploads.progress(file);
    const failed = progress.step === "failed";
    const fix = this.fixes.get(file.key);
    const isUnderWay = progress.step === "checking" || progress.step === "uploading" || progress.step === "waiting";
    const away = this.localize.text(isUnderWay ? "attachment.cancel" : "attachment.remove", { name: file.name });
    return html`<li class="file ${progress.step}" part="file">
      ${failed ? errorIcon : progress.step === "ready" ? doneIcon : fileIcon}
      <div class="about">
        <div class="name">${file.name} <span class="muted">${formatBytes(file.size, this.shownLocale)}</span></div>
        ${this.#renderProgress(file, progress)}
        ${
          fix
            ? html`<div class="message fix">
                ${warningIcon}<span><strong>${this.localize.text("form.fix")}</strong> ${fix}</span>
              </div>`
            : nothing
        }
      </div>
      ${failed ? html`<button type="button" @click=${() => this.#uploads.retry(file)} aria-label=${this.localize.text("attachment.retry", { name: file.name })}>${retryIcon} ${this.localize.text("form.retry")}</button>` : nothing}
      ${
        this.readOnly
          ? nothing
          : html`<button type="button" class="remove" title=${away} aria-label=${away} @click=${() => this.#remove(file)}>
              ${removeIcon}
            </button>`
      }
    </li>`;
  }

  #renderProgress(file: FormFile, progress: FileProgress): TemplateResult {
    if (progress.step === "failed")
      return html`<div class="fault">${this.localize.text(`problem.${progress.problem}`, { name: file.name })}</div>`;
    if (progress.step === "ready")
      return html`<div class="muted">${this.localize.text(file.id ? "attachment.kept" : "attachment.done")}</div>`;
    if (progress.step === "waiting") return html`<div class="muted">${this.localize.text("attachment.waiting")}</div>`;
    const percent = progress.step === "uploading" ? Math.round(progress.part * 100) : 0;
    const text = this.localize.text(progress.step === "uploading" ? "attachment.uploading" : "attachment.checking", { percent });
    return html`<div class="muted">${text}</div>
      <progress
        max="100"
        value=${ifDefined(progress.step === "uploading" ? String(percent) : undefined)}
        aria-label=${file.name}
      ></progress>`;
  }

  #chosen(event: Event): void {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    this.add([...(input.files ?? [])]);
    // The same file may be chosen again after it was removed.
    input.value = "";
  }

  /** Files on the clipboard: a picture of the screen, files copied from a folder. Text that is pasted is nobody's here. */
  #paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || this.isDisabled || this.readOnly) return;
    event.preventDefault();
    this.add(files);
  }

  #dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files") || this.isDisabled) return;
    event.preventDefault();
    this.over = true;
  }

  #drop(event: DragEvent): void {
    if (this.isDisabled) return;
    event.preventDefault();
    this.over = false;
    this.add([...(event.dataTransfer?.files ?? [])]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-attachment-field": AttachmentField;
  }
}
