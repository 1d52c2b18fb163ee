import { copy, type Bytes } from "../../bytes.ts";
import { BerFields, readBer, toDer } from "../../der/ber.ts";
import { TAG } from "../../der/read.ts";
import { openEncrypted } from "../encryption/open-encrypted.ts";
import type { LockedStore } from "../locked-store.ts";
import { readEncryptedKey } from "../pkcs12/safe-bags.ts";

/** One key by itself: EncryptedPrivateKeyInfo or PrivateKeyInfo of RFC 5958, in BER. Throws `der.malformed`. */
export function readPkcs8(file: Bytes): LockedStore {
  const what = "PKCS #8";
  const node = readBer(file, TAG.sequence, what);
  const locked = new BerFields(node, what).any().tag === TAG.sequence ? readEncryptedKey(node) : undefined;
  const plain = locked ? undefined : copy(toDer(node, what));
  return {
    format: "PKCS8",
    passwordNeeded: locked !== undefined,
    certificates: [],
    keyLabels: [],
    unlock: async (context) => {
      const privateKeyInfo = locked ? await openEncrypted(locked.algorithm, locked.data, context) : copy(plain ?? new Uint8Array());
      return { keys: [{ privateKeyInfo }], certificates: [] };
    },
  };
}
