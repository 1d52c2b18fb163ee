import { FiscError } from "../model/errors.ts";

/** Marks that turn the direction of what follows: what is read is then not what is stored. */
export const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Characters without a shape: left behind by word processors, PDF and chat, or put there to hide a difference. */
export const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;

/** Control and private characters, and those that Unicode never gives a meaning; line ends and tabs are none of them. */
export const controls = /[^\P{Cc}\n\r\t]|[\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFFD]/u;

/**
 * Text as a field keeps it: NFC, without characters that have no shape, without blanks at the ends, lines ended by a line feed. What would
 * show otherwise than it reads is refused instead of mended.
 * @throws FiscError `text.bidi`, `text.control` (params `at`: UTF-16 unit), `text.not-unicode`
 */
export function typedText(text: string): string {
  if (!text.isWellFormed()) throw new FiscError("text.not-unicode");
  const turned = text.search(bidiControls);
  if (turned >= 0) throw new FiscError("text.bidi", { at: turned });
  const control = text.search(controls);
  if (control >= 0) throw new FiscError("text.control", { at: control });
  return text.replace(new RegExp(invisible, "gu"), "").replace(/\r\n?/g, "\n").normalize("NFC").trim();
}
