import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { validatePath, type PathInput } from "../index.ts";
import type { Bytes } from "../bytes.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { booleanTrue, encode, nullValue, oid, sequence } from "../der/write.ts";
import {
  createTestPki,
  generateKeyPair,
  writeCertificate,
  writeRevocationList,
  type CertificateFields,
  type TestKeyPair,
  type TestPki,
} from "../testing/index.ts";
import { writeName } from "../testing/write-certificate.ts";
import { MAXIMUM_DEPTH } from "./build-path.ts";

const now = new Date("2026-11-21T08:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
type Expected = readonly [indication: string, subIndication: string | undefined, failedCheck: string | undefined];
const CHAIN = "CHAIN_CONSTRAINTS_FAILURE";

let root: TestPki["root"];
let pki: TestPki;
let middle: TestKeyPair;
let leaf: TestKeyPair;
let serial = 1;

before(async () => {
  pki = await createTestPki({ name: "Path", algorithm: "P-256", now });
  root = pki.root;
  middle = await generateKeyPair("P-256");
  leaf = await generateKeyPair("P-256");
});

interface Level {
  readonly name: string;
  readonly keys: TestKeyPair;
}
const rootLevel = (): Level => ({ name: root.subject.commonName, keys: root.keys });

/** A certificate for `subject`, signed by `issuer`; the fields say what is wrong with it. */
function issue(issuer: Level, subject: Level, fields: Partial<CertificateFields> = {}): Promise<Bytes> {
  const issuerName = issuer.keys === root.keys ? root.subject : { commonName: issuer.name };
  return writeCertificate(
    {
      serial: Uint8Array.of(1, serial++),
      issuer: issuerName,
      subject: { commonName: subject.name },
      notBefore: later(-5),
      notAfter: later(5),
      publicKey: subject.keys.publicKey,
      issuerPublicKey: issuer.keys.publicKey,
      keyUsage: ["nonRepudiation"],
      ...fields,
    },
    issuer.keys.privateKey,
  );
}
const levelAt = (levels: readonly Level[], index: number): Level => levels.at(index) ?? assert.fail();
const AUTHORITY: Partial<CertificateFields> = { keyUsage: ["keyCertSign", "cRLSign"], certificateAuthority: {} };

async function expectPath(input: Omit<PathInput, "trustAnchors" | "at"> & Partial<PathInput>, expected: Expected): Promise<void> {
  const report = await validatePath({ trustAnchors: [root.certificate], at: now, revocation: "unchecked", ...input });
  const failed = report.evidence.find(({ outcome }) => outcome === "failed");
  assert.deepEqual([report.indication, report.subIndication, failed?.check], expected, JSON.stringify(report.evidence));
}

describe("given an intermediate authority of the trusted root", () => {
  const mid = (): Level => ({ name: "Middle", keys: middle });
  const end = (): Level => ({ name: "Person", keys: leaf });
  const chain = async (authority: Partial<CertificateFields>): Promise<{ certificate: Bytes; intermediates: Bytes[] }> => ({
    certificate: await issue(mid(), end()),
    intermediates: [await issue(rootLevel(), mid(), { ...AUTHORITY, ...authority })],
  });
  const withExtension = (id: string, critical: boolean, value: Uint8Array): Partial<CertificateFields> => ({
    furtherExtensions: [{ id, critical, value }],
  });
  const excludesPerson = sequence(encode(0xa1, sequence(encode(0xa4, writeName({ commonName: "Person" })))));

  const cases: readonly (readonly [string, () => Partial<CertificateFields>, Expected])[] = [
    ["is a CA", () => ({}), ["TOTAL-PASSED", undefined, undefined]],
    [
      "says that it is no CA",
      () => ({ certificateAuthority: undefined }) as unknown as Partial<CertificateFields>,
      ["INDETERMINATE", CHAIN, "basic-constraints"],
    ],
    ["may not sign certificates", () => ({ keyUsage: ["cRLSign"] }), ["INDETERMINATE", CHAIN, "key-usage"]],
    ["has expired", () => ({ notBefore: later(-9), notAfter: later(-1) }), ["INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", "validity"]],
    ["is not valid yet", () => ({ notBefore: later(1), notAfter: later(9) }), ["INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", "validity"]],
    [
      "excludes the person's name",
      () => withExtension(EXTENSION.nameConstraints, true, excludesPerson),
      ["INDETERMINATE", CHAIN, "name-constraints"],
    ],
    [
      "excludes the person's name in an extension that is not critical",
      () => withExtension(EXTENSION.nameConstraints, false, excludesPerson),
      ["INDETERMINATE", CHAIN, "name-constraints"],
    ],
    [
      "has an unknown critical extension",
      () => withExtension("1.2.3.4", true, nullValue()),
      ["INDETERMINATE", CHAIN, "critical-extensions"],
    ],
    [
      "has an unknown extension that is not critical",
      () => withExtension("1.2.3.4", false, nullValue()),
      ["TOTAL-PASSED", undefined, undefined],
    ],
    [
      "has the same extension twice",
      () => withExtension(EXTENSION.basicConstraints, false, sequence(booleanTrue())),
      ["INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND", "chain-found"],
    ],
    [
      "claims another authority key, which is only a hint",
      () => ({ issuerPublicKey: leaf.publicKey }),
      ["TOTAL-PASSED", undefined, undefined],
    ],
  ];
  for (const [name, fields, expected] of cases) {
    it(`when it ${name}, then the path ends as ${expected[1] ?? expected[0]}`, async () => expectPath(await chain(fields()), expected));
  }

  it("when a second, faultless certificate of the same authority is there too, then the path goes through that one", async () => {
    const { certificate, intermediates } = await chain({ notBefore: later(-9), notAfter: later(-1) });
    const good = await issue(rootLevel(), mid(), AUTHORITY);
    await expectPath({ certificate, intermediates: [...intermediates, good] }, ["TOTAL-PASSED", undefined, undefined]);
  });
  it("when it is missing, then no chain is found", async () =>
    expectPath({ certificate: (await chain({})).certificate }, ["INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND", "chain-found"]));
  it("when unreadable bytes stand among the intermediates, then they are left aside", async () => {
    const { certificate, intermediates } = await chain({});
    await expectPath({ certificate, intermediates: [Uint8Array.of(1, 2, 3), ...intermediates] }, ["TOTAL-PASSED", undefined, undefined]);
  });
  it("when its root is only sent along and not trusted, then no chain is found", async () => {
    const { certificate, intermediates } = await chain({});
    const foreign = await createTestPki({ name: "Foreign", algorithm: "P-256", now });
    await expectPath({ certificate, intermediates: [...intermediates, root.certificate], trustAnchors: [foreign.root.certificate] }, [
      "INDETERMINATE",
      "NO_CERTIFICATE_CHAIN_FOUND",
      "chain-found",
    ]);
  });
  it("when a policy takes only RSA, then the chain's algorithms are refused", async () => {
    const algorithms = { signatures: ["RSA-PKCS1-SHA256"] } as const;
    await expectPath({ ...(await chain({})), algorithms }, ["INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", "algorithm-constraints"]);
  });
});

describe("given path lengths", () => {
  it("when an authority with pathLen 0 has another one below it, then the path is refused", async () => {
    const below: Level = { name: "Below", keys: middle };
    const issuing: Level = { name: pki.issuing.subject.commonName, keys: pki.issuing.keys };
    // issued under the name of the real issuing CA, whose pathLen is 0
    const sub = await writeCertificate(
      {
        serial: Uint8Array.of(9),
        issuer: pki.issuing.subject,
        subject: { commonName: below.name },
        notBefore: later(-1),
        notAfter: later(1),
        publicKey: middle.publicKey,
        issuerPublicKey: issuing.keys.publicKey,
        ...AUTHORITY,
        keyUsage: ["keyCertSign"],
      },
      pki.issuing.keys.privateKey,
    );
    const certificate = await issue(below, { name: "Person", keys: leaf });
    await expectPath({ certificate, intermediates: [sub, pki.issuing.certificate] }, ["INDETERMINATE", CHAIN, "path-length"]);
  });

  it("when a person's certificate issues another one, then the path is refused", async () => {
    const person = await pki.issue({ subject: { commonName: "Person" } });
    const forged = await issue(
      { name: "Person", keys: { privateKey: person.privateKey, publicKey: leaf.publicKey } },
      { name: "Director", keys: leaf },
      { issuer: { commonName: "Person" }, issuerPublicKey: await spkiOf(person.certificate) },
    );
    await expectPath({ certificate: forged, intermediates: [person.certificate, pki.issuing.certificate] }, [
      "INDETERMINATE",
      CHAIN,
      "basic-constraints",
    ]);
  });

  it(`when a chain is longer than ${MAXIMUM_DEPTH}, then the search stops and says so; one of ${MAXIMUM_DEPTH} passes`, async () => {
    const levels: Level[] = [rootLevel()];
    const authorities: Bytes[] = [];
    for (let index = 1; index <= MAXIMUM_DEPTH - 1; index++) {
      const level: Level = { name: `Level ${index}`, keys: await generateKeyPair("P-256") };
      authorities.push(await issue(levelAt(levels, -1), level, AUTHORITY));
      levels.push(level);
    }
    const end: Level = { name: "Person", keys: leaf };
    await expectPath({ certificate: await issue(levelAt(levels, -2), end), intermediates: authorities }, [
      "TOTAL-PASSED",
      undefined,
      undefined,
    ]);
    await expectPath({ certificate: await issue(levelAt(levels, -1), end), intermediates: authorities }, [
      "INDETERMINATE",
      "CERTIFICATE_CHAIN_GENERAL_FAILURE",
      "chain-found",
    ]);
  });
});

describe("given revocation lists", () => {
  let person: Awaited<ReturnType<TestPki["issue"]>>;
  before(async () => void (person = await pki.issue({ subject: { commonName: "Person" } })));
  const required = (crls: readonly Uint8Array[], expected: Expected): Promise<void> =>
    expectPath({ certificate: person.certificate, intermediates: person.chain, revocation: "required", crls }, expected);
  const unknown = ["INDETERMINATE", "TRY_LATER", "revocation"] as const;

  it("when both are fresh, then the path passes", async () => required(await pki.crls(), ["TOTAL-PASSED", undefined, undefined]));
  it("when the root's is missing, then the status is unknown", async () => required([await pki.crl()], unknown));
  it("when one is over its next update, then the status is unknown", async () =>
    required([await pki.crl({ thisUpdate: later(-40) }), await pki.crl({ of: "root" })], unknown));
  it("when the authority itself is revoked, then its person's signature has no proof", async () => {
    const revoked = [{ serial: await readSerialOf(pki.issuing.certificate), reason: 2 }];
    await required([await pki.crl(), await pki.crl({ of: "root", revoked })], ["INDETERMINATE", "REVOKED_CA_NO_POE", "revocation"]);
  });
  it("when one list of two says revoked, then that counts", async () => {
    const lists = await pki.crls();
    const telling = await pki.crl({ revoked: [{ serial: person.serial }] });
    await required([...lists, telling], ["INDETERMINATE", "REVOKED_NO_POE", "revocation"]);
    await required([telling, ...lists], ["INDETERMINATE", "REVOKED_NO_POE", "revocation"]);
  });

  const crafted = async (
    keys: TestKeyPair,
    extra: { readonly id: string; readonly critical: boolean; readonly value: Uint8Array }[] = [],
  ): Promise<Bytes[]> => [
    await writeRevocationList(
      {
        issuer: pki.issuing.subject,
        issuerPublicKey: pki.issuing.keys.publicKey,
        number: 1,
        thisUpdate: now,
        nextUpdate: later(1),
        revoked: [],
        furtherExtensions: extra,
      },
      keys.privateKey,
    ),
    await pki.crl({ of: "root" }),
  ];
  it("when a list is made by hand for these tests, then it works like the others", async () =>
    required(await crafted(pki.issuing.keys), ["TOTAL-PASSED", undefined, undefined]));
  it("when a stranger signed the list, then the status is unknown", async () => required(await crafted(leaf), unknown));
  it("when a list is limited to authorities, then it is not used for a person", async () =>
    required(
      await crafted(pki.issuing.keys, [{ id: "2.5.29.28", critical: true, value: sequence(encode(0x82, Uint8Array.of(0xff))) }]),
      unknown,
    ));
  it("when a list has a critical extension that is not known, then it is not used", async () =>
    required(await crafted(pki.issuing.keys, [{ id: "1.2.3.4", critical: true, value: nullValue() }]), unknown));
  it("when a delta list has no complete one, then it is not used", async () =>
    required(await crafted(pki.issuing.keys, [{ id: "2.5.29.27", critical: true, value: Uint8Array.of(2, 1, 1) }]), unknown));
  it("when the certificate has expired and no list is there, then the expiry is told", async () => {
    await expectPath({ certificate: person.certificate, intermediates: person.chain, revocation: "required", crls: [], at: later(500) }, [
      "INDETERMINATE",
      "OUT_OF_BOUNDS_NO_POE",
      "validity",
    ]);
  });
});

describe("given certificates by SHA-1", () => {
  it("when one is in the chain, then the algorithm is named as the fault", async () => {
    const { certificate } = await pki.issue({ subject: { commonName: "Person" } });
    // ecdsa-with-SHA256 to ecdsa-with-SHA1-like OID of the same length: both copies of the identifier
    const weak = Uint8Array.from(certificate);
    const from = oid("1.2.840.10045.4.3.2");
    for (let at = 0; at + from.length <= weak.length; at++) {
      if (from.every((byte, index) => weak[at + index] === byte)) weak[at + from.length - 1] = 1;
    }
    await expectPath({ certificate: weak, intermediates: [pki.issuing.certificate] }, [
      "INDETERMINATE",
      "CRYPTO_CONSTRAINTS_FAILURE",
      "algorithm-constraints",
    ]);
  });
});

async function readSerialOf(der: Uint8Array): Promise<string> {
  const { parseCertificate } = await import("../index.ts");
  return (await parseCertificate(der)).serial;
}
async function spkiOf(der: Uint8Array): Promise<Uint8Array> {
  const { parseCertificate } = await import("../index.ts");
  return (await parseCertificate(der)).spki;
}
