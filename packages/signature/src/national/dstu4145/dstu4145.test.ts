import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toHex, type Bytes } from "../../bytes.ts";
import { bitString, encode, octetString, oid, sequence, small, unsigned } from "../../der/write.ts";
import { bigEndian } from "../arithmetic/nonce.ts";
import { gost34311, DKE_1 } from "../gost34311/index.ts";
import { hex, vectors, withoutVectors } from "../testing/vectors.ts";
import { checkCurve } from "./check-curve.ts";
import { readPoint, writePoint } from "./compressed-point.ts";
import { NORMAL_CURVES, POLYNOMIAL_CURVES, type CurveNumbers } from "./curves.ts";
import { dstu4145Domain } from "./domain.ts";
import { readDstu4145PublicKey, writeDstu4145PublicKey } from "./public-key.ts";
import { readDstu4145Value, writeDstu4145Value } from "./signature-value.ts";
import { dstu4145PublicKey, signDstu4145, signWithNonce, verifyDstu4145, type Dstu4145Domain } from "./signature.ts";

const hash = gost34311(DKE_1);
const digest = hash(new TextEncoder().encode("a treasury's order"));
const m257 = POLYNOMIAL_CURVES[6] ?? assert.fail();

/** Little-endian octets of hexadecimal digits. */
function little(digits: string, length: number): Bytes {
  return bigEndian(BigInt(`0x${digits}`), length).reverse();
}

function keyOf(domain: Dstu4145Domain, seed: number): Bytes {
  const key = new Uint8Array(domain.order.octets).map((_, i) => (i * 37 + seed) & 0xff);
  key[key.length - 1] = 0;
  return key;
}

interface Annex {
  readonly m: number;
  readonly k: number[];
  readonly a: string;
  readonly b: string;
  readonly Gx: string;
  readonly Gy: string;
  readonly n: string;
  readonly d: string;
  readonly e: string;
  readonly r: string;
  readonly s: string;
  readonly hash: string;
  readonly name: string;
  readonly hashIsReversedBeforeUse: boolean;
}

const annexB1: Annex = {
  name: "annex B.1",
  m: 163,
  k: [3, 6, 7],
  a: "ONE",
  b: "5FF6108462A2DC8210AB403925E638A19C1455D21",
  Gx: "72d867f93a93ac27df9ff01affe74885c8c540420",
  Gy: "0224a9c3947852b97c5599d5f4ab81122adc3fd9b",
  n: "400000000000000000002BEC12BE2262D39BCF14D",
  d: "183f60fdf7951ff47d67193f8d073790c1c9b5a3e",
  e: "01025e40bd97db012b7a1d79de8e12932d247f61c6",
  hash: "09c9c44277910c9aaee486883a2eb95b7180166ddf73532eeb76edaef52247ff",
  hashIsReversedBeforeUse: true,
  r: "274ea2c0caa014a0d80a424f59ade7a93068d08a7",
  s: "2100d86957331832b8e8c230f5bd6a332b3615aca",
};

function assertAnnex(example: Annex): void {
  const domain = dstu4145Domain({
    m: example.m,
    middle: example.k.toSorted((one, other) => other - one),
    a: example.a === "ONE" ? 1 : 0,
    b: example.b,
    n: example.n,
    x: example.Gx,
    y: example.Gy,
  });
  const length = domain.order.octets;
  const message = example.hashIsReversedBeforeUse ? hex(example.hash).reverse() : hex(example.hash);
  const key = little(example.d, length);
  const value = { r: little(example.r, length), s: little(example.s, length) };
  // the example of a hash longer than the field tells no nonce of its own
  if (example.name !== "testTruncation") assert.deepEqual(signWithNonce(domain, key, message, little(example.e, length)), value);
  assert.equal(verifyDstu4145(domain, dstu4145PublicKey(domain, key), message, value), true);
}

