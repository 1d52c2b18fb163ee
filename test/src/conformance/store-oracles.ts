import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withKeyStore } from "@fisc/signature/key-stores";
import { createTestPki } from "@fisc/signature/testing";
import { dstu4145Pair, gostEncryption, writeEncryptedKey, writeJks, writeKey6, writeTwoKeys } from "@fisc/signature/testing/key-stores";
import { answered } from "./published.ts";
import type { ConformanceCase } from "./suite.ts";

/** As much of jkurwa and what it is made of as is asked here. */
interface Jkurwa {
  readonly Priv: {
    from_protected(
      file: Buffer,
      password: string,
      algorithms: unknown,
    ): { readonly keys: readonly { readonly d: { toString(hex: true): string } }[] };
  };
}
interface JksReader {
  parse(file: Buffer): { readonly material: readonly { readonly key: Buffer }[] } | null;
  decode(key: Buffer, password: string): Buffer | null;
}

const require = createRequire(import.meta.url);
const PASSWORD = "password";
/** DER of the name of the recommended curve with m = 257. */
const M257 = Uint8Array.from([6, 13, 42, 134, 36, 2, 1, 1, 1, 1, 3, 1, 1, 2, 6]);

/** jkurwa (with gost89 and jksreader) reads what we write, and we what comes with it. */
export async function runStoreOracles(): Promise<ConformanceCase[]> {
  const jkurwa = require("jkurwa") as Jkurwa;
  const { algos } = require("gost89/lib/compat") as { algos(): unknown };
  const reader = createRequire(require.resolve("jkurwa"))("jksreader") as JksReader;
  const [pair, second] = [dstu4145Pair(), dstu4145Pair()];
  const two = writeTwoKeys(pair.identifier, pair.secret, M257, second.secret);
  const key6 = writeKey6(two, new TextEncoder().encode(PASSWORD));

  const theirKeys = async (file: Uint8Array): Promise<string> =>
    jkurwa.Priv.from_protected(Buffer.from(file), PASSWORD, algos())
      .keys.map(({ d }) => BigInt(`0x${d.toString(true)}`).toString(16))
      .join(" ");
  const numbers = (...secrets: readonly Uint8Array[]): string =>
    secrets.map((secret) => BigInt(`0x${Buffer.from(secret.toReversed()).toString("hex")}`).toString(16)).join(" ");
  const opened = async (file: Uint8Array, publicKeys: readonly Uint8Array[]): Promise<string> => {
    const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now: new Date() });
    const issued = publicKeys.map((publicKey) => pki.issue({ subject: { commonName: "signer" }, publicKey }));
    const certificates = (await Promise.all(issued)).map(({ certificate }) => certificate);
    // a certificate goes to the key that it is over
    return withKeyStore({ file, password: PASSWORD, certificates }, async ({ keys }) =>
      keys.map(({ certificates: [own] }) => certificates.findIndex((one) => own && Buffer.from(one).equals(own))).join(" "),
    );
  };

  const data = join(require.resolve("jkurwa"), "../../test/data");
  const secret = new Uint8Array(await readFile(join(data, "Key40A0.cer"))).slice(-38, -6);
  return [
    await answered("we open the store that comes with jkurwa, and its key is the one beside it", "0", async () =>
      opened(new Uint8Array(await readFile(join(data, "STORE_A040.dat"))), [dstu4145Pair({ given: secret }).publicKey]),
    ),
    await answered("jkurwa opens our PKCS #8 under GOST 28147", numbers(pair.secret), async () =>
      theirKeys(await writeEncryptedKey(pair.privateKeyInfo, gostEncryption("GOST28147", 10_000), PASSWORD)),
    ),
    await answered("jkurwa opens our Key-6 with two keys", numbers(pair.secret, second.secret), () => theirKeys(key6)),
    await answered("we open the same Key-6", "0 1", () => opened(key6, [pair.publicKey, second.publicKey])),
    await answered("jksreader opens our JKS", Buffer.from(two).toString("hex"), async () => {
      const file = Buffer.from(writeJks(PASSWORD, [{ label: "key", privateKeyInfo: two, certificates: [] }]));
      const key = reader.decode(reader.parse(file)?.material[0]?.key ?? Buffer.alloc(0), PASSWORD);
      return key?.toString("hex") ?? "nothing";
    }),
  ].map((one) => (one.agrees ? { ...one, expected: "the same keys", found: "the same keys" } : one));
}
