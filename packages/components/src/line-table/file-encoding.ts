/** Encodings that files of offices still come in, by their labels in the Encoding Standard. */
export const encodings: readonly string[] = ["utf-8", "utf-16le", "windows-1251", "ibm866", "koi8-u", "windows-1258", "windows-1252"];

/** Text of a file: by its byte order mark, as UTF-8 where it is that, else as the fallback says. `encoding`: the person chose it. */
export function decodeText(bytes: Uint8Array, encoding: string, fallback: string): { readonly text: string; readonly encoding: string } {
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16le" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder(fallback).decode(bytes), encoding: fallback };
  }
}

/** What offices wrote in before UTF-8 where this language is written. */
export function fallbackEncoding(locale: string): string {
  const language = new Intl.Locale(locale).language;
  if (language === "vi") return "windows-1258";
  return ["uk", "ru", "kk", "be", "bg"].includes(language) ? "windows-1251" : "windows-1252";
}
