import { sha1 as legacy } from "@noble/hashes/legacy.js";
import { type Hash, type HashFunction, hashFunction } from "../hash/hash.ts";

/** SHA-1, for the derivation and the MAC of old key stores only. WebCrypto has it too, but takes a promise for each of thousands of steps. */
export const sha1: HashFunction = /* @__PURE__ */ hashFunction({ blockLen: 64, outputLen: 20 }, () => legacy.create() as unknown as Hash);
