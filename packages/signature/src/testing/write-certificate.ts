import { algorithmIdentifier } from "../algorithms/algorithms.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { encodeKeySignature, type SigningKey } from "./keys.ts";
import { copy, join, type Bytes } from "../bytes.ts";
import { EXTENSION, KEY_USAGE, type KeyUsage } from "../certificate/extensions.ts";
import { contextTag, DerFields, readDer, TAG } from "../der/read.ts";
import { readBitOctets } from "../der/values.ts";
import {
  bitString,
  booleanTrue,
  encode,
  explicitTag,
  namedBits,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  small,
  time,
  unsigned,
  utf8String,
} from "../der/write.ts";

export interface Subject {
  readonly commonName: string;
  readonly organization?: string;
  readonly organizationIdentifier?: string;
  readonly organizationalUnit?: string;
  /** A person's number, as the authority writes it. */
  readonly serialNumber?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
}

const ATTRIBUTES: readonly [keyof Subject, string][] = [
  ["country", "2.5.4.6"],
  ["organization", "2.5.4.10"],
  ["organizationIdentifier", "2.5.4.97"],
  ["organizationalUnit", "2.5.4.11"],
  ["serialNumber", "2.5.4.5"],
  ["commonName", "2.5.4.3"],
];

/** RFC 5280 appendix A.1 leaves them no other type. */
const PRINTABLE: ReadonlySet<keyof Subject> = new Set(["country", "serialNumber"]);

export function writeName(subject: Subject): Bytes {
  return sequence(
    ...ATTRIBUTES.flatMap(([key, type]) => {
      const text = subject[key];
      if (text === undefined) return [];
      return [setOf(sequence(oid(type), PRINTABLE.has(key) ? printableString(text) : utf8String(text)))];
    }),
  );
}

/** RFC 5280 4.2.1.2 (1) with SHA-256 cut to 20 octets (RFC 7093 2 (1)). */
export async function keyIdentifier(spki: Bytes, option: CryptoOption): Promise<Bytes> {
  const fields = new DerFields(readDer(spki, TAG.sequence, "public key"), "public key");
  fields.next(TAG.sequence);
  const key = readBitOctets(fields.next(TAG.bitString));
  return (await digest("SHA-256", copy(key), option)).slice(0, 20);
}

export interface CertificateFields {
  readonly serial: Uint8Array;
  readonly issuer: Subject;
  readonly subject: Subject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DER. */
  readonly publicKey: Uint8Array;
  /** SubjectPublicKeyInfo of the issuer, for the authority key identifier. */
  readonly issuerPublicKey: Uint8Array;
  readonly keyUsage: readonly KeyUsage[];
  readonly extendedKeyUsage?: readonly string[];
  readonly certificateAuthority?: { readonly pathLength?: number };
  /** Written as they are, after the others: for certificates that a verifier has to refuse. */
  readonly furtherExtensions?: readonly { readonly id: string; readonly critical: boolean; readonly value: Uint8Array }[];
}

function extension(id: string, critical: boolean, value: Uint8Array): Bytes {
  return sequence(oid(id), ...(critical ? [booleanTrue()] : []), octetString(value));
}

/** An X.509 v3 certificate that `openssl verify -x509_strict` takes, unless the fields say otherwise. Gives DER. */
export async function writeCertificate(fields: CertificateFields, key: SigningKey, option: CryptoOption = {}): Promise<Bytes> {
  const spki = copy(fields.publicKey);
  const authority = fields.certificateAuthority;
  const extensions = [
    extension(
      EXTENSION.basicConstraints,
      true,
      authority ? sequence(booleanTrue(), ...(authority.pathLength === undefined ? [] : [small(authority.pathLength)])) : sequence(),
    ),
    extension(EXTENSION.keyUsage, true, namedBits(fields.keyUsage.map((name) => KEY_USAGE.indexOf(name)))),
    extension(EXTENSION.subjectKeyIdentifier, false, octetString(await keyIdentifier(spki, option))),
    extension(EXTENSION.authorityKeyIdentifier, false, await authorityKey(copy(fields.issuerPublicKey), option)),
    ...(fields.extendedKeyUsage ? [extension(EXTENSION.extendedKeyUsage, false, sequence(...fields.extendedKeyUsage.map(oid)))] : []),
    ...(fields.furtherExtensions ?? []).map(({ id, critical, value }) => extension(id, critical, value)),
  ];
  const tbs = sequence(
    explicitTag(0, small(2)),
    unsigned(fields.serial),
    algorithmIdentifier(key.algorithm, option),
    writeName(fields.issuer),
    sequence(time(fields.notBefore), time(fields.notAfter)),
    writeName(fields.subject),
    spki,
    explicitTag(3, sequence(...extensions)),
  );
  return sequence(tbs, algorithmIdentifier(key.algorithm, option), bitString(await encodeKeySignature(key, tbs, option)));
}

async function authorityKey(spki: Bytes, option: CryptoOption): Promise<Bytes> {
  return sequence(encode(contextTag(0, false), await keyIdentifier(spki, option)));
}

export interface RevokedCertificate {
  readonly serial: Uint8Array;
  readonly at: Date;
  readonly reason?: number;
  /** In an indirect list: who issued this certificate and those after it. */
  readonly certificateIssuer?: Subject;
}

export interface RevocationListFields {
  readonly issuer: Subject;
  readonly issuerPublicKey: Uint8Array;
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revoked: readonly RevokedCertificate[];
  readonly furtherExtensions?: readonly { readonly id: string; readonly critical: boolean; readonly value: Uint8Array }[];
}

/** An X.509 v2 revocation list (RFC 5280 5). Gives DER. */
export async function writeRevocationList(fields: RevocationListFields, key: SigningKey, option: CryptoOption = {}): Promise<Bytes> {
  const entries = fields.revoked.map(({ serial, at, reason, certificateIssuer }) => {
    const detail = [
      ...(reason === undefined ? [] : [extension(EXTENSION.reasonCode, false, encode(TAG.enumerated, Uint8Array.of(reason)))]),
      ...(certificateIssuer ? [extension(EXTENSION.certificateIssuer, true, sequence(explicitTag(4, writeName(certificateIssuer))))] : []),
    ];
    return sequence(unsigned(serial), time(at), ...(detail.length > 0 ? [sequence(...detail)] : []));
  });
  const extensions = [
    extension(EXTENSION.authorityKeyIdentifier, false, await authorityKey(copy(fields.issuerPublicKey), option)),
    extension(EXTENSION.crlNumber, false, small(fields.number)),
    ...(fields.furtherExtensions ?? []).map(({ id, critical, value }) => extension(id, critical, value)),
  ];
  const tbs = sequence(
    small(1),
    algorithmIdentifier(key.algorithm, option),
    writeName(fields.issuer),
    time(fields.thisUpdate),
    time(fields.nextUpdate),
    // RFC 5280 5.1.2.6: the list is absent, not empty, where nothing is revoked
    ...(entries.length > 0 ? [sequence(join(entries))] : []),
    explicitTag(0, sequence(...extensions)),
  );
  return sequence(tbs, algorithmIdentifier(key.algorithm, option), bitString(await encodeKeySignature(key, tbs, option)));
}
