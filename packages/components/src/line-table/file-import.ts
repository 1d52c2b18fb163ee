import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { errorIcon } from "../foundation/icons.ts";
import type { Localize } from "../foundation/localize.ts";
import type { BlockIntake, IntakeTable } from "./block-intake.ts";
import { fallbackEncoding } from "./file-encoding.ts";
import { proxy, withFileWorker } from "./file-reader.ts";
import { figuresOf } from "@fisc/core/text/script";

const megabytes = 30;

type State =
  | { readonly is: "reading"; readonly name: string; readonly part: number }
  | { readonly is: "failed"; readonly name: string; readonly text: "paste.file-failed" | "paste.file-too-large" | "paste.file-empty" };

/** A file of lines on its way to the preview: chosen by the person, read in a worker, given up at any time. */
export class FileImport {
  readonly #table: IntakeTable;
  readonly #intake: BlockIntake;
  readonly #localize: Localize;
  #state: State | undefined;
  #turn = new AbortController();

  constructor(table: IntakeTable, intake: BlockIntake, localize: Localize) {
    this.#table = table;
    this.#intake = intake;
    this.#localize = localize;
  }

  choose(): void {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".xlsx,.csv,.txt,.tsv,.dbf";
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) void this.read(file);
    });
    input.click();
  }

  /** `encoding`: label of the Encoding Standard that the person chose; empty to be found out. */
  async read(file: File, encoding = ""): Promise<void> {
    const { name } = file;
    if (file.size > megabytes * 1024 * 1024) return this.#become({ is: "failed", name, text: "paste.file-too-large" });
    this.#turn.abort();
    const turn = new AbortController();
    this.#turn = turn;
    this.#become({ is: "reading", name, part: 0 });
    const { locale } = this.#localize;
    const decimal = new Intl.NumberFormat(figuresOf(locale)).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
    const progress = proxy((part: number) => this.#state?.is === "reading" && this.#become({ is: "reading", name, part }));
    try {
      const read = await withFileWorker(
        (files) => files.read(file, { encoding, fallback: fallbackEncoding(locale), decimal }, progress),
        turn.signal,
      );
      if (read.cells.length === 0) return this.#become({ is: "failed", name, text: "paste.file-empty" });
      this.#become(undefined);
      const choose = (again: string): void => void this.read(file, again);
      this.#intake.bring(read.cells, read.encoding ? { now: read.encoding, choose } : undefined);
    } catch {
      // Whatever a file holds that is no table: the person hears that it cannot be read.
      if (!turn.signal.aborted) this.#become({ is: "failed", name, text: "paste.file-failed" });
    }
  }

  render(): TemplateResult | typeof nothing {
    const state = this.#state;
    if (!state) return nothing;
    return html`<dialog class="paste file" aria-labelledby="file-title" ${ref(show)} @cancel=${(event: Event) => this.#close(event)}>
      <h3 id="file-title">${this.#localize.text("paste.file-title")}</h3>
      <div role="status">
        ${
          state.is === "reading"
            ? html`<p>${this.#localize.text("paste.file-reading", { name: state.name, n: Math.round(state.part * 100) })}</p>`
            : html`<p class="fault">${errorIcon}<span>${this.#localize.text(state.text, { name: state.name, n: megabytes })}</span></p>`
        }
      </div>
      <div class="actions">
        <button type="button" autofocus @click=${(event: Event) => this.#close(event)}>${this.#localize.text("again.no")}</button>
      </div>
    </dialog>`;
  }

  #close(event: Event): void {
    event.preventDefault();
    this.#turn.abort();
    this.#become(undefined);
    void this.#table.updateComplete.then(() => this.#table.go(0, 0));
  }

  #become(state: State | undefined): void {
    this.#state = state;
    this.#table.requestUpdate();
  }
}

function show(element: Element | undefined): void {
  if (element instanceof HTMLDialogElement && !element.open)
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
}
