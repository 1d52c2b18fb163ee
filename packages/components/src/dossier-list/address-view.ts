import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type ListView, readView, usualView, writeView } from "./list-address.ts";

/** Milliseconds of rest before the address follows: browsers refuse pages that change it at every key. */
const rest = 300;

/** Keeps a list's view in the address of the page, where it is asked to, and follows the address when somebody goes back or on. */
export class AddressView implements ReactiveController {
  readonly #changed: (view: ListView) => void;
  #prefix: string | undefined;
  #usual = usualView;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, changed: (view: ListView) => void) {
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("popstate", this.#follow);
  }

  hostDisconnected(): void {
    window.removeEventListener("popstate", this.#follow);
    clearTimeout(this.#later);
  }

  /** Begins to keep views under names with this prefix, or stops where it is undefined. Gives the view to begin with. */
  keep(prefix: string | undefined, usual: ListView): ListView {
    this.#prefix = prefix;
    this.#usual = usual;
    return prefix === undefined ? usual : readView(new URLSearchParams(location.search), prefix, usual);
  }

  show(view: ListView): void {
    if (this.#prefix === undefined) return;
    const prefix = this.#prefix;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => {
      const address = new URL(location.href);
      address.search = writeView(address.searchParams, prefix, view, this.#usual).toString();
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    }, rest);
  }

  readonly #follow = (): void => {
    if (this.#prefix === undefined) return;
    clearTimeout(this.#later);
    this.#changed(readView(new URLSearchParams(location.search), this.#prefix, this.#usual));
  };
}
