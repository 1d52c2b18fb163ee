import { concat, type Bytes } from "../bytes.ts";
import { DerFields, readDer, TAG } from "../der/read.ts";
import { readUnsigned } from "../der/values.ts";
import { sequence, unsigned } from "../der/write.ts";

/** `r‖s` (WebCrypto, PKCS#11) to the `Ecdsa-Sig-Value` of RFC 3279 2.2.3. */
export function ecdsaToDer(raw: Uint8Array): Bytes {
  const half = raw.length / 2;
  return sequence(unsigned(raw.subarray(0, half)), unsigned(raw.subarray(half)));
}

/** `null` where the value is not strict DER, or a number does not fit into `octets`. */
export function ecdsaFromDer(value: Bytes, octets: number): Bytes | null {
  try {
    const fields = new DerFields(readDer(value, TAG.sequence, "ECDSA value"), "ECDSA value");
    const r = readUnsigned(fields.next(TAG.integer));
    const s = readUnsigned(fields.next(TAG.integer));
    fields.end();
    if (r.length > octets || s.length > octets) return null;
    return concat(new Uint8Array(octets - r.length), r, new Uint8Array(octets - s.length), s);
  } catch {
    return null;
  }
}
