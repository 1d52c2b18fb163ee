import { fromBase64 } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import type { BlockCipher } from "../block-cipher/block-cipher.ts";

/*
 * Only to open old key stores. Time and memory access do not depend on key or text: the key's table and the mashing rounds look at every
 * entry and keep the one that is meant by a mask.
 */

/** PITABLE of RFC 2268 section 2. */
const piTable = (): Uint8Array => {
  const octets = fromBase64(
    "2Xj5xBndte0o6f15SqDYncZ+N4MrdlOOYkxkiESL+6IXmln1h7NPE2FFbY0JgX0yvY9A64a3ewvwlSEiXGtOglTWZZPOYLIcc1bAFKeM8dwSdcofO77k0UI91DCjPLYmb78O2kZpB1cn8h2bvJRDA/gRx/aQ7z7nBsPVL8hmHtcI6OregFLu94Sqcqw1TWoqlhrScVoVSXRLn9BeBBik7MLgQW4PUcvMJJGvUKH0cDmZfDqFI7i0evwCNlslVZcxLV36mOOKkq4F3ykQZ2y6ydMA5s/hnqgsYxYBP1jiiakNODQbqzP/sLtIDF+5sc0uxfPbR+WlnHcKpiBo/n/BrQ==",
  );
  if (!octets) throw new TypeError("constants are base64");
  return octets;
};

/** `table[index]`, having read it all. */
function choose(table: ArrayLike<number>, index: number): number {
  let found = 0;
  for (let i = 0; i < table.length; i++) found |= (table[i] as number) & (((i ^ index) - 1) >> 31);
  return found;
}

/** RFC 2268 section 2: 64 words of 16 bits. */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const pi = piTable();
  const octets = new Uint8Array(128);
  octets.set(key);
  for (let i = key.length; i < 128; i++) octets[i] = choose(pi, ((octets[i - 1] as number) + (octets[i - key.length] as number)) & 255);
  const effective = (effectiveBits + 7) >> 3;
  const mask = 255 >> (8 * effective - effectiveBits);
  octets[128 - effective] = choose(pi, (octets[128 - effective] as number) & mask);
  for (let i = 127 - effective; i >= 0; i--) octets[i] = choose(pi, (octets[i + 1] as number) ^ (octets[i + effective] as number));
  const words = Uint16Array.from({ length: 64 }, (_, i) => (octets[2 * i] as number) | ((octets[2 * i + 1] as number) << 8));
  octets.fill(0);
  return words;
}

const TURNS = [1, 2, 3, 5] as const;
/** After which of the sixteen mixing rounds a mashing one comes. */
const mashAfter = (round: number): boolean => round === 4 || round === 10;

/**
 * RC2 (RFC 2268). `effectiveBits`: 40 or 128 in PKCS#12; by default all of the key. Throws `input.invalid` for keys beyond 1…128 octets and
 * effective bits beyond 1…1024.
 */
export function rc2(key: Uint8Array, effectiveBits: number = 8 * key.length): BlockCipher {
  if (key.length < 1 || key.length > 128 || !Number.isInteger(effectiveBits) || effectiveBits < 1 || effectiveBits > 1024)
    throw new SignatureError("input.invalid", { what: "key", octets: key.length });
  const k = expandKey(key, effectiveBits);
  const r = new Uint16Array(4);
  const word = (i: number): number => r[i & 3] as number;
  const mixed = (i: number, round: number): number =>
    (k[4 * round + i] as number) + (word(i + 3) & word(i + 2)) + (~word(i + 3) & word(i + 1));

  const load = (block: Uint8Array): void => {
    for (let i = 0; i < 4; i++) r[i] = (block[2 * i] as number) | ((block[2 * i + 1] as number) << 8);
  };
  const store = (block: Uint8Array): void => {
    for (let i = 0; i < 8; i++) block[i] = word(i >> 1) >> (8 * (i & 1));
  };
  return {
    blockLen: 8,
    encrypt(block: Uint8Array): void {
      load(block);
      for (let round = 0; round < 16; round++) {
        for (const [i, turn] of TURNS.entries()) {
          const sum = (word(i) + mixed(i, round)) & 0xffff;
          r[i] = (sum << turn) | (sum >> (16 - turn));
        }
        if (mashAfter(round)) for (let i = 0; i < 4; i++) r[i] = word(i) + choose(k, word(i + 3) & 63);
      }
      store(block);
    },
    decrypt(block: Uint8Array): void {
      load(block);
      for (let round = 15; round >= 0; round--) {
        if (mashAfter(round)) for (let i = 3; i >= 0; i--) r[i] = word(i) - choose(k, word(i + 3) & 63);
        for (let i = 3; i >= 0; i--) {
          const turn = TURNS[i] as number;
          r[i] = ((word(i) >> turn) | (word(i) << (16 - turn))) & 0xffff;
          r[i] = word(i) - mixed(i, round);
        }
      }
      store(block);
    },
    destroy(): void {
      k.fill(0);
      r.fill(0);
    },
  };
}
