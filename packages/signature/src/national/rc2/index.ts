export { rc2 } from "./rc2.ts";
export type { BlockCipher } from "../block-cipher/block-cipher.ts";
export { cbcDecrypt, cbcEncrypt, ecbDecrypt, ecbEncrypt, type CipherStream } from "../block-cipher/modes.ts";
export type { Padding } from "../block-cipher/padding.ts";
