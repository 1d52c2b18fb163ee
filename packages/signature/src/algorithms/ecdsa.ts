import { oid, sequence } from "../der/write.ts";
import { ecdsaFromDer, ecdsaToDer } from "./ecdsa-value.ts";
import { FIELD_OCTETS } from "./public-key.ts";
import type { SignatureScheme } from "./scheme.ts";
import { SHA2 } from "./sha2.ts";
import { ecdsa, verifyByPlatform } from "./web-crypto.ts";

/** FIPS 186-5 section 6 on the NIST curves, over SHA-2. X.509 and CMS hold DER; WebCrypto and tokens `r‖s`. */
export const ECDSA_SIGNATURES: readonly SignatureScheme[] = SHA2.map(({ name: hash, suffix, ecdsa: id }) => ({
  id: `ECDSA-${suffix}`,
  family: "ECDSA",
  digest: hash,
  identifiers: [sequence(oid(id))],
  fits: (key) => key.kind === "EC",
  verify: async (input) => {
    if (input.key.kind !== "EC") return false;
    const { curve } = input.key;
    const signature = ecdsaFromDer(input.signature, FIELD_OCTETS[curve]);
    return signature !== null && verifyByPlatform({ ...input, signature }, ecdsa(hash, curve));
  },
  encode: (raw, key) => (key.kind === "EC" && raw.length === 2 * FIELD_OCTETS[key.curve] ? ecdsaToDer(raw) : null),
}));
