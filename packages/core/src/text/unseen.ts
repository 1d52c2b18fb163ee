import { bidiControls, controls, invisible } from "./typed.ts";

/** The first character that people would not see, or that turns what follows it; null where there is none. */
export function unseenIn(text: string): { readonly found: string; readonly at: number } | null {
  const at = [bidiControls, controls, invisible].reduce((first, pattern) => {
    const place = text.search(pattern);
    return place >= 0 && (first < 0 || place < first) ? place : first;
  }, -1);
  return at < 0 ? null : { found: codePoint(text.codePointAt(at)), at };
}

/** `U+202E` */
export function codePoint(value: number | undefined): string {
  return `U+${(value ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