describe("given the examples of the standard", () => {
  it("when annex B.1 is signed with its nonce, then r and s are the standard's, and verify", () => assertAnnex(annexB1));
  it("when all published examples are, then the same holds", { skip: withoutVectors }, () => {
    for (const example of vectors("dstu4145-bc.json") as Annex[]) assertAnnex(example);
  });
  it(
    "when other programs' signatures, keys, compressed points and normal bases are read, then they agree",
    { skip: withoutVectors },
    () => {
      const { cases } = vectors("cryptonite-dstu4145.json") as {
        cases: { test: string; params: string[]; values: { var: string; order: string; hex: string }[] }[];
      };
      let seen = 0;
      for (const { test, params, values } of cases) {
        const [, m, kind] = /_M(\d+)_(O?N?P?B)$/.exec(params[0] ?? "") ?? [];
        const numbers = (kind === "ONB" ? NORMAL_CURVES : POLYNOMIAL_CURVES).find((curve) => curve.m === Number(m)) ?? assert.fail();
        const domain = dstu4145Domain(numbers);
        const { field } = domain.curve.parameters;
        const octets = (name: string): Bytes => {
          const { hex: digits, order } = values.find(({ var: other }) => other === name) ?? assert.fail();
          const even = hex(digits.length % 2 === 0 ? digits : `0${digits}`);
          return order === "be" ? even.reverse() : even;
        };
        const has = (name: string): boolean => values.some(({ var: other }) => other === name);
        if (has("pb")) {
          const onb = field.fromOctets(octets(has("onb") ? "onb" : "actual"));
          const pb = field.fromOctets(octets("pb"));
          // the test that goes the other way calls its input "actual" too
          const [from, to] =
            test === "dstu4145_pb_to_onb_test" ? [field.fromOctets(octets("onb")), field.fromOctets(octets("actual"))] : [onb, pb];
          assert.deepEqual(domain.basis?.toPolynomial(from), to, test);
          assert.deepEqual(domain.basis?.fromPolynomial(to), from, test);
          seen++;
        } else if (has("actual")) {
          const [onb, pb] = [field.fromOctets(octets("onb")), field.fromOctets(octets("actual"))];
          assert.deepEqual(domain.basis?.fromPolynomial(pb), onb, test);
          seen++;
        }
        if (!has("qx")) continue;
        const point = { x: field.fromOctets(octets("qx")), y: field.fromOctets(octets("qy")) };
        assert.equal(domain.curve.isOnCurve(point) && domain.curve.hasOrder(point), true, test);
        assert.deepEqual(readPoint(domain, writePoint(domain, point)), point, test);
        if (has("q")) assert.equal(toHex(writePoint(domain, point)), toHex(octets("q")), test);
        if (has("key")) assert.deepEqual(dstu4145PublicKey(domain, octets("key").slice(0, domain.order.octets)), point, test);
        if (has("r"))
          assert.equal(
            verifyDstu4145(domain, point, octets("hash"), {
              r: octets("r").slice(0, domain.order.octets),
              s: octets("s").slice(0, domain.order.octets),
            }),
            true,
            test,
          );
        seen++;
      }
      assert.ok(seen >= 9);
    },
  );
});

describe("given every recommended curve", () => {
  for (const [normal, curves] of [
    [false, POLYNOMIAL_CURVES],
    [true, NORMAL_CURVES],
  ] as const)
    for (const [index, numbers] of curves.entries())
      it(`when a key on m = ${numbers.m}${normal ? " in a normal basis" : ""} signs, then it verifies by the key as it is written, and nothing else does`, () => {
        const domain = dstu4145Domain(numbers);
        const privateKey = keyOf(domain, 11);
        const value = signDstu4145(domain, { privateKey, digest, hash });
        const point = dstu4145PublicKey(domain, privateKey);
        const read = readDstu4145PublicKey(writeDstu4145PublicKey({ normal, index }, point, hex("a9".repeat(64))));
        assert.equal(read.domain, domain);
        assert.equal(read.substitution?.length, 64);
        assert.equal(verifyDstu4145(domain, read.point, digest, value), true);
        assert.equal(verifyDstu4145(domain, read.point, digest.with(3, digest[3] === 0 ? 1 : 0), value), false);
        assert.equal(verifyDstu4145(domain, dstu4145PublicKey(domain, keyOf(domain, 12)), digest, value), false);
        assert.equal(verifyDstu4145(domain, read.point, digest, { r: value.s, s: value.r }), false);
      });
});

