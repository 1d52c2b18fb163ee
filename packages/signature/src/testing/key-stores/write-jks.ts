import { concat, type Bytes } from "../../bytes.ts";
import { nullValue, octetString, oid, sequence } from "../../der/write.ts";
import { KEY_PROTECTOR, passwordOctets, protectorStream } from "../../key-stores/jks/key-protector.ts";
import { sha1 } from "../../national/key-derivation/index.ts";

export interface JksEntry {
  readonly label: string;
  /** DER. Without it the entry is a trusted certificate, the first of `certificates`. */
  readonly privateKeyInfo?: Bytes;
  readonly certificates: readonly Bytes[];
  /** Default: the store's. */
  readonly password?: string;
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const number = (value: number, octets: number): Bytes =>
  Uint8Array.from({ length: octets }, (_, i) => (octets - i > 4 ? 0 : value >>> (8 * (octets - 1 - i))));
const text = (value: string): Bytes => concat(number(utf8(value).length, 2), utf8(value));

/** Java's key store, version 2, for tests. */
export function writeJks(password: string, entries: readonly JksEntry[]): Bytes {
  const certificate = (der: Bytes): Bytes => concat(text("X.509"), number(der.length, 4), der);
  const body = concat(
    number(0xfeedfeed, 4),
    number(2, 4),
    number(entries.length, 4),
    ...entries.map(({ label, privateKeyInfo, certificates, password: own = password }) => {
      const head = concat(number(privateKeyInfo ? 1 : 2, 4), text(label), number(0, 8));
      if (!privateKeyInfo) return concat(head, ...certificates.slice(0, 1).map(certificate));
      const key = protect(privateKeyInfo, own);
      return concat(head, number(key.length, 4), key, number(certificates.length, 4), ...certificates.map(certificate));
    }),
  );
  return concat(body, sha1.create().update(passwordOctets(password)).update(utf8("Mighty Aphrodite")).update(body).digest());
}

function protect(plain: Bytes, password: string): Bytes {
  const secret = passwordOctets(password);
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(20));
  const digest = sha1.create().update(secret).update(plain).digest();
  return sequence(sequence(oid(KEY_PROTECTOR), nullValue()), octetString(concat(salt, protectorStream(plain, salt, secret), digest)));
}
