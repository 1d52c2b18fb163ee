/**
 * Does the time of a signature tell the key or the nonce? As dudect asks it (Reparaz, Balasch, Verbauwhede 2017): two classes of input, taken in random order, the slowest
 * tenth left out, and Welch's t between them; above 4.5 they differ. One class has key and nonce of one bit, which any shortcut would be quickest for; the other
 * has random ones. The last line is a control: a multiplication that does take shortcuts, which must be told apart.
 *
 * `node --conditions=source packages/signature/scripts/timing-of-signatures.ts [samples]`
 */
import { POLYNOMIAL_CURVES } from "../src/national/dstu4145/curves.ts";
import { dstu4145Domain } from "../src/national/dstu4145/domain.ts";
import { signWithNonce as signBinary } from "../src/national/dstu4145/signature.ts";
import { namedGostDomain } from "../src/national/gost3410/public-key.ts";
import { signWithNonce as signPrime } from "../src/national/gost3410/signature.ts";

const SAMPLES = Number(process.argv[2] ?? 4000);
const KEPT = 0.9;

function random(length: number): Uint8Array<ArrayBuffer> {
  const octets = globalThis.crypto.getRandomValues(new Uint8Array(length));
  octets[length - 1] = (octets[length - 1] ?? 0) & 0x3f;
  return octets;
}

const single = (length: number, bit: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).with(0, bit);

function mean(values: readonly number[]): { mean: number; variance: number } {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean: average, variance: values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1) };
}

/** `prepare` makes an input of class 0 or 1 before the clock starts. */
function report<Input>(what: string, prepare: (which: number) => Input, work: (input: Input) => void): void {
  const times: [number, number][] = [];
  for (let i = 0; i < SAMPLES + 400; i++) {
    const which = (random(1)[0] ?? 0) & 1;
    const input = prepare(which);
    const before = process.hrtime.bigint();
    work(input);
    // the first ones are slow while the engine learns
    if (i >= 400) times.push([which, Number(process.hrtime.bigint() - before)]);
  }
  const limit = times.map(([, time]) => time).toSorted((one, other) => one - other)[Math.floor(times.length * KEPT)] ?? 0;
  const [fixed, drawn] = [0, 1].map((which) => mean(times.filter(([of, time]) => of === which && time <= limit).map(([, time]) => time)));
  if (!fixed || !drawn) return;
  const t = (fixed.mean - drawn.mean) / Math.sqrt((fixed.variance + drawn.variance) / ((SAMPLES * KEPT) / 2));
  console.log(
    `${what}: t = ${t.toFixed(2)} (${(fixed.mean / 1000).toFixed(1)} and ${(drawn.mean / 1000).toFixed(1)} µs, ${SAMPLES} samples)`,
  );
}

const binary = dstu4145Domain(POLYNOMIAL_CURVES[6] ?? process.exit(1));
const prime = namedGostDomain("1.2.643.7.1.2.1.2.1");

report(
  "DSTU 4145 m = 257",
  (which) => (which === 0 ? [single(32, 1), single(32, 2)] : [random(32), random(32)]) as [Uint8Array, Uint8Array],
  ([key, nonce]) => void signBinary(binary, key, new Uint8Array(32).fill(7), nonce),
);
report(
  "GOST 34.10 512 bits",
  (which) => (which === 0 ? [single(64, 1), single(64, 2)] : [random(64), random(64)]) as [Uint8Array, Uint8Array],
  ([key, nonce]) => void signPrime(prime, key, new Uint8Array(64).fill(7), nonce),
);
const point = binary.curve.parameters.base;
report(
  "control: a multiplication for public scalars",
  (which) => (which === 0 ? 2n ** 250n : 2n ** 250n + BigInt(`0x${Buffer.from(random(31)).toString("hex")}`)),
  (scalar) => void binary.curve.multiplyPublic(scalar, point, 0n),
);
