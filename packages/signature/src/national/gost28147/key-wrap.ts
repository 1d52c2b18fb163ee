import { concat, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import { checkLength } from "../block-cipher/block-cipher.ts";
import { cfbDecrypt, cfbEncrypt } from "../block-cipher/modes.ts";
import { sameTag } from "../hash/mac.ts";
import { gost28147 } from "./cipher.ts";
import { gost28147Mac } from "./modes.ts";
import type { Substitution } from "./substitution.ts";

/** The start vector of the second pass: that of RFC 3217. */
const SECOND = Uint8Array.of(0x4a, 0xdd, 0xa2, 0x2c, 0x79, 0xe8, 0x21, 0x05);

/**
 * Wraps a key of 32 octets for envelopes (the scheme of RFC 3217 over GOST 28147): its MAC of 4 octets after it, CFB, turned round, CFB again. `iv`:
 * 8 random octets. 44 octets. Throws `input.invalid` for other lengths.
 */
export function gost28147WrapKey(keyEncryptionKey: Uint8Array, key: Uint8Array, iv: Uint8Array, substitution: Substitution): Bytes {
  checkLength(key, "key", 32);
  const cipher = gost28147(keyEncryptionKey, substitution);
  try {
    const tag = gost28147Mac(cipher).update(key).digest();
    const first = concat(iv, cfbEncrypt(cipher, iv).update(concat(key, tag)));
    return cfbEncrypt(cipher, SECOND).update(first.toReversed());
  } finally {
    cipher.destroy();
  }
}

/** Throws `input.invalid`: `what: "wrapped key"` for a wrong length, `"key encryption key"` where the MAC is not that of the key. */
export function gost28147UnwrapKey(keyEncryptionKey: Uint8Array, wrapped: Uint8Array, substitution: Substitution): Bytes {
  checkLength(wrapped, "wrapped key", 44);
  const cipher = gost28147(keyEncryptionKey, substitution);
  try {
    const first = cfbDecrypt(cipher, SECOND).update(wrapped).toReversed();
    const content = cfbDecrypt(cipher, first.subarray(0, 8)).update(first.subarray(8));
    const key = content.slice(0, 32);
    const same = sameTag(gost28147Mac(cipher).update(key).digest(), content.subarray(32));
    content.fill(0);
    if (same) return key;
    key.fill(0);
    throw new SignatureError("input.invalid", { what: "key encryption key" });
  } finally {
    cipher.destroy();
  }
}
