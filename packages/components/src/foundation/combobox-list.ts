import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { CodeListEntry } from "@fisc/core";
import { prepareSearch, searchCodes } from "./code-search.ts";
import type { CodeSource } from "./combobox.ts";
import type { Localize } from "./localize.ts";
import { OptionWindow } from "./option-window.ts";

export { comboboxStyles } from "./combobox.styles.ts";

/** How many codes a gateway is asked for. */
const LIMIT = 50;
const TYPING_PAUSE = 150;

/**
 * The list under a combobox (WAI-ARIA 1.2 combobox pattern, list autocomplete, manual selection). One for a host, moved
 * to the input it serves; it stands in the top layer, so no scrolled table cuts it off. Of a long list only what is in sight is drawn.
 */
export class ComboboxList implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #localize: Localize;
  readonly #choose: (entry: CodeListEntry) => void;
  #input: HTMLInputElement | undefined;
  #source: CodeSource = [];
  #matches: readonly CodeListEntry[] = [];
  #active = -1;
  #status: "closed" | "open" | "loading" | "failed" = "closed";
  /** An arrow moved it: it is to be in sight. */
  #isMoved = false;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #placed = false;
  readonly #window = new OptionWindow();

  constructor(host: ReactiveControllerHost & HTMLElement, localize: Localize, choose: (entry: CodeListEntry) => void) {
    this.#host = host;
    this.#localize = localize;
    this.#choose = choose;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get isOpen(): boolean {
    return this.#status !== "closed";
  }

  /** Whether the list now serves this input. */
  serves(input: EventTarget | null): boolean {
    return this.isOpen && this.#input === input;
  }

  /** The input that was served last. */
  get input(): HTMLInputElement | undefined {
    return this.#input;
  }

  open(input: HTMLInputElement, source: CodeSource, text: string): void {
    if (this.#input && this.#input !== input) mark(this.#input, false, -1);
    this.#input = input;
    this.#source = source;
    this.#active = -1;
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    if (typeof source !== "function") {
      this.#show(searchCodes(source, text));
      return;
    }
    this.#become("loading");
    this.#timer = setTimeout(() => {
      source(text, LIMIT).then(
        (entries) => turn === this.#turn && this.#show(entries),
        () => turn === this.#turn && this.#become("failed"),
      );
    }, TYPING_PAUSE);
  }

  /** Somebody is about to search in the list. */
  prepare(source: CodeSource): void {
    if (typeof source !== "function") prepareSearch(source);
  }

  close(): void {
    this.#turn++;
    clearTimeout(this.#timer);
    if (this.isOpen) this.#become("closed");
  }

  /** Takes the keys of the pattern. Gives true where the key is spent. */
  keydown(event: KeyboardEvent, input: HTMLInputElement, source: CodeSource): boolean {
    // A key that an input method is using is not ours.
    if (event.isComposing || event.ctrlKey || event.metaKey) return false;
    const here = this.serves(input);
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        if (!here) this.open(input, source, event.altKey ? input.value : "");
        else if (event.altKey) this.close();
        else this.#move(event.key === "ArrowDown" ? 1 : -1);
        return true;
      case "Enter":
        if (!here || this.#active < 0) return false;
        event.preventDefault();
        this.#pick(this.#active);
        return true;
      case "Escape":
        if (!here) return false;
        event.preventDefault();
        event.stopPropagation();
        this.close();
        return true;
      case "Tab":
        this.close();
        return false;
      default:
        return false;
    }
  }

  render(): TemplateResult {
    const { start, end, roomBefore, roomAfter } = this.#window;
    return html`<div id="codes" class="codes" popover="manual">
      <ul id="listbox" role="listbox" aria-label=${this.#localize.text("code.list")} @pointerdown=${keepFocus} @scroll=${this.#scrolled}>
        ${roomBefore > 0 ? html`<li class="room" role="presentation" ${ref(room(roomBefore))}></li>` : nothing}
        ${this.#matches.slice(start, end).map((entry, place) => {
          const index = start + place;
          return html`<li
            id="option-${index}"
            role="option"
            aria-setsize=${this.#matches.length}
            aria-posinset=${index + 1}
            aria-selected=${index === this.#active}
            class=${index === this.#active ? "active" : ""}
            @click=${() => this.#pick(index)}
          >
            <b>${entry.code}</b> ${entry.name}
          </li>`;
        })}
        ${roomAfter > 0 ? html`<li class="room" role="presentation" ${ref(room(roomAfter))}></li>` : nothing}
      </ul>
      <p class="note" role="status">${this.#note}</p>
    </div>`;
  }

  hostUpdated(): void {
    const popup = this.#host.shadowRoot?.querySelector<HTMLElement>("#codes");
    if (!popup?.isConnected) return;
    // Set here and not by templates: a row of a table is not drawn anew for it.
    if (this.#input) mark(this.#input, this.isOpen, this.#active);
    if (!this.isOpen) {
      if (this.#placed) popup.hidePopover();
      this.#placed = false;
      return;
    }
    if (!this.#placed) {
      popup.showPopover();
      this.#placed = true;
    }
    if (this.#input) place(popup, this.#input);
    const options = [...popup.querySelectorAll<HTMLElement>('[role="option"]')];
    this.#window.measured(options.reduce((height, option) => height + option.offsetHeight, 0));
    if (this.#isMoved) popup.querySelector(".active")?.scrollIntoView({ block: "nearest" });
    this.#isMoved = false;
  }

  readonly #scrolled = (event: Event): void => {
    const list = event.target as HTMLElement;
    if (this.#window.scrolled(list.scrollTop, list.clientHeight)) this.#host.requestUpdate();
  };

  get #note(): string {
    if (this.#status === "loading") return this.#localize.text("code.loading");
    if (this.#status === "failed") return this.#localize.text("code.failed");
    if (this.#status !== "open") return "";
    if (this.#matches.length === 0) return this.#localize.text("code.none");
    return typeof this.#source === "function" && this.#matches.length >= LIMIT
      ? this.#localize.text("code.more", { n: LIMIT })
      : this.#localize.text("code.count", { n: this.#matches.length });
  }

  #show(entries: readonly CodeListEntry[]): void {
    this.#matches = entries;
    this.#window.reset(entries.length);
    this.#host.shadowRoot?.querySelector("#listbox")?.scrollTo(0, 0);
    this.#become("open");
  }

  #become(status: "closed" | "open" | "loading" | "failed"): void {
    this.#status = status;
    if (status !== "open") {
      this.#matches = [];
      this.#window.reset(0);
      this.#active = -1;
    }
    this.#host.requestUpdate();
  }

  #move(step: number): void {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
    this.#window.show(this.#active);
    this.#isMoved = true;
    this.#host.requestUpdate();
  }

  #pick(index: number): void {
    const entry = this.#matches[index];
    this.close();
    if (entry) this.#choose(entry);
  }
}

/** The room that options out of sight take, in pixels. Set by script: a strict policy lets no style stand in markup. */
function room(height: number): (place: Element | undefined) => void {
  return (place) => {
    if (place instanceof HTMLElement) place.style.blockSize = `${height}px`;
  };
}

function mark(input: HTMLInputElement, open: boolean, active: number): void {
  // A control that was locked meanwhile is no combobox any more.
  if (input.getAttribute("role") === "combobox") input.setAttribute("aria-expanded", String(open));
  else input.removeAttribute("aria-expanded");
  if (open && active >= 0) input.setAttribute("aria-activedescendant", `option-${active}`);
  else input.removeAttribute("aria-activedescendant");
}

/** A click on an option must not take the focus from the input. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Under the input, or above it where there is more room. Set through the CSSOM: a strict style policy allows that. */
function place(popup: HTMLElement, input: HTMLElement): void {
  const box = input.getBoundingClientRect();
  const below = window.innerHeight - box.bottom;
  const above = box.top;
  const upward = below < 200 && above > below;
  const width = Math.min(Math.max(box.width, 320), window.innerWidth - 16);
  const start = input.matches(":dir(rtl)") ? box.right - width : box.left;
  popup.style.width = `${width}px`;
  popup.style.maxHeight = `${Math.max(120, Math.min(360, (upward ? above : below) - 12))}px`;
  popup.style.left = `${Math.max(8, Math.min(start, window.innerWidth - width - 8))}px`;
  popup.style.top = upward ? "auto" : `${box.bottom + 4}px`;
  popup.style.bottom = upward ? `${window.innerHeight - box.top + 4}px` : "auto";
}
