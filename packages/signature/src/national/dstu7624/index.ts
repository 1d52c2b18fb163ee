export { dstu7624 } from "./cipher.ts";
export { dstu7624UnwrapKey, dstu7624WrapKey } from "./key-wrap.ts";
export { dstu7624Cmac, dstu7624Counter } from "./modes.ts";
export type { BlockCipher } from "../block-cipher/block-cipher.ts";
export { cbcDecrypt, cbcEncrypt, cfbDecrypt, cfbEncrypt, ecbDecrypt, ecbEncrypt, type CipherStream } from "../block-cipher/modes.ts";
export type { Padding } from "../block-cipher/padding.ts";
export type { Mac } from "../hash/mac.ts";
