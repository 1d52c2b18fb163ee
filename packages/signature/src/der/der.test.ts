import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { fromBER, ObjectIdentifier, Sequence } from "asn1js";
import { fromHex, toHex, type Bytes } from "../bytes.ts";
import { ecdsaFromDer, ecdsaToDer } from "../algorithms/ecdsa-value.ts";
import { SignatureError } from "../errors.ts";
import { children, readDer, TAG, type DerNode } from "./read.ts";
import { readBoolean, readNamedBits, readOid, readSerial, readSmall, readText, readTime } from "./values.ts";
import { encode, namedBits, octetString, oid, sequence, setOf, small, time, unsigned, utf8String } from "./write.ts";

const hex = (text: string): Bytes => fromHex(text.replaceAll(" ", "")) ?? assert.fail(text);
const node = (text: string): DerNode => readDer(hex(text), hex(text)[0] ?? 0, "test");
const refused = (error: unknown): boolean => error instanceof SignatureError && error.code === "der.malformed";

describe("given bytes that are BER but not DER", () => {
  const cases = {
    nothing: "",
    "a tag alone": "30",
    "an indefinite length": "3080 0000",
    "a long form for a short length": "3081 01 00",
    "a leading zero in a length": "308200 80" + "00".repeat(128),
    "a length of five octets": "3085 0000000001 00",
    "more content than bytes": "3002 00",
    "bytes after the end": "3000 00",
    "a tag of several octets": "3f8101 00",
  };
  for (const [name, text] of Object.entries(cases))
    it(`when there is ${name}, then it is refused`, () => assert.throws(() => readDer(hex(text), 0x30, "test"), refused));
});

describe("given values in other forms than DER's", () => {
  it("when an integer is padded, empty or negative, then it is refused", () => {
    for (const text of ["0202 0001", "0202 ffff", "0200", "0201 80"]) assert.throws(() => readSerial(node(text)), refused, text);
    assert.equal(readSerial(node("0202 0080")), "80");
    assert.equal(readSerial(node("0201 00")), "00");
  });
  it("when a small integer is over 31 bits, then it is refused", () => {
    assert.equal(readSmall(node("0204 7fffffff")), 2 ** 31 - 1);
    assert.throws(() => readSmall(node("0205 0080000000")), refused);
  });
  it("when a boolean is neither 00 nor ff, then it is refused", () => {
    assert.equal(readBoolean(node("0101 ff")), true);
    assert.throws(() => readBoolean(node("0101 01")), refused);
  });
  it("when an object identifier is padded or cut off, then it is refused", () => {
    for (const text of ["0600", "0602 2a80", "0603 2a8001"]) assert.throws(() => readOid(node(text)), refused, text);
  });
  it("when a named bit list has trailing zero bits, then it is refused", () => {
    assert.deepEqual(readNamedBits(node("0302 0640")), [1]);
    for (const text of ["0302 0540", "0302 0641", "0301 01", "0302 0840", "0302 0000"])
      assert.throws(() => readNamedBits(node(text)), refused, text);
  });
  it("when a time is no calendar date, has a fraction, an offset or no seconds, then it is refused", () => {
    for (const text of ["260231080000Z", "2602280800Z", "260228080000+0700", "260228246000Z"])
      assert.throws(() => readTime(encodeText(0x17, text)), refused, text);
    for (const text of ["20260228080000.5Z", "20260228080000", "20261328080000Z"])
      assert.throws(() => readTime(encodeText(0x18, text)), refused, text);
    assert.equal(readTime(encodeText(0x17, "490101000000Z")).getUTCFullYear(), 2049);
    assert.equal(readTime(encodeText(0x17, "500101000000Z")).getUTCFullYear(), 1950);
  });
  it("when text is of an older string type, then it reads as text, and broken UTF-8 as none", () => {
    assert.equal(readText(readDer(encode(TAG.bmpString, hex("1ed3 0110")), TAG.bmpString, "t")), "ồĐ");
    assert.equal(readText(readDer(encode(TAG.utf8String, hex("ff")), TAG.utf8String, "t")), null);
    assert.equal(readText(readDer(encode(TAG.universalString, hex("ffffffff")), TAG.universalString, "t")), null);
  });
});

function encodeText(tag: number, text: string): DerNode {
  return readDer(encode(tag, new TextEncoder().encode(text)), tag, "time");
}

describe("given values that are written", () => {
  it("when they are read again, then they are the same", () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 31 - 1),
        fc.date({ min: new Date("1950-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
        fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 15]),
        (number, date, bits) => {
          const read = (der: Bytes): DerNode => readDer(der, der[0] ?? 0, "test");
          assert.equal(readSmall(read(small(number))), number);
          assert.equal(readTime(read(time(date))).getTime(), Math.floor(date.getTime() / 1000) * 1000);
          assert.deepEqual(readNamedBits(read(namedBits(bits))), bits);
        },
      ),
    );
  });
  it("when object identifiers are written, then another library writes the same", () => {
    fc.assert(
      fc.property(fc.nat(1), fc.nat(39), fc.array(fc.nat(2 ** 31), { minLength: 1, maxLength: 10 }), (root, second, rest) => {
        const dotted = [root, second, ...rest].join(".");
        assert.equal(toHex(oid(dotted)), toHex(new Uint8Array(new ObjectIdentifier({ value: dotted }).toBER())));
        assert.equal(readOid(readDer(oid(dotted), TAG.oid, "oid")), dotted);
      }),
    );
    assert.equal(readOid(readDer(oid("2.999.3"), TAG.oid, "oid")), "2.999.3");
  });
  it("when lengths pass the limits of their forms, then another library reads the same bytes", () => {
    for (const size of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const der = sequence(octetString(new Uint8Array(size)), utf8String("x"));
      const { result, offset } = fromBER(der);
      assert.ok(result instanceof Sequence && offset === der.length);
      assert.equal(children(readDer(der, TAG.sequence, "t"), "t")[0]?.content.length, size);
    }
  });
  it("when a SET OF is written, then its order does not depend on the given one", () => {
    const items = [small(300), small(2), octetString(hex("00")), small(1)];
    assert.deepEqual(setOf(...items), setOf(...items.toReversed()));
    assert.equal(toHex(setOf(...items)), "310d0201010201020202012c040100");
  });
  it("when a magnitude has leading zeros or a high bit, then the integer is still the shortest", () => {
    assert.equal(toHex(unsigned(hex("000080"))), "02020080");
    assert.equal(toHex(unsigned(hex("00007f"))), "02017f");
    assert.equal(toHex(unsigned(hex(""))), "020100");
  });
});

describe("given ECDSA values", () => {
  it("when r‖s is turned to DER and back, then it is the same", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (raw) =>
        assert.deepEqual(ecdsaFromDer(ecdsaToDer(raw), 32), Uint8Array.from(raw)),
      ),
    );
  });
  it("when the DER is padded, has a third number, a negative one or one that is too long, then it is none", () => {
    for (const text of [
      "3007 0202 0001 020101",
      "3009 020101 020101 020101",
      "3006 020181 020101",
      `3026 0221 01${"00".repeat(32)} 020101`,
      "3006 020101 020101 00",
    ]) {
      assert.equal(ecdsaFromDer(hex(text), 32), null, text);
    }
  });
});
