/** Registers a tag once: a second copy of the SDK on the page keeps the first one's element instead of throwing. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