describe("given a signature on m = 257", () => {
  const domain = dstu4145Domain(m257);
  const privateKey = keyOf(domain, 3);
  const key = dstu4145PublicKey(domain, privateKey);
  const value = signDstu4145(domain, { privateKey, digest, hash });
  const order = little(m257.n, 32);

  it("when it is made again, then it is the same; with fresh entropy it is another that verifies too", () => {
    assert.deepEqual(signDstu4145(domain, { privateKey, digest, hash }), value);
    const hedged = signDstu4145(domain, { privateKey, digest, hash, entropy: Uint8Array.of(1, 2, 3) });
    assert.notDeepEqual(hedged, value);
    assert.equal(verifyDstu4145(domain, key, digest, hedged), true);
  });
  it("when r or s is zero, n, more than n, or of another length, then it is refused", () => {
    const zero = new Uint8Array(32);
    const more = order.with(0, (order[0] ?? 0) + 1);
    for (const bad of [
      zero,
      order,
      more,
      new Uint8Array(32).fill(255),
      value.r.slice(1),
      new Uint8Array([...value.r, 0]),
      new Uint8Array(),
    ]) {
      assert.equal(verifyDstu4145(domain, key, digest, { r: bad, s: value.s }), false);
      assert.equal(verifyDstu4145(domain, key, digest, { r: value.r, s: bad }), false);
    }
  });
  it("when the value stands as in X.509 or as in CMS, then it is read; of another length it is not", () => {
    const inCms = new Uint8Array([...value.r, ...value.s]);
    assert.deepEqual(readDstu4145Value(writeDstu4145Value(value), 32), value);
    assert.deepEqual(readDstu4145Value(inCms, 32), value);
    // begins like an OCTET STRING of 62 octets
    const likeness = inCms.with(0, 0x04).with(1, 0x3e);
    assert.deepEqual(readDstu4145Value(likeness, 32)?.r, likeness.slice(0, 32));
    for (const bad of [inCms.slice(1), new Uint8Array(), writeDstu4145Value({ r: value.r, s: value.s.slice(1) })])
      assert.equal(readDstu4145Value(bad, 32), null);
  });
  it("when the hash is zero, then it counts as one", () => {
    const nothing = signDstu4145(domain, { privateKey, digest: new Uint8Array(32), hash });
    assert.equal(verifyDstu4145(domain, key, new Uint8Array(32).with(0, 1), nothing), true);
  });
  it("when the private key is zero, n or of another length, then it is refused", () => {
    for (const bad of [new Uint8Array(32), order, new Uint8Array(31).fill(1), new Uint8Array(32).fill(255)])
      assert.throws(() => signDstu4145(domain, { privateKey: bad, digest, hash }), { code: "key.invalid" });
  });
  it("when a key is d = 1 or n − 1, so that sums meet themselves, then its signatures verify", () => {
    for (const special of [little("1", 32), order.with(0, (order[0] ?? 0) - 1), little("2", 32), little("f", 32)]) {
      const point = dstu4145PublicKey(domain, special);
      for (let i = 0; i < 4; i++) {
        const message = digest.with(0, i);
        assert.equal(verifyDstu4145(domain, point, message, signDstu4145(domain, { privateKey: special, digest: message, hash })), true);
      }
    }
  });
});

