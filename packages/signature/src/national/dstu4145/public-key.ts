import { equal, fromHex, toHex, type Bytes } from "../../bytes.ts";
import { contextTag, DerFields, explicit, malformed, readDer, TAG, type DerNode } from "../../der/read.ts";
import { readBitOctets, readOctets, readOid, readSmall, readUnsigned } from "../../der/values.ts";
import { bitString, octetString, oid, sequence } from "../../der/write.ts";
import { SignatureError } from "../../errors.ts";
import { BinaryCurve, type BinaryPoint } from "./binary-curve.ts";
import { BinaryField } from "./binary-field.ts";
import { checkCurve } from "./check-curve.ts";
import { readPoint, writePoint } from "./compressed-point.ts";
import { NORMAL_CURVES, POLYNOMIAL_CURVES, type CurveNumbers } from "./curves.ts";
import { dstu4145Domain } from "./domain.ts";
import { writeElement, type Dstu4145Domain } from "./signature.ts";

const ARC = "1.2.804.2.1.1.1.1.3";
/** Keys in polynomial and in optimal normal bases, little-endian; also as the signature algorithms with DSTU 7564 name them. */
export const POLYNOMIAL_KEYS: readonly string[] = [`${ARC}.1.1`, `${ARC}.6.1.1`, `${ARC}.6.2.1`, `${ARC}.6.3.1`];
export const NORMAL_KEYS: readonly string[] = [`${ARC}.1.2`, `${ARC}.6.1.2`, `${ARC}.6.2.2`, `${ARC}.6.3.2`];

export interface Dstu4145PublicKey {
  readonly domain: Dstu4145Domain;
  readonly point: BinaryPoint;
  /** The S-box that hashes and ciphers with this key use (64 octets), where it is named. */
  readonly substitution?: Bytes | undefined;
}

const WHAT = "DSTU 4145 key";

/** Domains of strangers that were checked, by the digits of their parameters; the oldest goes first. */
const checked = new Map<string, Dstu4145Domain>();
const MOST_CHECKED = 16;

/** Reads a SubjectPublicKeyInfo. Throws `der.malformed`, `algorithm.unsupported` (a curve by a name that is not known) or `key.invalid`. */
export function readDstu4145PublicKey(spki: Bytes): Dstu4145PublicKey {
  const fields = new DerFields(readDer(spki, TAG.sequence, WHAT), WHAT);
  const identifier = new DerFields(fields.next(TAG.sequence), WHAT);
  const key = readOctets(readDer(readBitOctets(fields.next(TAG.bitString)), TAG.octetString, WHAT));
  fields.end();
  const algorithm = readOid(identifier.next(TAG.oid));
  const normal = NORMAL_KEYS.includes(algorithm);
  if (!normal && !POLYNOMIAL_KEYS.includes(algorithm)) throw new SignatureError("algorithm.unsupported", { algorithm });
  const { domain, substitution } = readDstu4145Parameters(identifier.next(TAG.sequence), normal);
  identifier.end();
  return { domain, substitution, point: readPoint(domain, key) };
}

/** DSTU4145Params: a curve by name or in full, and the S-box. */
export function readDstu4145Parameters(node: DerNode, normal: boolean): Omit<Dstu4145PublicKey, "point"> {
  const fields = new DerFields(node, WHAT);
  const curve = fields.next(TAG.oid, TAG.sequence);
  const box = fields.optional(TAG.octetString);
  fields.end();
  const substitution = box && readOctets(box);
  if (substitution && substitution.length !== 64) throw malformed(WHAT);
  return { domain: curve.tag === TAG.oid ? namedDomain(readOid(curve)) : explicitDomain(curve, normal), substitution };
}

function namedDomain(name: string): Dstu4145Domain {
  for (const [arc, curves] of [
    [`${ARC}.1.1.2`, POLYNOMIAL_CURVES],
    [`${ARC}.1.2.2`, NORMAL_CURVES],
  ] as const) {
    const numbers = curves.find((_, i) => name === `${arc}.${i}`);
    if (numbers) return dstu4145Domain(numbers);
  }
  throw new SignatureError("algorithm.unsupported", { algorithm: name });
}

