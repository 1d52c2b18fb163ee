import { nullValue, oid, sequence } from "../der/write.ts";
import type { DigestScheme, StandardDigest } from "./scheme.ts";
import { platformDigest } from "./web-crypto.ts";

/** With what RSA and ECDSA call it: OIDs of RFC 4055 5 and RFC 5758 3.2. */
export const SHA2: readonly {
  readonly name: StandardDigest;
  readonly suffix: "SHA256" | "SHA384" | "SHA512";
  readonly oid: string;
  readonly octets: number;
  readonly rsa: string;
  readonly ecdsa: string;
}[] = [
  {
    name: "SHA-256",
    suffix: "SHA256",
    oid: "2.16.840.1.101.3.4.2.1",
    octets: 32,
    rsa: "1.2.840.113549.1.1.11",
    ecdsa: "1.2.840.10045.4.3.2",
  },
  {
    name: "SHA-384",
    suffix: "SHA384",
    oid: "2.16.840.1.101.3.4.2.2",
    octets: 48,
    rsa: "1.2.840.113549.1.1.12",
    ecdsa: "1.2.840.10045.4.3.3",
  },
  {
    name: "SHA-512",
    suffix: "SHA512",
    oid: "2.16.840.1.101.3.4.2.3",
    octets: 64,
    rsa: "1.2.840.113549.1.1.13",
    ecdsa: "1.2.840.10045.4.3.4",
  },
];

/** Parameters absent, as RFC 5754 2 asks of writers; readers take NULL too. */
export const SHA2_DIGESTS: readonly DigestScheme[] = SHA2.map(({ name, oid: id }) => ({
  name,
  identifiers: [sequence(oid(id)), sequence(oid(id), nullValue())],
  digest: (bytes, option) => platformDigest(name, bytes, option),
}));
