import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Bytes } from "../../bytes.ts";
import { bitString, octetString, oid, sequence } from "../../der/write.ts";
import { bigEndian } from "../arithmetic/nonce.ts";
import { gost34112012_256, gost34112012_512 } from "../gost3411-2012/index.ts";
import { vectors, withoutVectors } from "../testing/vectors.ts";
import { readGost3410Value, writeGost3410Value } from "./algorithms.ts";
import { GOST_CURVES } from "./curves.ts";
import { namedGostDomain, readGost3410PublicKey, writeGost3410PublicKey } from "./public-key.ts";
import {
  gost3410Domain,
  gost3410PublicKey,
  readGost3410Point,
  signGost3410,
  signWithNonce,
  verifyGost3410,
  type Gost3410Domain,
} from "./signature.ts";

const little = (value: bigint, length: number): Bytes => bigEndian(value, length).reverse();
const hashOf = (domain: Gost3410Domain) => (domain.octets === 32 ? gost34112012_256 : gost34112012_512);

interface Example {
  readonly bits: number;
  readonly p: string;
  readonly a: string;
  readonly b: string;
  readonly q: string;
  readonly Px: string;
  readonly Py: string;
  readonly d: string;
  readonly e: string;
  readonly k: string;
  readonly r: string;
  readonly s: string;
}

/** RFC 7091 7.1. */
const rfc7091: Example = {
  bits: 256,
  p: "8000000000000000000000000000000000000000000000000000000000000431",
  a: "7",
  b: "5FBFF498AA938CE739B8E022FBAFEF40563F6E6A3472FC2A514C0CE9DAE23B7E",
  q: "8000000000000000000000000000000150FE8A1892976154C59CFC193ACCF5B3",
  Px: "2",
  Py: "8E2A8A0E65147D4BD6316030E16D19C85C97F0A9CA267122B96ABBCEA7E8FC8",
  d: "7A929ADE789BB9BE10ED359DD39A72C11B60961F49397EEE1D19CE9891EC3B28",
  e: "2DFBC1B372D89A1188C09C52E0EEC61FCE52032AB1022E8E67ECE6672B043EE5",
  k: "77105C9B20BCD3122823C8CF6FCC7B956DE33814E95B7FE64FED924594DCEAB3",
  r: "41AA28D2F1AB148280CD9ED56FEDA41974053554A42767B83AD043FD39DC0493",
  s: "1456C64BA4642A1653C235A98A60249BCD6D3F746B631DF928014F6C5BF9C40",
};

function assertExample({ bits, ...digits }: Example): void {
  const value = (name: keyof typeof digits): bigint => BigInt(`0x${digits[name]}`);
  const octets = bits / 8;
  const domain = gost3410Domain({
    p: value("p"),
    a: value("a"),
    b: value("b"),
    n: value("q"),
    cofactor: 1,
    x: value("Px"),
    y: value("Py"),
  });
  const [d, e, k] = [little(value("d"), octets), little(value("e"), octets), little(value("k"), octets)];
  const expected = { r: little(value("r"), octets), s: little(value("s"), octets) };
  assert.deepEqual(signWithNonce(domain, d, e, k), expected);
  const key = readGost3410Point(domain, gost3410PublicKey(domain, d));
  assert.equal(verifyGost3410(domain, key, e, expected), true);
  assert.equal(verifyGost3410(domain, key, k, expected), false);
}

describe("given the examples of RFC 7091", () => {
  it("when 7.1 is signed with its nonce, then r and s are the standard's, and verify", () => assertExample(rfc7091));
  it("when both published ones are, then the same holds", { skip: withoutVectors }, () => {
    for (const example of (vectors("rfc7091-gost3410.json") as { vectors: Example[] }).vectors) assertExample(example);
  });
});

describe("given every named curve", () => {
  for (const curve of GOST_CURVES)
    it(`when a key on ${curve.name} signs, then it verifies by the key as it is written, and nothing else does`, () => {
      const domain = namedGostDomain(curve.identifiers[0] ?? assert.fail());
      const hash = hashOf(domain);
      const digest = hash(new TextEncoder().encode("a treasury's order"));
      assert.equal(domain.curve.isOnCurve(domain.curve.base), true);
      assert.equal(domain.curve.field.isZero(domain.curve.multiplyPublic(curve.n, domain.curve.base, 0n).z), true);
      // d = 1, 2 and n − 1 make sums meet themselves
      for (const privateKey of [
        little((curve.n * 7n) / 11n, domain.octets),
        little(1n, domain.octets),
        little(2n, domain.octets),
        little(curve.n - 1n, domain.octets),
      ]) {
        const spki = writeGost3410PublicKey(
          { algorithm: "1.2.643.7.1.1.1.1", curve: curve.identifiers[0] ?? "" },
          gost3410PublicKey(domain, privateKey),
        );
        const { point } = readGost3410PublicKey(spki);
        const value = signGost3410(domain, { privateKey, digest, hash });
        assert.deepEqual(signGost3410(domain, { privateKey, digest, hash }), value);
        assert.equal(verifyGost3410(domain, point, digest, value), true);
        assert.equal(verifyGost3410(domain, point, digest.with(5, (digest[5] ?? 0) ^ 1), value), false);
        assert.equal(verifyGost3410(domain, point, digest, { r: value.s, s: value.r }), false);
      }
      const hedged = signGost3410(domain, { privateKey: little(5n, domain.octets), digest, hash, entropy: Uint8Array.of(9) });
      assert.equal(
        verifyGost3410(domain, readGost3410Point(domain, gost3410PublicKey(domain, little(5n, domain.octets))), digest, hedged),
        true,
      );
    });
});

