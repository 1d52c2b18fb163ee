import { compare, copy, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { contextTag, TAG } from "./read.ts";

export function encode(tag: number, ...content: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of content) length += part.length;
  let octets = 0;
  for (let rest = length; length >= 0x80 && rest > 0; rest = Math.floor(rest / 256)) octets++;
  const all = new Uint8Array(2 + octets + length);
  all[0] = tag;
  all[1] = octets > 0 ? 0x80 | octets : length;
  for (let at = 1 + octets, rest = length; at > 1; at--, rest = Math.floor(rest / 256)) all[at] = rest % 256;
  let at = 2 + octets;
  for (const part of content) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const sequence = (...items: readonly Uint8Array[]): Bytes => encode(TAG.sequence, ...items);

/** DER `SET OF`: sorted here, because most verifiers accept any order and so never catch a wrong one. */
export const setOf = (...items: readonly Uint8Array[]): Bytes => encode(TAG.set, ...items.toSorted(compare));

export const octetString = (content: Uint8Array): Bytes => encode(TAG.octetString, content);
export const bitString = (content: Uint8Array): Bytes => encode(TAG.bitString, Uint8Array.of(0), content);
export const nullValue = (): Bytes => encode(TAG.null);
export const booleanTrue = (): Bytes => encode(TAG.boolean, Uint8Array.of(0xff));
export const utf8String = (text: string): Bytes => encode(TAG.utf8String, new TextEncoder().encode(text.normalize("NFC")));
export const printableString = (text: string): Bytes => encode(TAG.printableString, new TextEncoder().encode(text));

/** EXPLICIT `[n]`. */
export const explicitTag = (n: number, content: Uint8Array): Bytes => encode(contextTag(n, true), content);

export function small(value: number): Bytes {
  const octets: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return unsigned(Uint8Array.from(octets));
}

/** INTEGER of a big-endian magnitude; leading zeros are dropped, the sign octet is added where needed. */
export function unsigned(magnitude: Uint8Array): Bytes {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start++;
  const octets = magnitude.length === 0 ? Uint8Array.of(0) : magnitude.subarray(start);
  return (octets[0] ?? 0) >= 0x80 ? encode(TAG.integer, Uint8Array.of(0), octets) : encode(TAG.integer, octets);
}

const oids = new Map<string, Bytes>();
/** Those of this package and its callers are fewer by far. */
const OIDS = 512;

export function oid(dotted: string): Bytes {
  const known = oids.get(dotted);
  if (known) return copy(known);
  const made = encodeOid(dotted);
  if (oids.size < OIDS) oids.set(dotted, copy(made));
  return made;
}

function encodeOid(dotted: string): Bytes {
  const arcs = dotted.split(".").map(Number);
  const [root = 0, second = 0, ...rest] = arcs;
  const octets: number[] = [];
  for (const arc of [root * 40 + second, ...rest]) {
    const group = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) group.unshift((left % 128) | 0x80);
    octets.push(...group);
  }
  return encode(TAG.oid, Uint8Array.from(octets));
}

/** BIT STRING of a named bit list: trailing zero bits are stripped (X.690 11.2.2). */
export function namedBits(bits: readonly number[]): Bytes {
  if (bits.length === 0) return encode(TAG.bitString, Uint8Array.of(0));
  const highest = Math.max(...bits);
  const octets = new Uint8Array(Math.floor(highest / 8) + 1);
  for (const bit of bits) {
    const index = Math.floor(bit / 8);
    octets[index] = (octets[index] ?? 0) | (0x80 >> (bit % 8));
  }
  return encode(TAG.bitString, Uint8Array.of(7 - (highest % 8)), octets);
}

/** UTCTime through 2049, GeneralizedTime from 2050 on (RFC 5280 4.1.2.5, RFC 5652 11.3); whole seconds. */
export function time(date: Date): Bytes {
  const year = date.getUTCFullYear();
  if (!(year >= 1950 && year <= 9999)) throw new SignatureError("input.invalid", { what: "time" });
  const text = date.toISOString().replace(/[-:T]/g, "").slice(0, 14) + "Z";
  const ascii = new TextEncoder().encode(year < 2050 ? text.slice(2) : text);
  return encode(year < 2050 ? TAG.utcTime : TAG.generalizedTime, ascii);
}
