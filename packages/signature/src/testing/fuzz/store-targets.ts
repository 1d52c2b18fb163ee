import { STANDARD_ALGORITHMS } from "../../algorithms/algorithms.ts";
import { concat, type Bytes } from "../../bytes.ts";
import { createCades } from "../../cades/create.ts";
import { encode, octetString, sequence, small, unsigned } from "../../der/write.ts";
import { inspectKeyStore, openKeyStore } from "../../key-stores/index.ts";
import { bigEndian } from "../../national/arithmetic/nonce.ts";
import { dstu4145Domain, DSTU4145, POLYNOMIAL_CURVES, writePoint } from "../../national/dstu4145/index.ts";
import { GOST3410 } from "../../national/gost3410/index.ts";
import {
  aesEncryption,
  dstu4145Pair,
  gost3410Pair,
  gostEncryption,
  oldEncryption,
  platformPair,
  writeEncryptedKey,
  writeJks,
  writeKey6,
  writePkcs12,
  writeTwoKeys,
} from "../key-stores/index.ts";
import type { TestPki } from "../pki.ts";
import type { FuzzTarget } from "./targets.ts";

const password = "fuzz";
/** Enough for the samples, whose keys are made in two steps; what asks for more is refused. */
const limits = { steps: 5_000 };
const registry = STANDARD_ALGORITHMS.with(DSTU4145, GOST3410);

/** Stores of each format and keys of each kind. What opens is used. */
export async function storeTargets(pki: TestPki, now: Date): Promise<readonly FuzzTarget[]> {
  const issue = async (publicKey: Bytes): Promise<Bytes> => (await pki.issue({ subject: { commonName: "signer" }, publicKey })).certificate;
  const [rsa, ec, dstu] = [await platformPair("RSA"), await platformPair("EC"), dstu4145Pair()];
  const gost = gost3410Pair({ algorithm: "1.2.643.7.1.1.1.1", curve: "1.2.643.7.1.2.1.1.1" });
  const two = writeTwoKeys(dstu.identifier, dstu.secret, curveInFull(), dstu4145Pair().secret);
  const certificate = await issue(ec.publicKey);
  const entries = [{ privateKeyInfo: ec.privateKeyInfo, certificate, label: "key", id: Uint8Array.of(1) }];
  const old = oldEncryption("3DES", 2);

  /** `sealed`: a digest under the password is over all of it, so that nothing else than the sample's key may come out. */
  const target = (name: string, sample: Bytes, own: Bytes, sealed = false): FuzzTarget => ({
    name,
    sample,
    async take(file) {
      await inspectKeyStore(file);
      const store = await openKeyStore({ file, password, limits });
      try {
        await store.addCertificates([own]);
        const keys = store.keys.filter(({ certificates }) => certificates.length > 0);
        if (sealed && keys.length !== 1) return "opened with another key";
        const [key] = keys;
        // a changed key ends here, as what it signs does not verify
        if (key) await createCades({ content: file, signer: await key.signer({ certificate: own }), signingTime: now, registry });
        return undefined;
      } finally {
        store.close();
      }
    },
  });
  return [
    target(
      "PKCS #12",
      await writePkcs12({ password, entries, encryption: old, certificateEncryption: old, macIterations: 2 }),
      certificate,
      true,
    ),
    target(
      "PKCS #12 in BER without a MAC",
      await writePkcs12({ password, entries, encryption: aesEncryption(2), mac: "none", ber: true }),
      certificate,
    ),
    target(
      "JKS",
      writeJks(password, [{ label: "key", privateKeyInfo: ec.privateKeyInfo, certificates: [certificate] }]),
      certificate,
      true,
    ),
    target(
      "encrypted PKCS #8",
      await writeEncryptedKey(dstu.privateKeyInfo, gostEncryption("GOST28147", 2), password),
      await issue(dstu.publicKey),
    ),
    {
      name: "Key-6",
      sample: writeKey6(two, new TextEncoder().encode(password)),
      take: async (file) => {
        await inspectKeyStore(file);
        return undefined;
      },
    },
    target("private keys of DSTU 4145", two, await issue(dstu.publicKey)),
    target("private key of GOST 34.10", gost.privateKeyInfo, await issue(gost.publicKey)),
    target("private key of RSA", rsa.privateKeyInfo, await issue(rsa.publicKey)),
    target("private key of ECDSA", ec.privateKeyInfo, certificate),
  ];
}

/** m = 257 as attributes of Key-6 write a curve: b and base point big-endian. */
function curveInFull(): Bytes {
  const numbers = POLYNOMIAL_CURVES[6];
  if (!numbers) throw new RangeError("no such curve");
  const { curve } = dstu4145Domain(numbers);
  const octets = (hex: string): Bytes => bigEndian(BigInt(`0x${hex}`), Math.ceil(numbers.m / 8));
  return sequence(
    sequence(small(numbers.m), small(numbers.middle[0] ?? 0)),
    encode(0x02, Uint8Array.of(numbers.a)),
    octetString(octets(numbers.b)),
    unsigned(concat(bigEndian(BigInt(`0x${numbers.n}`), 32))),
    octetString(writePoint({ curve }, curve.parameters.base).toReversed()),
  );
}
