import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { CodeListEntry } from "@fisc/core";
import { adoptStyles } from "./adopt-styles.ts";
import type { ComboboxList } from "./combobox-list.ts";
import { onFirstTouch } from "./first-touch.ts";
import type { Localize } from "./localize.ts";

/** Where codes come from: a list at hand, or a search that the gateway answers. */
export type CodeSource = readonly CodeListEntry[] | ((text: string, limit: number) => Promise<readonly CodeListEntry[]>);

type ListScript = typeof import("./combobox-list.ts");
let script: ListScript | undefined;

/** Loads what draws lists of codes. A page may call it ahead of the first touch. */
export async function loadCombobox(): Promise<ListScript> {
  return (script ??= await import("./combobox-list.ts"));
}

/**
 * The list of codes of its host. Its script comes when somebody first touches the host; a code that is typed before it is there, or
 * without it, is a code all the same.
 */
export class Combobox {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #localize: Localize;
  readonly #choose: (entry: CodeListEntry) => void;
  readonly #codes: (() => CodeSource) | undefined;
  #list: ComboboxList | undefined;
  #wanted: (() => void) | undefined;

  /** `codes`: the list that the host is about to be searched in, so that it can be made ready. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    localize: Localize,
    choose: (entry: CodeListEntry) => void,
    codes?: () => CodeSource,
  ) {
    this.#codes = codes;
    this.#host = host;
    this.#localize = localize;
    this.#choose = choose;
    onFirstTouch(host, () => this.#load());
  }

  get isOpen(): boolean {
    return this.#list?.isOpen ?? false;
  }

  /** Whether the list now serves this input. */
  serves(input: EventTarget | null): boolean {
    return this.#list?.serves(input) ?? false;
  }

  /** The input that was served last. */
  get input(): HTMLInputElement | undefined {
    return this.#list?.input;
  }

  open(input: HTMLInputElement, source: CodeSource, text: string): void {
    this.#wanted = () => this.#list?.open(input, source, text);
    this.#load();
  }

  close(): void {
    this.#wanted = undefined;
    this.#list?.close();
  }

  /** Takes the keys of the pattern. Gives true where the key is spent. */
  keydown(event: KeyboardEvent, input: HTMLInputElement, source: CodeSource): boolean {
    if (this.#list) return this.#list.keydown(event, input, source);
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.isComposing || event.ctrlKey || event.metaKey) return false;
    event.preventDefault();
    this.open(input, source, event.altKey ? input.value : "");
    return true;
  }

  render(): TemplateResult | typeof nothing {
    return this.#list?.render() ?? nothing;
  }

  #load(): void {
    void this.#localize.load(["codes"]).catch(() => undefined);
    if (script) this.#take(script);
    else
      loadCombobox().then(
        (loaded) => this.#take(loaded),
        () => undefined,
      );
  }

  #take({ ComboboxList: List, comboboxStyles }: ListScript): void {
    if (!this.#list) {
      this.#list = new List(this.#host, this.#localize, this.#choose);
      adoptStyles(this.#host, comboboxStyles);
      if (this.#codes) this.#list.prepare(this.#codes());
      this.#host.requestUpdate();
    }
    this.#wanted?.();
    this.#wanted = undefined;
  }
}
