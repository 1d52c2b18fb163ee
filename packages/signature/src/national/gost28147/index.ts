export { gost28147, type Gost28147 } from "./cipher.ts";
export { gost28147UnwrapKey, gost28147WrapKey } from "./key-wrap.ts";
export { gost28147Counter, gost28147Mac } from "./modes.ts";
export { CRYPTOPRO_A, CRYPTOPRO_HASH, DKE_1, readSubstitution, TC26_Z, TEST_HASH, type Substitution } from "./substitution.ts";
export type { BlockCipher } from "../block-cipher/block-cipher.ts";
export { cbcDecrypt, cbcEncrypt, cfbDecrypt, cfbEncrypt, ecbDecrypt, ecbEncrypt, type CipherStream } from "../block-cipher/modes.ts";
export type { Padding } from "../block-cipher/padding.ts";
export type { Mac } from "../hash/mac.ts";
