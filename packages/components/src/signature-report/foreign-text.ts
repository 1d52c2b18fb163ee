/** Characters that are not seen, that turn the direction of what follows, or that have no meaning. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFD]/gu;
/** More marks on one letter than any language puts there hide what stands above and below. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

const LONGEST = 160;

export interface ForeignText {
  readonly text: string;
  /** Something was left out at the end. */
  readonly shortened: boolean;
}

/**
 * Text out of a certificate or a file, which a stranger wrote, as it may be shown: what could not be seen or would turn other text stands there as its
 * code point (`⟨U+202E⟩`), and no more than `longest` characters of it. Draw it isolated (`<bdi>`): letters of right-to-left scripts stay.
 */
export function foreignText(value: string, longest: number = LONGEST): ForeignText {
  // Cut first: a megabyte is not looked through for the sake of a line.
  const letters = Array.from(value.slice(0, longest * 4).toWellFormed());
  const kept = letters.slice(0, longest).join("").normalize("NFC");
  const text = kept.replace(piledMarks, "$1").replace(unseen, (found) => `⟨U+${codePoint(found)}⟩`);
  return { text, shortened: letters.length > longest || value.length > longest * 4 };
}

function codePoint(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
