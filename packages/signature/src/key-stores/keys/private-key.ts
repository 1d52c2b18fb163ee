import type { CryptoOption, SignatureAlgorithm } from "../../algorithms/scheme.ts";
import type { Bytes } from "../../bytes.ts";
import type { BytesSigner } from "../../cades/signer.ts";
import { contextTag, DerFields, malformed, readDer, TAG, type DerNode } from "../../der/read.ts";
import { readOctets, readOid } from "../../der/values.ts";
import { octetString, sequence, small } from "../../der/write.ts";
import { SignatureError } from "../../errors.ts";

/** A private key of one kind, that its own module knows how to use. */
export interface PrivateKey {
  /** What it can sign by; the first is the one that the kind of key names. */
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Whether it is the private half of this SubjectPublicKeyInfo (DER). */
  belongsTo(spki: Bytes): Promise<boolean>;
  /** `certificate`: DER of one that it belongs to. */
  signer(certificate: Bytes, algorithm: SignatureAlgorithm): Promise<BytesSigner>;
  /** Overwrites it. Its signers throw `store.closed` from then on. */
  destroy(): void;
}

/** PrivateKeyInfo (RFC 5958 2), as views into it. */
export interface PrivateKeyParts {
  /** Object identifier of the kind of key. */
  readonly algorithm: string;
  readonly identifier: DerNode;
  /** After the object identifier, where there is something. */
  readonly parameters: DerNode | undefined;
  readonly key: Bytes;
}

export function readPrivateKeyInfo(der: Bytes): PrivateKeyParts {
  const what = "private key";
  const fields = new DerFields(readDer(der, TAG.sequence, what), what);
  const version = fields.next(TAG.integer);
  if (version.content.length !== 1 || (version.content[0] as number) > 1) throw malformed(what);
  const identifier = fields.next(TAG.sequence);
  const key = readOctets(fields.next(TAG.octetString));
  fields.optional(contextTag(0, true), contextTag(0, false));
  fields.optional(contextTag(1, false), contextTag(1, true));
  fields.end();
  const inner = new DerFields(identifier, what);
  const algorithm = readOid(inner.next(TAG.oid));
  const parameters = inner.optional(TAG.oid, TAG.sequence, TAG.null);
  inner.end();
  return { algorithm, identifier, parameters, key };
}

/**
 * Loads what signs with a key of this kind. `privateKeyInfo` (DER) is taken over: it is overwritten at once or by `destroy`. Throws `algorithm.unsupported`,
 * `key.invalid` or `der.malformed`.
 */
export async function openPrivateKey(privateKeyInfo: Bytes, option: CryptoOption): Promise<PrivateKey> {
  try {
    const parts = readPrivateKeyInfo(privateKeyInfo);
    const load = KINDS.find(({ arcs }) => arcs.some((arc) => parts.algorithm === arc || parts.algorithm.startsWith(`${arc}.`)))?.load;
    if (!load) throw new SignatureError("algorithm.unsupported", { algorithm: parts.algorithm });
    const open = await load();
    return await open(parts, option);
  } finally {
    privateKeyInfo.fill(0);
  }
}

type Open = (parts: PrivateKeyParts, option: CryptoOption) => Promise<PrivateKey> | PrivateKey;

const KINDS: readonly { readonly arcs: readonly string[]; load(): Promise<Open> }[] = [
  { arcs: ["1.2.840.113549.1.1.1"], load: async () => (await import("./rsa-key.ts")).openRsaKey },
  { arcs: ["1.2.840.10045.2.1"], load: async () => (await import("./ec-key.ts")).openEcKey },
  { arcs: ["1.2.804.2.1.1.1.1.3"], load: async () => (await import("./dstu4145-key.ts")).openDstu4145Key },
  {
    arcs: ["1.2.398.3.10.1.1.1.1", "1.2.398.3.10.1.1.2.2", "1.2.643.2.2.19", "1.2.643.7.1.1.1"],
    load: async () => (await import("./gost3410-key.ts")).openGost3410Key,
  },
];

/** PrivateKeyInfo without attributes, as every platform takes it. */
export function writePrivateKeyInfo(identifier: Bytes, key: Bytes): Bytes {
  const octets = octetString(key);
  try {
    return sequence(small(0), identifier, octets);
  } finally {
    octets.fill(0);
  }
}

/** A little-endian number in `length` octets: longer ones are filled with zeros in some stores. Throws `key.invalid`. */
export function fixedLength(octets: Uint8Array, length: number): Bytes {
  let beyond = 0;
  for (let i = length; i < octets.length; i++) beyond |= octets[i] as number;
  if (beyond !== 0) throw new SignatureError("key.invalid", { what: "length" });
  const fixed = new Uint8Array(length);
  fixed.set(octets.subarray(0, length));
  return fixed;
}
