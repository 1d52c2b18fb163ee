import { concat, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";

/** `pkcs7`: RFC 5652 6.3. `iso7816`: a one bit and zeros. `none`: whole blocks only. */
export type Padding = "none" | "pkcs7" | "iso7816";

/** The last, incomplete block (or nothing) with its padding. */
export function pad(rest: Bytes, blockLen: number, padding: Padding): Bytes {
  if (padding === "none") return rest;
  const count = blockLen - (rest.length % blockLen);
  const fill = new Uint8Array(count);
  if (padding === "pkcs7") fill.fill(count);
  else fill[0] = 0x80;
  return concat(rest, fill);
}

/** Throws `input.invalid` (`what: "padding"`). The same work is done for every padding of a block, right or wrong. */
export function unpad(last: Bytes, blockLen: number, padding: Padding): Bytes {
  if (padding === "none") return last;
  const at = last.length - blockLen;
  const count = at < 0 ? 0 : padding === "pkcs7" ? pkcs7(last, blockLen) : iso7816(last, blockLen);
  if (count === 0) throw new SignatureError("input.invalid", { what: "padding" });
  return last.slice(0, last.length - count);
}

function pkcs7(last: Bytes, blockLen: number): number {
  const count = last.at(-1) ?? 0;
  let wrong = count === 0 || count > blockLen ? 1 : 0;
  for (let i = 1; i <= blockLen; i++) {
    const counts = i <= count ? 255 : 0;
    wrong |= ((last.at(-i) ?? 0) ^ count) & counts;
  }
  return wrong === 0 ? count : 0;
}

function iso7816(last: Bytes, blockLen: number): number {
  let found = 0;
  let wrong = 0;
  for (let i = 1; i <= blockLen; i++) {
    const octet = last.at(-i) ?? 0;
    if (found === 0 && octet === 0x80) found = i;
    else if (found === 0 && octet !== 0) wrong = 1;
  }
  return wrong === 0 ? found : 0;
}