describe("given public keys of strangers", () => {
  const domain = dstu4145Domain(m257);
  const point = dstu4145PublicKey(domain, keyOf(domain, 5));
  const octets = writePoint(domain, point);
  const { field } = domain.curve.parameters;

  it("when a point is too long, too short, beyond the field, or of small order, then it is refused", () => {
    const beyond = octets.with(32, 2);
    for (const bad of [octets.slice(1), new Uint8Array([...octets, 0]), beyond, new Uint8Array(33), new Uint8Array(33).with(0, 1)])
      assert.throws(() => readPoint(domain, bad), { code: "key.invalid" });
  });
  it("when any x is tried, then what is read is on the curve and of order n, and the rest is refused", () => {
    let good = 0;
    for (let i = 1; i < 60; i++) {
      const x = new Uint8Array(33).fill(i, 0, 32);
      try {
        const read = readPoint(domain, x);
        assert.equal(domain.curve.isOnCurve(read), true);
        assert.equal(domain.curve.multiplyPublic(0n, read, domain.order.modulus), null);
        good++;
      } catch (error) {
        assert.equal((error as { code?: string }).code, "key.invalid");
      }
    }
    assert.ok(good > 5 && good < 55);
  });
  it("when a point is off the curve or its order is 2n, then it is seen", () => {
    const off = point.y.slice();
    off[0] = (off[0] ?? 0) ^ 2;
    assert.equal(domain.curve.isOnCurve({ x: point.x, y: off }), false);
    // adding the point of order two, (0, √b), leaves the curve's group of order n
    const root = field.element();
    field.root(root, domain.curve.parameters.b);
    const lambda = field.element();
    field.invert(lambda, point.x);
    const sum = field.element();
    field.add(sum, point.y, root);
    field.multiply(lambda, lambda, sum);
    const x = field.element();
    field.square(x, lambda);
    field.add(x, x, lambda);
    field.add(x, x, point.x);
    const y = field.element();
    field.add(y, point.x, x);
    field.multiply(y, y, lambda);
    field.add(y, y, x);
    field.add(y, y, point.y);
    assert.equal(domain.curve.isOnCurve({ x, y }), true);
    assert.equal(domain.curve.hasOrder({ x, y }), false);
  });

  const spki = (numbers: CurveNumbers, base: Bytes, key: Bytes): Bytes => {
    const size = Math.ceil(numbers.m / 8);
    const polynomial = numbers.middle.length === 1 ? small(numbers.middle[0] ?? 0) : sequence(...numbers.middle.toReversed().map(small));
    const n = BigInt(`0x${numbers.n}`);
    const curve = sequence(
      sequence(small(numbers.m), polynomial),
      encode(0x02, Uint8Array.of(numbers.a)),
      octetString(little(numbers.b, size)),
      unsigned(bigEndian(n, Math.ceil(numbers.n.length / 2))),
      octetString(base),
    );
    return sequence(sequence(oid("1.2.804.2.1.1.1.1.3.1.1"), sequence(curve)), bitString(octetString(key)));
  };
  const base = writePoint(domain, domain.curve.parameters.base);

  it("when the parameters are written in full, then the recommended curve is known by them, and one with another base point is checked and taken", () => {
    assert.equal(readDstu4145PublicKey(spki(m257, base, octets)).domain, domain);
    const other = readDstu4145PublicKey(spki(m257, octets, base));
    assert.notEqual(other.domain, domain);
    assert.deepEqual(other.domain.curve.parameters.base, point);
    assert.equal(readDstu4145PublicKey(spki(m257, octets, base)).domain, other.domain);
  });
  it("when the parameters do not hold, then each is refused by name", () => {
    const cases: [Partial<CurveNumbers>, string][] = [
      [{ middle: [13] }, "polynomial"],
      [{ m: 255, middle: [12] }, "field"],
      [{ m: 1009, middle: [12] }, "field"],
      [{ middle: [240] }, "polynomial"],
      [{ n: "800000000000000000000000000000006759213af182e987d3e17714907d470f" }, "order"],
      [{ n: "0" }, "order"],
      [{ n: "4000000000000000000000000000000033ac909d78c174c3e9f0bb8a483ea387" }, "order"],
    ];
    for (const [change, what] of cases) {
      assert.throws(() => checkCurve({ ...m257, ...change }), { code: "key.invalid", params: { what } }, JSON.stringify(change));
      assert.throws(
        () => readDstu4145PublicKey(spki({ ...m257, ...change }, base, octets)),
        { code: "key.invalid" },
        JSON.stringify(change),
      );
    }
    assert.throws(() => checkCurve({ ...m257, y: m257.x }), { code: "key.invalid" });
    assert.throws(() => checkCurve({ ...m257, b: "0" }), { code: "key.invalid" });
    // a base point of order two
    const two = field.element();
    field.root(two, domain.curve.parameters.b);
    assert.throws(() => checkCurve({ ...m257, x: "0", y: toHex(field.toOctets(two).reverse()) }), {
      code: "key.invalid",
      params: { what: "base" },
    });
    for (const numbers of POLYNOMIAL_CURVES) assert.equal(checkCurve({ ...numbers }).order.modulus, BigInt(`0x${numbers.n}`));
  });
});
