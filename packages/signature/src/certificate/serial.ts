import { toHex, type Bytes } from "../bytes.ts";
import { malformed, TAG, type DerNode } from "../der/read.ts";
import { readSerial } from "../der/values.ts";

/** Lower-case hex of the magnitude, with `-` before a negative number: CAs have issued such, and RFC 5280 4.1.2.2 asks to bear them. */
export function readCertificateSerial(node: DerNode): string {
  const { content } = node;
  const first = content[0];
  if (first === undefined || first < 0x80) return readSerial(node);
  if (node.tag !== TAG.integer || (first === 0xff && (content[1] ?? 0) >= 0x80)) throw malformed("serial");
  return `-${toHex(negated(content)).replace(/^(?:00)+(?=..)/, "")}`;
}

/** Two's complement. */
function negated(octets: Bytes): Bytes {
  const result = octets.map((octet) => ~octet & 0xff);
  for (let i = result.length - 1; i >= 0; i--) {
    result[i] = ((result[i] ?? 0) + 1) & 0xff;
    if (result[i] !== 0) break;
  }
  return result;
}