/** ECBinary. The recommended curves are known by their numbers; any other is checked, once. */
function explicitDomain(node: DerNode, normal: boolean): Dstu4145Domain {
  const fields = new DerFields(node, WHAT);
  const version = fields.optional(contextTag(0, true));
  if (version && readSmall(explicit(version, TAG.integer, WHAT)) !== 0) throw malformed(WHAT);
  const { m, middle } = readField(fields.next(TAG.sequence));
  const a = readSmall(fields.next(TAG.integer));
  const b = reversedHex(readOctets(fields.next(TAG.octetString)));
  const n = trimmed(toHex(readUnsigned(fields.next(TAG.integer))));
  const base = readOctets(fields.next(TAG.octetString));
  fields.end();
  if (a !== 0 && a !== 1) throw new SignatureError("key.invalid", { what: "curve" });
  const same = (numbers: CurveNumbers): boolean =>
    numbers.m === m && numbers.a === a && numbers.b === b && numbers.n === n && (normal || numbers.middle.join() === middle.join());
  const known = (normal ? NORMAL_CURVES : POLYNOMIAL_CURVES).find(same);
  if (known) {
    const domain = dstu4145Domain(known);
    if (equal(writePoint(domain, domain.curve.parameters.base), base)) return domain;
  }
  // calculations in a normal basis take a generator that only the recommended curves come with
  if (normal) throw new SignatureError("algorithm.unsupported", { algorithm: `GF(2^${m})` });
  const id = [m, ...middle, a, b, n, toHex(base)].join(" ");
  const before = checked.get(id);
  if (before) return before;
  if (m > 509 || middle.some((k) => k >= m) || n.length > 128) throw new SignatureError("key.invalid", { what: "field" });
  const domain = checkCurve(withBase({ m, middle, a, b, n, x: "1", y: "1" }, base));
  checked.set(id, domain);
  for (const oldest of checked.keys()) if (checked.size > MOST_CHECKED) checked.delete(oldest);
  return domain;
}

function readField(node: DerNode): { m: number; middle: number[] } {
  const fields = new DerFields(node, WHAT);
  const m = readSmall(fields.next(TAG.integer));
  const polynomial = fields.optional(TAG.integer, TAG.sequence, TAG.null);
  fields.end();
  if (!polynomial || polynomial.tag === TAG.null) return { m, middle: [] };
  if (polynomial.tag === TAG.integer) return { m, middle: [readSmall(polynomial)] };
  const exponents = new DerFields(polynomial, WHAT);
  const middle = [1, 2, 3].map(() => readSmall(exponents.next(TAG.integer)));
  exponents.end();
  return { m, middle: middle.toSorted((one, other) => other - one) };
}

/** The curve's numbers with the point that `octets` compress. */
function withBase(numbers: CurveNumbers, octets: Bytes): CurveNumbers {
  if (numbers.m < 163 || numbers.m % 2 === 0 || numbers.middle.length === 0 || (numbers.middle[0] as number) > numbers.m - 32)
    throw new SignatureError("key.invalid", { what: "field" });
  const field = new BinaryField(numbers);
  const b = field.fromOctets((fromHex(numbers.b.length % 2 === 0 ? numbers.b : `0${numbers.b}`) ?? new Uint8Array()).toReversed());
  // only the field and the curve are looked at yet
  const domain = { curve: new BinaryCurve({ field, a: numbers.a, b, n: 1n, base: { x: field.one(), y: field.one() } }) };
  const { x, y } = readPoint(domain, octets);
  return { ...numbers, x: reversedHex(writeElement(domain, x)), y: reversedHex(writeElement(domain, y)) };
}

function reversedHex(octets: Uint8Array): string {
  return trimmed(toHex(octets.toReversed()));
}

function trimmed(hex: string): string {
  return hex.replace(/^0+(?=.)/, "");
}

/** SubjectPublicKeyInfo with a recommended curve by its name: the index in `POLYNOMIAL_CURVES` or `NORMAL_CURVES`. */
export function writeDstu4145PublicKey(
  curve: { readonly normal: boolean; readonly index: number },
  point: BinaryPoint,
  substitution?: Bytes,
): Bytes {
  const numbers = (curve.normal ? NORMAL_CURVES : POLYNOMIAL_CURVES)[curve.index];
  if (!numbers) throw new SignatureError("algorithm.unsupported", { algorithm: `curve ${curve.index}` });
  const family = `${ARC}.1.${curve.normal ? 2 : 1}`;
  const parameters = sequence(oid(`${family}.2.${curve.index}`), ...(substitution ? [octetString(substitution)] : []));
  return sequence(sequence(oid(family), parameters), bitString(octetString(writePoint(dstu4145Domain(numbers), point))));
}
