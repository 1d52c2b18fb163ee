export { dstu7564_256, dstu7564_384, dstu7564_512 } from "./dstu7564.ts";
export { dstu7564Kmac } from "./kmac.ts";
export type { Hash, HashFunction } from "../hash/hash.ts";
export type { Mac } from "../hash/mac.ts";
