import type { ReactiveControllerHost } from "lit";

/**
 * From now on: where a drawing of the host takes away the element that has the focus, the focus goes on to the element that `next`
 * names, and not back to the top of the page (WCAG 2.4.3).
 */
export function keepFocus(
  host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
  next: (root: ShadowRoot) => HTMLElement | null,
): void {
  const root = (): ShadowRoot => host.renderRoot as ShadowRoot;
  let had: Element | null;
  host.addController({
    hostUpdate: () => void (had = root().activeElement),
    hostUpdated: () => {
      if (had && !had.isConnected && !root().activeElement) next(root())?.focus();
    },
  });
}
