import type { Bytes } from "../bytes.ts";
import { explicitTag, nullValue, oid, sequence, small } from "../der/write.ts";
import type { SignatureScheme } from "./scheme.ts";
import { SHA2 } from "./sha2.ts";
import { verifyByWebCrypto } from "./web-crypto.ts";

const PSS = "1.2.840.113549.1.1.10";
const MGF1 = "1.2.840.113549.1.1.8";
const RSA_ENCRYPTION: readonly Bytes[] = [sequence(oid("1.2.840.113549.1.1.1"), nullValue()), sequence(oid("1.2.840.113549.1.1.1"))];

/** RFC 4055 3.1: one hash for message and mask, salt as long as the hash, default trailer. RFC 4055 2.1 asks for both forms of the hash's parameters. */
function pssIdentifiers(hash: string, salt: number): Bytes[] {
  return [sequence(oid(hash), nullValue()), sequence(oid(hash))].map((identifier) =>
    sequence(oid(PSS), sequence(explicitTag(0, identifier), explicitTag(1, sequence(oid(MGF1), identifier)), explicitTag(2, small(salt)))),
  );
}

/** RFC 8017 8.2 and 8.1, over SHA-2. */
export const RSA_SIGNATURES: readonly SignatureScheme[] = SHA2.flatMap(
  ({ name: hash, suffix, oid: id, octets, rsa }): SignatureScheme[] => [
    {
      id: `RSA-PKCS1-${suffix}`,
      family: "RSA-PKCS1",
      digest: hash,
      identifiers: [sequence(oid(rsa), nullValue()), sequence(oid(rsa))],
      keyIdentifiers: RSA_ENCRYPTION,
      fits: (key) => key.kind === "RSA",
      verify: (input) => verifyByWebCrypto(input, { name: "RSASSA-PKCS1-v1_5", hash }, "RSASSA-PKCS1-v1_5"),
    },
    {
      id: `RSA-PSS-${suffix}`,
      family: "RSA-PSS",
      digest: hash,
      identifiers: pssIdentifiers(id, octets),
      fits: (key) => key.kind === "RSA",
      verify: (input) => verifyByWebCrypto(input, { name: "RSA-PSS", hash }, { name: "RSA-PSS", saltLength: octets }),
    },
  ],
);
