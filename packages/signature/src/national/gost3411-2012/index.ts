export { gost34112012_256, gost34112012_512 } from "./gost3411-2012.ts";
export type { Hash, HashFunction } from "../hash/hash.ts";
