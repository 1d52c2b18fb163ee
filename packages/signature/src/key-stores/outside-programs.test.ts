import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { fromPem, toPem } from "../testing/index.ts";
import { createTestPki } from "../testing/pki.ts";
import { aesEncryption, oldEncryption, platformPair, writeEncryptedKey, writeJks, writePkcs12 } from "../testing/key-stores/index.ts";
import { openKeyStore } from "./index.ts";

const run = promisify(execFile);
const password = "Kho bạc 2026";
let folder: string;

before(async () => void (folder = await mkdtemp(join(tmpdir(), "fisc-stores-"))));
after(() => rm(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);
const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(path(name)));
const openssl = (...args: string[]): Promise<{ stdout: string }> => run("openssl", args);

const withoutKeytool = ((): string | false => {
  try {
    execFileSync("keytool", ["-help"], { stdio: "ignore" });
    return false;
  } catch {
    return "no keytool";
  }
})();

const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now: new Date() });
const people = await Promise.all(
  (["RSA", "EC"] as const).map(async (kind) => {
    const pair = await platformPair(kind);
    return { kind, ...pair, ...(await pki.issue({ subject: { commonName: "signer" }, publicKey: pair.publicKey })) };
  }),
);

/** Opens it, and has its key sign. */
async function assertOpens(name: string, certificate: Uint8Array, secret = password): Promise<void> {
  const file = await bytes(name);
  const store = await openKeyStore({ file, password: secret, certificates: [certificate] });
  const key = store.keyFor("nonRepudiation");
  assert.deepEqual(key.certificates, [certificate]);
  const signer = await key.signer();
  assert.ok((await signer.sign(new Uint8Array(9))).length >= 64);
  store.close();
  await assert.rejects(openKeyStore({ file, password: "another" }), { code: "store.wrong-password", params: {} });
}

for (const { kind, privateKeyInfo, certificate, pem } of people) {
  describe(`given OpenSSL and a store with a key of ${kind}`, () => {
    before(async () => {
      await writeFile(path(`${kind}.key`), toPem("PRIVATE KEY", privateKeyInfo));
      await writeFile(path(`${kind}.pem`), pem);
      await writeFile(path("ca.pem"), pki.issuing.pem + pki.root.pem);
    });

    for (const options of [
      "",
      "-legacy",
      "-keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-3DES -legacy",
      "-keypbe PBE-SHA1-RC2-128 -certpbe PBE-SHA1-RC2-40 -legacy",
      "-keypbe AES-128-CBC -certpbe NONE -macalg sha512 -iter 3000 -maciter",
      "-keypbe DES-EDE3-CBC -certpbe AES-256-CBC -macalg sha384",
      "-nomac",
    ].slice(0, kind === "RSA" ? undefined : 1))
      it(`when it exports PKCS #12 by «${options || "its defaults"}», then the store opens with key and chain`, async () => {
        const names = ["-inkey", path(`${kind}.key`), "-in", path(`${kind}.pem`), "-certfile", path("ca.pem")];
        const secret = ["-passout", `pass:${password}`, "-out", path("made.p12")];
        await openssl("pkcs12", "-export", ...names, ...secret, "-name", "my key", ...options.split(" ").filter(Boolean));
        const store = await openKeyStore({ file: await bytes("made.p12"), password });
        assert.deepEqual(store.chainOf(certificate), [pki.issuing.certificate, pki.root.certificate]);
        assert.equal(store.keys[0]?.label, "my key");
        store.close();
        await assertOpens("made.p12", certificate);
      });

    for (const options of [
      "-v2 aes256",
      "-v2 aes-128-cbc -v2prf hmacWithSHA512 -iter 5000",
      "-v2 des3 -v2prf hmacWithSHA1",
      "-scrypt",
      "-v1 PBE-SHA1-3DES",
    ].slice(0, kind === "RSA" ? undefined : 1))
      it(`when it encrypts PKCS #8 by «${options}», then the key opens`, async () => {
        const names = ["-in", path(`${kind}.key`), "-out", path("made.p8"), "-passout", `pass:${password}`];
        await openssl("pkcs8", "-topk8", ...names, ...options.split(" "));
        await assertOpens("made.p8", certificate);
      });

    it("when it encrypts by RC4, which nobody here reads, then the algorithm is named", async () => {
      const names = ["-inkey", path(`${kind}.key`), "-in", path(`${kind}.pem`), "-passout", `pass:${password}`, "-out", path("rc4.p12")];
      await openssl("pkcs12", "-export", "-legacy", "-keypbe", "PBE-SHA1-RC4-128", ...names);
      const opening = openKeyStore({ file: await bytes("rc4.p12"), password });
      await assert.rejects(opening, { code: "algorithm.unsupported", params: { algorithm: "1.2.840.113549.1.12.1.1" } });
    });

    it("when it reads our stores, in DER and in BER, then it finds the same key and certificate", async () => {
      const entries = [{ privateKeyInfo, certificate }];
      for (const [encryption, ber] of [
        [aesEncryption(), false],
        [oldEncryption("RC2-40"), true],
        [oldEncryption("3DES"), false],
        [oldEncryption("2DES"), true],
      ] as const) {
        await writeFile(path("ours.p12"), await writePkcs12({ password, entries, encryption, certificateEncryption: encryption, ber }));
        const { stdout } = await openssl("pkcs12", "-legacy", "-in", path("ours.p12"), "-nodes", "-passin", `pass:${password}`);
        assert.deepEqual(fromPem("CERTIFICATE", stdout), [certificate]);
        assert.deepEqual(fromPem("PRIVATE KEY", stdout), [privateKeyInfo]);
      }
      await writeFile(path("ours.p8"), await writeEncryptedKey(privateKeyInfo, aesEncryption(), password));
      const { stdout } = await openssl("pkcs8", "-inform", "DER", "-in", path("ours.p8"), "-passin", `pass:${password}`);
      assert.deepEqual(fromPem("PRIVATE KEY", stdout), [privateKeyInfo]);
    });
  });
}

