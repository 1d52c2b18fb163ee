/**
 * Runs `load` once somebody begins to work in `host`: what the first sight of a page does not need is fetched then, before it is
 * needed, for the network may be gone by that time. Where it is gone already, as soon as it is back.
 */
export function onFirstTouch(host: HTMLElement, load: () => void): void {
  const touches = ["pointerdown", "keydown", "focusin"] as const;
  const touched = (): void => {
    for (const name of touches) host.removeEventListener(name, touched);
    if (navigator.onLine) load();
    else window.addEventListener("online", load, { once: true });
  };
  for (const name of touches) host.addEventListener(name, touched);
}
