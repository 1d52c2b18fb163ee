import { concat, type Bytes } from "../../bytes.ts";
import { readDer, TAG } from "../../der/read.ts";
import { octetString } from "../../der/write.ts";
import type { Dstu4145Value } from "./signature.ts";

/** r‖s, as CMS holds it, to what X.509 holds: an OCTET STRING around it. */
export function writeDstu4145OctetString(value: Bytes): Bytes {
  return octetString(value);
}

/** As X.509 holds it: an OCTET STRING with r‖s, little-endian. CMS holds r‖s as it is, in an OCTET STRING of its own. */
export function writeDstu4145Value({ r, s }: Dstu4145Value): Bytes {
  return writeDstu4145OctetString(concat(r, s));
}

/** Either form; `octets` of r and of s tell them apart. `null` where it is neither. */
export function readDstu4145Value(value: Bytes, octets: number): Dstu4145Value | null {
  try {
    const both = value.length === 2 * octets ? value : readDer(value, TAG.octetString, "DSTU 4145 value").content;
    return both.length === 2 * octets ? { r: both.slice(0, octets), s: both.slice(octets) } : null;
  } catch {
    return null;
  }
}
