import { concat, type Bytes } from "../../bytes.ts";
import { readDer, TAG } from "../../der/read.ts";
import { octetString } from "../../der/write.ts";
import type { Dstu4145Value } from "./signature.ts";

/** As X.509 and CMS hold it: an OCTET STRING with r‖s, little-endian. */
export function writeDstu4145Value({ r, s }: Dstu4145Value): Bytes {
  return octetString(concat(r, s));
}

/** `null` where it is not that. */
export function readDstu4145Value(value: Bytes): Dstu4145Value | null {
  try {
    const { content } = readDer(value, TAG.octetString, "DSTU 4145 value");
    const half = content.length / 2;
    return Number.isInteger(half) ? { r: content.slice(0, half), s: content.slice(half) } : null;
  } catch {
    return null;
  }
}
