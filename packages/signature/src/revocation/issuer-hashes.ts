import { registryOf } from "../algorithms/algorithms.ts";
import type { CryptoOption } from "../algorithms/scheme.ts";
import { webCrypto } from "../algorithms/verify.ts";
import { equal, type Bytes } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { DerFields, readDer, TAG } from "../der/read.ts";
import { readBitOctets } from "../der/values.ts";
import { nullValue, oid, sequence } from "../der/write.ts";

const SHA1: readonly Bytes[] = [sequence(oid("1.3.14.3.2.26"), nullValue()), sequence(oid("1.3.14.3.2.26"))];

/** SHA-1 is taken here, and here only: it names the issuer (RFC 5019 2.1.1), and what it names is verified by signature. */
export function digestOf(identifier: Bytes, option: CryptoOption): ((bytes: Bytes) => Promise<Bytes>) | undefined {
  if (SHA1.some((form) => equal(form, identifier))) return (bytes) => sha1(bytes, option);
  const scheme = registryOf(option).identifyDigest(identifier);
  return scheme && ((bytes) => scheme.digest(bytes, option));
}

export async function sha1(bytes: Bytes, option: CryptoOption): Promise<Bytes> {
  return new Uint8Array(await webCrypto(option).digest("SHA-1", bytes));
}

/** The subjectPublicKey without tag, length and unused bits: what key hashes are over (RFC 6960 4.1.1, 4.2.1). */
export function keyOctets({ spki }: Certificate): Bytes {
  const fields = new DerFields(readDer(spki, TAG.sequence, "public key"), "public key");
  fields.next(TAG.sequence);
  return readBitOctets(fields.next(TAG.bitString));
}