describe("given values out of range", () => {
  const domain = namedGostDomain("1.2.398.3.10.1.1.2.2.1");
  const { n, p } = domain.curve.parameters;
  const privateKey = little(n / 3n, 64);
  const key = gost3410PublicKey(domain, privateKey);
  const point = readGost3410Point(domain, key);
  const digest = gost34112012_512(Uint8Array.of(1));
  const value = signGost3410(domain, { privateKey, digest, hash: gost34112012_512 });

  it("when r or s is zero, n, more than n, or of another length, then it is refused", () => {
    for (const bad of [0n, n, n + 1n, 2n ** 512n - 1n].map((number) => little(number, 64)).concat([value.r.slice(1), new Uint8Array(65)])) {
      assert.equal(verifyGost3410(domain, point, digest, { r: bad, s: value.s }), false);
      assert.equal(verifyGost3410(domain, point, digest, { r: value.r, s: bad }), false);
    }
  });
  it("when the digest is zero modulo n, then it counts as one", () => {
    const nothing = signGost3410(domain, { privateKey, digest: new Uint8Array(64), hash: gost34112012_512 });
    assert.equal(verifyGost3410(domain, point, little(n + 1n, 64), nothing), true);
  });
  it("when the private key is zero, n or of another length, then it is refused", () => {
    for (const bad of [little(0n, 64), little(n, 64), new Uint8Array(63).fill(1)])
      assert.throws(() => signGost3410(domain, { privateKey: bad, digest, hash: gost34112012_512 }), { code: "key.invalid" });
  });
  it("when a public key is of another length, not below p, off the curve or of small order, then each is refused by name", () => {
    const what = (bytes: Uint8Array, of: Gost3410Domain = domain): unknown => {
      try {
        readGost3410Point(of, bytes);
        return undefined;
      } catch (error) {
        return (error as { params?: { what?: unknown } }).params?.what;
      }
    };
    assert.equal(what(key), undefined);
    assert.equal(what(key.slice(1)), "length");
    assert.equal(what(new Uint8Array([...little(p, 64), ...key.slice(64)])), "range");
    assert.equal(what(key.with(0, (key[0] ?? 0) ^ 1)), "curve");
    assert.equal(what(new Uint8Array(128)), "curve");
    // on a curve of 4n points, the point with y = 0 has order two: x solves x³ + ax + b = 0 (RFC 7836, the Edwards form's u = 0 moved by t)
    const four = namedGostDomain("1.2.643.7.1.2.1.1.1");
    const base = four.curve.parameters;
    const root = cubicRoot(base.p, base.a, base.b, base.n);
    assert.equal(what(new Uint8Array([...little(root, 32), ...new Uint8Array(32)]), four), "order");
  });
  it("when a curve comes in full or by a name that is not known, then it is refused", () => {
    assert.throws(() => readGost3410PublicKey(writeGost3410PublicKey({ algorithm: "1.2.643.7.1.1.1.1", curve: "1.2.3" }, key)), {
      code: "algorithm.unsupported",
    });
    const full = sequence(sequence(oid("1.2.643.7.1.1.1.1"), sequence(sequence())), bitString(octetString(key)));
    assert.throws(() => readGost3410PublicKey(full), { code: "der.malformed" });
  });
  it("when a value is written in one order and read in it, then it is the same; in the other order it is not", () => {
    for (const order of ["r-s-little", "s-r-big"] as const)
      assert.deepEqual(readGost3410Value(writeGost3410Value(value, order), order), value);
    assert.notDeepEqual(readGost3410Value(writeGost3410Value(value, "s-r-big"), "r-s-little"), value);
  });
});

/** x of a point of order two: the multiple by n of a point of order 2n leaves it, found from any point of the whole curve. */
function cubicRoot(p: bigint, a: bigint, b: bigint, n: bigint): bigint {
  const mod = (value: bigint): bigint => ((value % p) + p) % p;
  const power = (base: bigint, exponent: bigint): bigint => {
    let result = 1n;
    for (const bit of exponent.toString(2)) {
      result = mod(result * result);
      if (bit === "1") result = mod(result * base);
    }
    return result;
  };
  type Point = readonly [bigint, bigint] | null;
  const add = (one: Point, other: Point): Point => {
    if (!one || !other) return one ?? other;
    const [x1, y1] = one;
    const [x2, y2] = other;
    if (x1 === x2 && mod(y1 + y2) === 0n) return null;
    const slope = x1 === x2 ? mod((3n * x1 * x1 + a) * power(2n * y1, p - 2n)) : mod((y2 - y1) * power(x2 - x1, p - 2n));
    const x = mod(slope * slope - x1 - x2);
    return [x, mod(slope * (x1 - x) - y1)];
  };
  for (let x = 1n; ; x++) {
    const right = mod(x * x * x + a * x + b);
    const y = power(right, (p + 1n) / 4n);
    if (mod(y * y) !== right) continue;
    let sum: Point = null;
    for (const bit of n.toString(2)) {
      sum = add(sum, sum);
      if (bit === "1") sum = add(sum, [x, y]);
    }
    for (; sum; sum = add(sum, sum)) if (sum[1] === 0n) return sum[0];
  }
}
