import { nullValue, oid, sequence } from "../der/write.ts";
import { ecdsaFromDer, ecdsaToDer } from "./ecdsa-value.ts";
import { FIELD_OCTETS } from "./public-key.ts";
import type { AlgorithmPackage } from "./registry.ts";
import { RSA_ENCRYPTION } from "./rsa.ts";
import { ecdsa, pkcs1, platformDigest, verifyByPlatform } from "./web-crypto.ts";

const SHA1 = "1.3.14.3.2.26";
const RSA_SHA1 = "1.2.840.113549.1.1.5";

/**
 * What signatures of an archive may still be over (RFC 3370, RFC 3279). Not in the standard registry: hand it in only with a policy that
 * ends it, like `ENDED_WITH_2013`, as anybody can make two documents with one SHA-1 today.
 */
export const SHA1_ALGORITHMS: AlgorithmPackage = {
  digests: [
    {
      name: "SHA-1",
      identifiers: [sequence(oid(SHA1)), sequence(oid(SHA1), nullValue())],
      digest: (bytes, option) => platformDigest("SHA-1", bytes, option),
    },
  ],
  signatures: [
    {
      id: "RSA-PKCS1-SHA1",
      family: "RSA-PKCS1",
      digest: "SHA-1",
      identifiers: [sequence(oid(RSA_SHA1), nullValue()), sequence(oid(RSA_SHA1))],
      keyIdentifiers: RSA_ENCRYPTION,
      fits: (key) => key.kind === "RSA",
      verify: (input) => verifyByPlatform(input, pkcs1("SHA-1")),
    },
    {
      id: "ECDSA-SHA1",
      family: "ECDSA",
      digest: "SHA-1",
      identifiers: [sequence(oid("1.2.840.10045.4.1"))],
      fits: (key) => key.kind === "EC",
      verify: async (input) => {
        if (input.key.kind !== "EC") return false;
        const { curve } = input.key;
        const signature = ecdsaFromDer(input.signature, FIELD_OCTETS[curve]);
        return signature !== null && verifyByPlatform({ ...input, signature }, ecdsa("SHA-1", curve));
      },
      encode: (raw, key) => (key.kind === "EC" && raw.length === 2 * FIELD_OCTETS[key.curve] ? ecdsaToDer(raw) : null),
    },
  ],
};
