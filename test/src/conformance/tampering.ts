import { randomBytes, randomInt } from "node:crypto";
import { withNationalAlgorithms } from "@fisc/signature/webcrypto";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

const KEYS: readonly { readonly name: string; readonly namedCurve: string }[] = [
  { name: "DSTU4145-GOST34311", namedCurve: "1.2.804.2.1.1.1.1.3.1.1.2.6" },
  { name: "DSTU4145-GOST34311", namedCurve: "1.2.804.2.1.1.1.1.3.1.1.2.0" },
  { name: "DSTU4145-GOST34311-ONB", namedCurve: "1.2.804.2.1.1.1.1.3.1.2.2.0" },
  { name: "GOST3410-2004", namedCurve: "1.2.398.3.10.1.1.1.1.1" },
  { name: "GOST3410-2012-256", namedCurve: "1.2.643.2.2.35.2" },
  { name: "GOST3410-2012-256", namedCurve: "1.2.643.2.2.35.3" },
  { name: "GOST3410-2012-256", namedCurve: "1.2.643.7.1.2.1.1.1" },
  { name: "GOST3410-2015-512", namedCurve: "1.2.398.3.10.1.1.2.2.1" },
  { name: "GOST3410-2012-512", namedCurve: "1.2.643.7.1.2.1.2.2" },
  { name: "GOST3410-2012-512", namedCurve: "1.2.643.7.1.2.1.2.3" },
];

/** Keys of each curve, and values tried under each. */
const ROUNDS = 8;
const VALUES = 120;

/**
 * Signatures by national algorithms, and a great many values that are none: a bit changed in the value, in the message, halves swapped, tiny numbers, numbers next to where the
 * range ends, and random ones. No verification may go wrong either way: whether the arithmetic holds shows on the one value in thousands that meets a rare carry.
 */
export async function runTampering(): Promise<SuiteResult> {
  const { subtle } = withNationalAlgorithms();
  const cases: ConformanceCase[] = [];
  let tried = 0;
  for (const parameters of KEYS) {
    const wrong: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const pair = (await subtle.generateKey(parameters, true, ["sign", "verify"])) as CryptoKeyPair;
      const spki = new Uint8Array(await subtle.exportKey("spki", pair.publicKey));
      const data = new Uint8Array(randomBytes(1 + randomInt(200)));
      const value = new Uint8Array(await subtle.sign(parameters.name, pair.privateKey, data));
      const verifies = (signature: Octets, message: Octets): Promise<boolean> =>
        subtle.verify(parameters.name, pair.publicKey, signature, message);
      tried++;
      if (!(await verifies(value, data))) wrong.push(`refused: ${describe(spki, value, data)}`);
      for (let i = 0; i < VALUES; i++) {
        const [tampered, message] = tamper(value, data, i);
        tried++;
        if (await verifies(tampered, message)) wrong.push(`accepted: ${describe(spki, tampered, message)}`);
      }
    }
    cases.push({
      name: `${parameters.name} on ${parameters.namedCurve}`,
      expected: "every signature verifies, nothing else does",
      found: wrong.length === 0 ? "every signature verifies, nothing else does" : wrong.slice(0, 3).join("; "),
      agrees: wrong.length === 0,
    });
  }
  return {
    name: "Tampering",
    about: "Values that are no signatures, by the thousand, under national algorithms",
    cases,
    note: `${tried} values`,
  };
}

type Octets = Uint8Array<ArrayBuffer>;

function tamper(value: Octets, data: Octets, turn: number): [Octets, Octets] {
  const half = value.length / 2;
  const random = (): Octets => new Uint8Array(randomBytes(value.length));
  const withBit = (octets: Octets): Octets => {
    const bit = randomInt(8 * octets.length);
    return octets.map((octet, i) => (i === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet));
  };
  const ways: readonly (() => [Octets, Octets])[] = [
    () => [withBit(value), data],
    () => [value, withBit(data)],
    () => [new Uint8Array([...value.subarray(half), ...value.subarray(0, half)]), withBit(data)],
    () => [random(), data],
    // small numbers, at either end of each half
    () => [value.map((_, i) => (i % half === 0 ? 1 + randomInt(255) : 0)), data],
    () => [value.map((_, i) => (i % half === half - 1 ? 1 + randomInt(255) : 0)), data],
    // one half kept, the other one random or empty
    () => [value.map((octet, i) => (i < half ? octet : randomInt(256))), data],
    () => [value.map((octet, i) => (i < half ? randomInt(256) : octet)), data],
    () => [value.map((octet, i) => (i < half ? octet : 0)), data],
    () => [value.map((octet, i) => (i < half ? 0 : octet)), data],
    // as large as octets go
    () => [value.map(() => 0xff), data],
    () => [value.map((_, i) => (i % half > half - 3 ? 0xff : randomInt(256))), data],
  ];
  return (ways[turn % ways.length] as (typeof ways)[number])();
}

const describe = (...parts: readonly Octets[]): string => parts.map((part) => Buffer.from(part).toString("hex")).join(" ");
