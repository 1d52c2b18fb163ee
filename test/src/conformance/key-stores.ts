import { createCades, validateSignature } from "@fisc/signature";
import { inspectKeyStore, withKeyStore, type KeyStore } from "@fisc/signature/key-stores";
import { answered, PublishedFiles, registry, verdict } from "./published.ts";
import { runStoreOracles } from "./store-oracles.ts";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

interface PublishedStore {
  readonly file: string;
  readonly password: string;
  readonly format: string;
  /** Usual algorithm of each key. */
  readonly keys: readonly string[];
  /** Files of certificates that are not in the store. */
  readonly certificates?: readonly string[];
  /** Certificates that a key of the store ends up with are within their validity then. */
  readonly at: string;
}

const KZ = "kz/ncanode";
const UA = "ua/uapki";

const STORES: readonly PublishedStore[] = [
  { file: `${KZ}/KEY_INDIVIDUAL_VALID_2015.p12`, password: "Aa123456", format: "PKCS12", keys: ["GOST3410-2015-512"], at: "2022-09-01" },
  { file: `${KZ}/KEY_CEO_REVOKED_2015.p12`, password: "Aa123456", format: "PKCS12", keys: ["GOST3410-2015-512"], at: "2022-09-01" },
  { file: `${KZ}/KEY_CEO_SIGN_REVOKED_2004.p12`, password: "Qwerty12", format: "PKCS12", keys: ["GOST3410-2004"], at: "2022-09-01" },
  {
    file: `${KZ}/KEY_INDIVIDUAL_VALID_SIGN_2004.p12`,
    password: "Qwerty12",
    format: "PKCS12",
    keys: ["RSA-PKCS1-SHA256"],
    at: "2021-06-01",
  },
  {
    file: `${KZ}/KEY_INDIVIDUAL_SIGN_REVOKED_2004.p12`,
    password: "Qwerty12",
    format: "PKCS12",
    keys: ["RSA-PKCS1-SHA256"],
    at: "2022-09-01",
  },
  {
    file: `${KZ}/KEY_INDIVIDUAL_AUTH_REVOKED_2004.p12`,
    password: "Qwerty12",
    format: "PKCS12",
    keys: ["RSA-PKCS1-SHA256"],
    at: "2022-09-01",
  },
  {
    file: `${UA}/test-diia.p12`,
    password: "testpassword",
    format: "PKCS12",
    keys: ["DSTU4145-GOST34311", "DSTU4145-GOST34311"],
    certificates: [`${UA}/certs/diia-test-sign-7775603.cer`, `${UA}/certs/diia-test-kep-7775604.cer`],
    at: "2023-09-20",
  },
  { file: `${UA}/test-jks.jks`, password: "testpassword", format: "JKS", keys: ["RSA-PKCS1-SHA256"], at: "2026-01-01" },
];

const ANCHORS = [
  `${KZ}/ca/nca_gost2015_test.cer`,
  `${KZ}/ca/nca_gost_test.crt`,
  `${KZ}/ca/nca_rsa_test.crt`,
  `${UA}/certs/diia-CA-05E19E2CD92EA2990100000001000000E1000000.cer`,
];

/** Stores that authorities and programs of two countries published, and what jkurwa makes and reads. */
export async function runKeyStores(folder: string): Promise<SuiteResult> {
  const name = "Key stores";
  const about = "Published stores: opened, wrong password refused, signed with, the signature validated; jkurwa and gost89 both ways";
  const files = new PublishedFiles(folder);
  if (!files.present) return { name, about, cases: [], skipped: `there is no ${folder}` };
  const trustAnchors = await Promise.all(ANCHORS.map((file) => files.der(file)));
  const cases: ConformanceCase[] = [];
  for (const store of STORES) cases.push(...(await runStore(files, store, trustAnchors)));
  return { name, about, cases: [...cases, ...(await runStoreOracles())], listed: true };
}

async function runStore(files: PublishedFiles, store: PublishedStore, trustAnchors: readonly Uint8Array[]): Promise<ConformanceCase[]> {
  const file = await files.bytes(store.file);
  const certificates = await Promise.all((store.certificates ?? []).map((name) => files.der(name)));
  const open = <T>(password: string, work: (opened: KeyStore) => Promise<T>): Promise<T> =>
    withKeyStore({ file, password, certificates }, work);
  const cases = [
    await answered(`${store.file} is told by its octets`, store.format, async () => (await inspectKeyStore(file)).format),
    await answered(`${store.file}: keys`, store.keys.join(" "), () =>
      open(store.password, async ({ keys }) => keys.map(({ algorithms }) => algorithms[0]).join(" ")),
    ),
    await answered(`${store.file} with another password`, "store.wrong-password", () => open(`${store.password}x`, async () => "opened")),
    await answered(`${store.file} with its last third cut off`, "store.malformed", () =>
      withKeyStore({ file: file.slice(0, -file.length / 3), password: store.password }, async () => "opened"),
    ),
  ];
  if (store.format === "JKS") return cases;
  return [
    ...cases,
    await answered(`${store.file}: a signature by the key for signatures`, "TOTAL-PASSED CAdES-B-B", () =>
      open(store.password, (opened) => signed(opened, trustAnchors, new Date(store.at))),
    ),
  ];
}

async function signed(store: KeyStore, trustAnchors: readonly Uint8Array[], at: Date): Promise<string> {
  const content = new TextEncoder().encode("a payment order");
  const usage = store.keys.some(({ keyUsage }) => keyUsage.includes("nonRepudiation")) ? "nonRepudiation" : "digitalSignature";
  const signer = await store.keyFor(usage).signer();
  const signature = await createCades({ content, signer, signingTime: at, registry });
  return verdict(await validateSignature({ signature, content, trustAnchors, revocation: "unchecked", at, registry }));
}
