import { toHex, type Bytes } from "../bytes.ts";
import { malformed, TAG, type DerNode } from "./read.ts";

/** Dotted decimal. */
export function readOid(node: DerNode): string {
  const { content } = node;
  if (node.tag !== TAG.oid || content.length === 0 || content.length > 64) throw malformed("oid");
  let text = "";
  let arc: number | bigint = 0;
  let fresh = true;
  for (const byte of content) {
    if (fresh && byte === 0x80) throw malformed("oid");
    // arcs have no limit; nearly all of them fit into a number
    if (typeof arc === "number" && arc >= 2 ** 45) arc = BigInt(arc);
    arc = typeof arc === "number" ? arc * 128 + (byte & 0x7f) : (arc << 7n) | BigInt(byte & 0x7f);
    fresh = byte < 0x80;
    if (!fresh) continue;
    if (text === "") {
      const root = arc < 40 ? 0 : arc < 80 ? 1 : 2;
      text = `${root}.${typeof arc === "number" ? arc - root * 40 : arc - BigInt(root * 40)}`;
    } else text += `.${arc}`;
    arc = 0;
  }
  if (!fresh) throw malformed("oid");
  return text;
}

/** Content octets of an INTEGER in shortest two's complement form (X.690 8.3.2). */
function integerOctets(node: DerNode): Bytes {
  const { content } = node;
  const [first, second] = content;
  if (node.tag !== TAG.integer || first === undefined) throw malformed("integer");
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) throw malformed("integer");
  return content;
}

/** Magnitude of a non-negative INTEGER without the sign octet. */
export function readUnsigned(node: DerNode): Bytes {
  const octets = integerOctets(node);
  if ((octets[0] ?? 0) >= 0x80) throw malformed("integer");
  return octets.length > 1 && octets[0] === 0 ? octets.subarray(1) : octets;
}

/** Hex of the content octets, as printed on certificates. */
export function readSerial(node: DerNode): string {
  return toHex(readUnsigned(node));
}

/** 0 to 2^31 - 1. */
export function readSmall(node: DerNode): number {
  const octets = readUnsigned(node);
  if (octets.length > 4) throw malformed("integer");
  const value = octets.reduce((sum, byte) => sum * 256 + byte, 0);
  if (value > 0x7fffffff) throw malformed("integer");
  return value;
}

export function readBoolean(node: DerNode): boolean {
  const value = node.content[0];
  if (node.tag !== TAG.boolean || node.content.length !== 1 || (value !== 0 && value !== 0xff)) throw malformed("boolean");
  return value === 0xff;
}

export function readOctets(node: DerNode): Bytes {
  if (node.tag !== TAG.octetString) throw malformed("octet string");
  return node.content;
}

/** A BIT STRING that holds whole octets. */
export function readBitOctets(node: DerNode): Bytes {
  if (node.tag !== TAG.bitString || node.content[0] !== 0) throw malformed("bit string");
  return node.content.subarray(1);
}

/** Numbers of the bits that are set in a named bit list; bit 0 is the highest of the first octet. */
export function readNamedBits(node: DerNode): number[] {
  const unused = node.content[0];
  const octets = node.content.subarray(1);
  const last = octets.at(-1);
  if (node.tag !== TAG.bitString || unused === undefined || unused > 7 || (last === undefined && unused !== 0))
    throw malformed("bit string");
  // DER 11.2.2 strips trailing zero bits of a named list, so the last used bit is set
  if (last !== undefined && ((last & ((1 << unused) - 1)) !== 0 || (last & (1 << unused)) === 0)) throw malformed("bit string");
  const set: number[] = [];
  octets.forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit++) if (octet & (0x80 >> bit)) set.push(index * 8 + bit);
  });
  return set;
}

export function isNull(node: DerNode): boolean {
  return node.tag === TAG.null && node.content.length === 0;
}

/** UTCTime or GeneralizedTime in the forms of RFC 5280 4.1.2.5: seconds, `Z`, no fraction. */
export function readTime(node: DerNode): Date {
  const text = String.fromCharCode(...node.content.subarray(0, 20));
  let digits: string;
  if (node.tag === TAG.utcTime && /^\d{12}Z$/.test(text)) digits = (Number(text.slice(0, 2)) < 50 ? "20" : "19") + text;
  else if (node.tag === TAG.generalizedTime && /^\d{14}Z$/.test(text)) digits = text;
  else throw malformed("time");
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}T${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12, 14)}.000Z`;
  const date = new Date(iso);
  // Date rolls 31 February over: only a round trip proves a real calendar date
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw malformed("time");
  return date;
}

/** Text of a directory string in NFC, or `null` where the tag is not a string type or its octets are not valid. */
export function readText(node: DerNode): string | null {
  const { content } = node;
  try {
    switch (node.tag) {
      case TAG.utf8String:
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content).normalize("NFC");
      case TAG.printableString:
      case TAG.ia5String:
        return content.every((byte) => byte < 0x80) ? new TextDecoder().decode(content) : null;
      case TAG.teletexString: {
        let text = "";
        for (const byte of content) text += String.fromCharCode(byte);
        return text.normalize("NFC");
      }
      case TAG.bmpString:
        return content.length % 2 === 0 ? decodeWide(content, 2) : null;
      case TAG.universalString:
        return content.length % 4 === 0 ? decodeWide(content, 4) : null;
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** Big-endian code units; throws `RangeError` on a code point that does not exist. */
function decodeWide(content: Bytes, width: 2 | 4): string {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let text = "";
  for (let at = 0; at < content.length; at += width) {
    text += width === 2 ? String.fromCharCode(view.getUint16(at)) : String.fromCodePoint(view.getUint32(at));
  }
  return text.normalize("NFC");
}
