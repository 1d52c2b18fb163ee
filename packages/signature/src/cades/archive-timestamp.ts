import { digestIdentifier, identifyDigest, type DigestName } from "../algorithms/algorithms.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { concat, equal, toHex, type Bytes } from "../bytes.ts";
import { readBer, toDer } from "../der/ber.ts";
import { children, DerFields, readDer, TAG } from "../der/read.ts";
import { readOctets } from "../der/values.ts";
import { octetString, sequence } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { ETSI } from "./oids.ts";
import { readSignedData, type SignedData } from "./signed-data.ts";
import type { Attribute, SignerInfo } from "./signer-info.ts";

/** ATSHashIndexv3 (EN 319 122-1 5.5.2): digests of everything beside the signer's own fields that an archive timestamp covers. */
export interface HashIndex {
  readonly raw: Bytes;
  readonly digest: DigestName;
  /** Digests, hex. */
  readonly certificates: readonly string[];
  readonly revocations: readonly string[];
  readonly attributeValues: readonly string[];
}

/** DER of the index over all that is there now. */
export async function writeHashIndex(data: SignedData, signer: SignerInfo, name: DigestName, option: CryptoOption): Promise<Bytes> {
  const hashes = async (items: readonly Bytes[]): Promise<Bytes> =>
    sequence(...(await Promise.all(items.map(async (item) => octetString(await digest(name, item, option))))));
  return sequence(
    digestIdentifier(name, option),
    await hashes(data.certificates),
    await hashes(data.revocations),
    await hashes(signer.unsignedAttributes.flatMap(indexedForms)),
  );
}

/** What stands for each value of an attribute: its type and the value, both as they came. */
export function indexedForms({ typeRaw, values }: Attribute): Bytes[] {
  return values.map((value) => concat(typeRaw, value));
}

/** The index in a token's unsigned attribute; `undefined` where there is none, or not exactly one. Throws `SignatureError`. */
export function readHashIndex(token: Uint8Array, option: CryptoOption): HashIndex | undefined {
  const what = "hash index";
  const [signer] = readSignedData(token).signers;
  const values = (signer?.unsignedAttributes ?? [])
    .filter(({ type }) => type === ETSI.hashIndexV3)
    .flatMap((attribute) => attribute.values);
  const [value, ...others] = values;
  if (!value || others.length > 0) return undefined;
  const raw = toDer(readBer(value, TAG.sequence, what), what);
  const fields = new DerFields(readDer(raw, TAG.sequence, what), what);
  const name = identifyDigest(fields.next(TAG.sequence).raw, option);
  const list = (): string[] => children(fields.next(TAG.sequence), what, 1024).map((node) => toHex(readOctets(node)));
  const index = { raw, certificates: list(), revocations: list(), attributeValues: list() };
  fields.end();
  if (name === undefined) throw new SignatureError("algorithm.unsupported", { what });
  return { ...index, digest: name };
}

/**
 * What an archive timestamp is over (EN 319 122-1 5.5.3): content type, digest of the content, the signer's fields as they came, and the index. A second form
 * has the fields in DER, as some extenders wrote them for signatures in BER.
 */
export async function archiveImprints(
  data: SignedData,
  signer: SignerInfo,
  index: Bytes,
  contentHash: Bytes,
  name: DigestName,
  option: CryptoOption,
): Promise<Bytes[]> {
  const what = "signer";
  const asCame = concat(data.contentTypeRaw, contentHash, ...signer.fields, index);
  const normalised = concat(
    data.contentTypeRaw,
    contentHash,
    ...signer.fields.map((field) => toDer(readBer(field, field[0] ?? 0, what), what)),
    index,
  );
  const forms = equal(asCame, normalised) ? [asCame] : [asCame, normalised];
  return Promise.all(forms.map((form) => digest(name, form, option)));
}

/** What of a SignedData an index covers; `complete` is false where it names something that is no longer there: then it proves nothing. */
export interface Coverage {
  readonly complete: boolean;
  readonly certificates: readonly Bytes[];
  readonly revocations: readonly Bytes[];
  /** Whether a value of an unsigned attribute, as `indexedForms` writes it, is in the index. */
  covers(form: Bytes): Promise<boolean>;
}

export async function coverageOf(data: SignedData, signer: SignerInfo, index: HashIndex, option: CryptoOption): Promise<Coverage> {
  const hash = async (bytes: Bytes): Promise<string> => toHex(await digest(index.digest, bytes, option));
  const pick = async (items: readonly Bytes[], listed: readonly string[]): Promise<{ found: Bytes[]; all: boolean }> => {
    const wanted = new Set(listed);
    const present = new Set<string>();
    const found: Bytes[] = [];
    for (const item of items) {
      const key = await hash(item);
      if (!wanted.has(key)) continue;
      found.push(item);
      present.add(key);
    }
    return { found, all: present.size === wanted.size };
  };
  const certificates = await pick(data.certificates, index.certificates);
  const revocations = await pick(data.revocations, index.revocations);
  const values = await pick(signer.unsignedAttributes.flatMap(indexedForms), index.attributeValues);
  return {
    complete: certificates.all && revocations.all && values.all,
    certificates: certificates.found,
    revocations: revocations.found,
    covers: async (form) => index.attributeValues.includes(await hash(form)),
  };
}
