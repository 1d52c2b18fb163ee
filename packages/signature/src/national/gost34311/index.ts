export { gost34311 } from "./gost34311.ts";
export { CRYPTOPRO_HASH, DKE_1, readSubstitution, TEST_HASH, type Substitution } from "../gost28147/substitution.ts";
export type { Hash, HashFunction } from "../hash/hash.ts";
