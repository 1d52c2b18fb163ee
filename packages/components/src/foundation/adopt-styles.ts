import type { CSSResult } from "lit";

/** Gives an element the styles of a part of it that came later than the element. */
export function adoptStyles({ shadowRoot }: Element, { styleSheet }: CSSResult): void {
  if (shadowRoot && styleSheet && !shadowRoot.adoptedStyleSheets.includes(styleSheet)) shadowRoot.adoptedStyleSheets.push(styleSheet);
}
