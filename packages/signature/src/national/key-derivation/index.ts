export { hmac, MAXIMUM_ITERATIONS, pbkdf2, type Pbkdf2Question } from "./pbkdf2.ts";
export { pkcs12Key, pkcs12KeyInTurns, type Pkcs12Question } from "./pkcs12.ts";
export { sha1 } from "./sha1.ts";
export type { HashFunction } from "../hash/hash.ts";
export type { Mac } from "../hash/mac.ts";
