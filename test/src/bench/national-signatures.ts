import { dstu4145Domain, dstu4145PublicKey, POLYNOMIAL_CURVES, signDstu4145, verifyDstu4145 } from "@fisc/signature/dstu4145";
import { gost3410PublicKey, namedGostDomain, readGost3410Point, signGost3410, verifyGost3410 } from "@fisc/signature/gost3410";
import { DKE_1, gost34311 } from "@fisc/signature/gost34311";
import { gost34112012_512 } from "@fisc/signature/gost3411-2012";
import { weierstrass } from "@noble/curves/abstract/weierstrass.js";
import jkurwa from "jkurwa";
import { entryWeight, keepFigures, rounded, type Figure } from "./figures.ts";

/** What the other side and ours take for the same work, in microseconds of processor time: the least of several rounds that take turns. */
interface Compared {
  readonly what: string;
  readonly theirs: number;
  readonly ours: number;
  /** Times that ours has to be quicker. */
  readonly atLeast: number;
}

const ROUNDS = 7;

function costOf(count: number, work: () => unknown): number {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) work();
  return process.cpuUsage(before).user / count;
}

function compare(
  what: string,
  atLeast: number,
  [theirCount, their]: [number, () => unknown],
  [ourCount, our]: [number, () => unknown],
): Compared {
  const rounds = Array.from({ length: ROUNDS }, () => [costOf(theirCount, their), costOf(ourCount, our)] as const);
  return { what, atLeast, theirs: Math.min(...rounds.map(([theirs]) => theirs)), ours: Math.min(...rounds.map(([, ours]) => ours)) };
}

const octetNumber = (octets: Uint8Array): bigint => octets.reduceRight((value, octet) => (value << 8n) | BigInt(octet), 0n);

function keyOf(length: number): Uint8Array<ArrayBuffer> {
  const key = globalThis.crypto.getRandomValues(new Uint8Array(length));
  key[length - 1] = 1;
  return key;
}

/** Against jkurwa, on m = 257; first that both agree. */
export function compareDstu4145(): Compared[] {
  const curve = jkurwa.std_curve("DSTU_PB_257");
  const theirKey = new jkurwa.Priv(curve, curve.rand());
  const theirPublic = theirKey.pub();
  const domain = dstu4145Domain(POLYNOMIAL_CURVES[6] as (typeof POLYNOMIAL_CURVES)[0]);
  const hash = gost34311(DKE_1);
  const digest = hash(Uint8Array.of(1, 2, 3));
  const privateKey = keyOf(32);
  const key = dstu4145PublicKey(domain, privateKey);
  const value = signDstu4145(domain, { privateKey, digest, hash });
  const theirDigest = Buffer.from(digest);
  const theirValue = theirKey.sign(theirDigest, "short");
  if (!theirPublic.verify(theirDigest, theirValue, "short") || !verifyDstu4145(domain, key, digest, value))
    throw new Error("does not verify");
  // each side on the other's signature
  const { field } = domain.curve.parameters;
  // it prints elements as "<Field …>"
  const little = (element: unknown): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Buffer.from(String(element).slice(7, -1).padStart(66, "0"), "hex")).reverse();
  const theirPoint = { x: field.fromOctets(little(theirPublic.x)), y: field.fromOctets(little(theirPublic.y)) };
  const theirs = new Uint8Array(theirValue).slice(-64);
  if (!verifyDstu4145(domain, theirPoint, digest, { r: theirs.slice(0, 32), s: theirs.slice(32) }))
    throw new Error("their signature does not verify");
  return [
    compare(
      "DSTU 4145 m = 257, verify, a key seen before (jkurwa)",
      20,
      [4, () => theirPublic.verify(theirDigest, theirValue, "short")],
      [60, () => verifyDstu4145(domain, key, digest, value)],
    ),
    compare(
      "DSTU 4145 m = 257, verify, a new key each time (jkurwa)",
      20,
      [4, () => theirPublic.verify(theirDigest, theirValue, "short")],
      [60, () => verifyDstu4145(domain, { x: key.x, y: key.y }, digest, value)],
    ),
    compare(
      "DSTU 4145 m = 257, sign in constant time (jkurwa)",
      8,
      [8, () => theirKey.sign(theirDigest, "short")],
      [60, () => signDstu4145(domain, { privateKey, digest, hash })],
    ),
  ];
}

/** Against a plain wrapper on @noble/curves, which multiplies twice and adds. */
export function compareGost3410(): Compared[] {
  const domain = namedGostDomain("1.2.643.7.1.2.1.2.1");
  const { p, a, b, n, x, y } = domain.curve.parameters;
  const Point = weierstrass({ p, a: (a + p) % p, b, n, h: 1n, Gx: x, Gy: y });
  const digest = gost34112012_512(Uint8Array.of(1, 2, 3));
  const privateKey = keyOf(64);
  const key = readGost3410Point(domain, gost3410PublicKey(domain, privateKey));
  const value = signGost3410(domain, { privateKey, digest, hash: gost34112012_512 });
  const d = octetNumber(privateKey) % n;
  const theirKey = Point.BASE.multiply(d);
  const scalars = Point.Fn;
  const verify = (): boolean => {
    const [r, s, e] = [octetNumber(value.r), octetNumber(value.s), octetNumber(digest) % n];
    const v = scalars.inv(e);
    const sum = Point.BASE.multiplyUnsafe(scalars.mul(s, v)).add(theirKey.multiplyUnsafe(scalars.mul(scalars.neg(r), v)));
    return sum.toAffine().x % n === r;
  };
  const sign = (): bigint => {
    const k = octetNumber(keyOf(64)) % n;
    const r = Point.BASE.multiply(k).toAffine().x % n;
    return scalars.add(scalars.mul(r, d), scalars.mul(k, octetNumber(digest) % n));
  };
  if (!verify() || !verifyGost3410(domain, key, digest, value)) throw new Error("does not verify");
  return [
    compare("GOST 34.10 512 bits, verify (@noble/curves)", 1.6, [6, verify], [15, () => verifyGost3410(domain, key, digest, value)]),
    compare(
      "GOST 34.10 512 bits, sign in constant time (@noble/curves)",
      1,
      [10, sign],
      [15, () => signGost3410(domain, { privateKey, digest, hash: gost34112012_512 })],
    ),
  ];
}

/** National signatures against what npm has, in one run; prints and keeps the figures. */
export async function benchNationalSignatures(): Promise<void> {
  const figures = [...compareDstu4145(), ...compareGost3410()].flatMap(({ what, theirs, ours, atLeast }): Figure[] => [
    { what, value: rounded(theirs / ours), unit: "times", atLeast },
    { what: `${what}, ours`, value: Math.round(1e6 / ours), unit: "a second" },
  ]);
  const weights = await Promise.all(["dstu4145", "gost3410"].map((entry) => entryWeight(entry, 6000)));
  await keepFigures("national-signatures", [...figures, ...weights]);
}

if (import.meta.main) await benchNationalSignatures();
