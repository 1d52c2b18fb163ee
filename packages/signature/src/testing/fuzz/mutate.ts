import { concat, fromHex, type Bytes } from "../../bytes.ts";
import { encode } from "../../der/write.ts";
import type { SeededRandom } from "./random.ts";

type Mutation = (bytes: Bytes, random: SeededRandom) => Bytes;

/** Octets that decide how others are read: tags, lengths, ends. */
const TELLING = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x17, 0x24, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xa1, 0xff];

const replaceAt = (bytes: Bytes, at: number, value: number): Bytes => bytes.map((byte, index) => (index === at ? value : byte));
const replaceRange = (bytes: Bytes, from: number, to: number, put: Uint8Array): Bytes =>
  concat(bytes.subarray(0, from), put, bytes.subarray(to));

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const at = random.below(bytes.length);
    return replaceAt(bytes, at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
  },
  (bytes, random) => replaceAt(bytes, random.below(bytes.length), random.below(256)),
  (bytes, random) => replaceAt(bytes, random.below(bytes.length), random.pick(TELLING) ?? 0),
  (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  (bytes, random) => concat(bytes, random.bytes(1 + random.below(20))),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return replaceRange(bytes, at, at, random.bytes(1 + random.below(12)));
  },
  (bytes, random) => {
    const at = random.below(bytes.length);
    return replaceRange(bytes, at, Math.min(bytes.length, at + 1 + random.below(40)), new Uint8Array());
  },
  // an element in another's place, twice, or not at all
  (bytes, random) => {
    const from = random.pick(elementsOf(bytes));
    const to = random.pick(elementsOf(bytes));
    return from && to ? replaceRange(bytes, to.start, to.end, bytes.subarray(from.start, from.end)) : bytes;
  },
  (bytes, random) => {
    const one = random.pick(elementsOf(bytes));
    return one ? replaceRange(bytes, one.end, one.end, bytes.subarray(one.start, one.end)) : bytes;
  },
  (bytes, random) => {
    const one = random.pick(elementsOf(bytes));
    return one ? replaceRange(bytes, one.start, one.end, new Uint8Array()) : bytes;
  },
  (bytes, random) => {
    const one = random.pick(elementsOf(bytes));
    return one ? replaceRange(bytes, one.start, one.end, makeElement(random, 3)) : bytes;
  },
];

/** One to four things done to the octets. */
export function mutate(bytes: Bytes, random: SeededRandom): Bytes {
  let mutated = bytes;
  for (let count = 1 + random.below(random.below(4) + 1); count > 0 && mutated.length > 0; count--) {
    const mutation = random.pick(MUTATIONS);
    if (mutation) mutated = mutation(mutated, random);
  }
  return mutated;
}

interface Element {
  readonly start: number;
  readonly end: number;
}

/** Where elements of ASN.1 seem to stand; good enough to move them about, whatever the octets are. */
function elementsOf(bytes: Bytes): Element[] {
  const found: Element[] = [];
  const open = [{ start: 0, end: bytes.length }];
  for (let range = open.pop(); range && found.length < 500; range = open.pop()) {
    for (let at = range.start; at + 2 <= range.end && found.length < 500;) {
      const first = bytes[at + 1] ?? 0;
      const octets = first < 0x80 ? 0 : first & 0x7f;
      if (octets > 3) break;
      let length = first;
      if (octets > 0) length = bytes.subarray(at + 2, at + 2 + octets).reduce((sum, byte) => sum * 256 + byte, 0);
      const content = at + 2 + octets;
      const end = content + length;
      if (end > range.end) break;
      found.push({ start: at, end });
      if (((bytes[at] ?? 0) & 0x20) !== 0) open.push({ start: content, end });
      at = end;
    }
  }
  return found;
}

const PRIMITIVE = [0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1e, 0x80, 0x81, 0x82, 0x86];
const CONSTRUCTED = [0x30, 0x30, 0x30, 0x31, 0x24, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4];
const KNOWN_OIDS = [
  "2a864886f70d010702",
  "2a864886f70d010701",
  "2a864886f70d010903",
  "2a864886f70d010904",
  "2a864886f70d0109100104",
  "2a864886f70d010910020e",
  "2a864886f70d010910022f",
  "608648016503040201",
  "2a8648ce3d040302",
  "2a864886f70d01010a",
  "551d13",
  "551d1e",
  "2b0601050507300101",
];

/** ASN.1 that is well formed and means nothing. */
export function makeElement(random: SeededRandom, depth: number): Bytes {
  if (depth > 0 && random.below(3) > 0) {
    const parts = Array.from({ length: random.below(6) }, () => makeElement(random, depth - 1));
    return encode(random.pick(CONSTRUCTED) ?? 0x30, ...parts);
  }
  const tag = random.pick(PRIMITIVE) ?? 0x05;
  if (tag === 0x06) return encode(tag, fromHex(random.pick(KNOWN_OIDS) ?? "2a03") ?? new Uint8Array());
  if (tag === 0x17) return encode(tag, new TextEncoder().encode("261121080000Z"));
  return encode(tag, random.bytes(random.below(random.below(8) === 0 ? 200 : 12)));
}
