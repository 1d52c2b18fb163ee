/** The text in windows-1251; `undefined` where a character is not in it. */
export function windows1251(text: string): Uint8Array<ArrayBuffer> | undefined {
  const upper = new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i));
  const octets = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const at = unit < 128 ? unit : upper.indexOf(text.charAt(i));
    if (at < 0) return undefined;
    octets[i] = unit < 128 ? unit : 128 + at;
  }
  return octets;
}