describe("given Java's keytool", { skip: withoutKeytool }, () => {
  const secret = "changeit-1";
  const [rsa] = people;
  const keytool = (...args: string[]): Promise<{ stdout: string }> => run("keytool", args);

  it("when it makes a JKS store of a PKCS #12 of ours, and lists a JKS store of ours, then both sides agree", async () => {
    assert.ok(rsa);
    const { privateKeyInfo, certificate } = rsa;
    const entries = [{ privateKeyInfo, certificate, label: "signer", id: Uint8Array.of(1) }];
    await writeFile(path("from.p12"), await writePkcs12({ password: secret, entries, encryption: aesEncryption() }));
    const from = ["-srckeystore", path("from.p12"), "-srcstoretype", "PKCS12", "-srcstorepass", secret];
    await keytool(
      "-importkeystore",
      "-noprompt",
      ...from,
      "-destkeystore",
      path("java.jks"),
      "-deststoretype",
      "JKS",
      "-deststorepass",
      secret,
    );
    await assertOpens("java.jks", certificate, secret);
    const ours = writeJks(secret, [
      { label: "signer", privateKeyInfo, certificates: [certificate, pki.issuing.certificate] },
      { label: "authority", certificates: [pki.root.certificate] },
    ]);
    await writeFile(path("ours.jks"), ours);
    const { stdout } = await keytool("-list", "-rfc", "-keystore", path("ours.jks"), "-storetype", "JKS", "-storepass", secret);
    assert.deepEqual(fromPem("CERTIFICATE", stdout).length, 3);
    const into = ["-srckeystore", path("ours.jks"), "-srcstoretype", "JKS", "-srcstorepass", secret];
    await keytool(
      "-importkeystore",
      "-noprompt",
      ...into,
      "-destkeystore",
      path("java.p12"),
      "-deststoretype",
      "PKCS12",
      "-deststorepass",
      secret,
    );
    await assertOpens("java.p12", certificate, secret);
  });
});
