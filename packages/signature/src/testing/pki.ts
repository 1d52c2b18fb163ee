import { type CryptoOption } from "../algorithms/verify.ts";
import { copy, fromHex, toHex, type Bytes } from "../bytes.ts";
import { readCertificate } from "../certificate/certificate.ts";
import type { KeyUsage } from "../certificate/extensions.ts";
import { SignatureError } from "../errors.ts";
import {
  exportPrivateKey,
  exportPublicKey,
  generateKeyPair,
  importPrivateKey,
  type SigningKey,
  type StandardTestKey,
  type TestKeyAlgorithm,
  type TestKeyPair,
} from "./keys.ts";
import { fromPem, toPem } from "./pem.ts";
import { writeCertificate, writeRevocationList, type CertificateFields, type Subject } from "./write-certificate.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

export interface TestPkiInput extends CryptoOption {
  /** Goes into the names of root and issuing CA. */
  readonly name: string;
  readonly algorithm: TestKeyAlgorithm;
  readonly now: Date;
  /** When the issuing CA's certificate expires. Default: five years from `now`. */
  readonly issuingNotAfter?: Date;
  /** Further extensions of the issuing CA's certificate, like the addresses of its issuer's services. */
  readonly issuingExtensions?: NonNullable<CertificateFields["furtherExtensions"]>;
}

export interface TestAuthority {
  readonly subject: Subject;
  /** DER. */
  readonly certificate: Bytes;
  readonly pem: string;
  readonly keys: TestKeyPair;
}

export interface IssueInput {
  readonly subject: Subject;
  /** SubjectPublicKeyInfo (DER) or public CryptoKey, for keys that a token made; without it a pair is generated. */
  readonly publicKey?: Uint8Array | CryptoKey;
  /** Default `nonRepudiation`. */
  readonly keyUsage?: readonly KeyUsage[];
  readonly extendedKeyUsage?: readonly string[];
  /** Defaults: an hour before the PKI's `now`, one year. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly furtherExtensions?: NonNullable<CertificateFields["furtherExtensions"]>;
}

export interface IssuedCertificate {
  readonly certificate: Bytes;
  readonly pem: string;
  /** Lower-case hex. */
  readonly serial: string;
  /** DER of the issuing CA: what `createCades` sends along. */
  readonly chain: readonly Bytes[];
}

/** The pair was generated here. */
export interface IssuedWithKey extends IssuedCertificate {
  readonly privateKey: SigningKey;
}

type OutsideKey = { readonly publicKey: Uint8Array | CryptoKey };

export interface CrlInput {
  /** Which CA's list. Default `issuing`. */
  readonly of?: "issuing" | "root";
  /** Serials in hex; `at` defaults to `thisUpdate`. */
  readonly revoked?: readonly { readonly serial: string; readonly at?: Date; readonly reason?: number }[];
  /** Default: the PKI's `now`. */
  readonly thisUpdate?: Date;
  /** Default: 30 days after `thisUpdate`. */
  readonly nextUpdate?: Date;
}

/** What `openTestPki` needs to go on with the same authorities: kept by a demonstration between two starts. Not for real keys. */
export interface StoredTestPki {
  readonly name: string;
  readonly algorithm: StandardTestKey;
  readonly root: { readonly certificate: string; readonly key: string };
  readonly issuing: { readonly certificate: string; readonly key: string };
}

export interface TestPki {
  readonly root: TestAuthority;
  readonly issuing: TestAuthority;
  issue(input: IssueInput & OutsideKey): Promise<IssuedCertificate>;
  issue(input: Omit<IssueInput, "publicKey">): Promise<IssuedWithKey>;
  /** DER of one revocation list. */
  crl(input?: CrlInput): Promise<Bytes>;
  /** The lists a verifier needs for the whole chain: of the issuing CA, with `revoked`, and of the root. */
  crls(input?: Omit<CrlInput, "of">): Promise<Bytes[]>;
  /** Throws `algorithm.unsupported` for keys of another `Crypto`. */
  store(): Promise<StoredTestPki>;
}

/** Root and issuing CA (`pathLen` 0), made for tests and demonstrations. */
export async function createTestPki(input: TestPkiInput): Promise<TestPki> {
  const { name, now } = input;
  const rootKeys = await generateKeyPair(input.algorithm, input);
  const issuingKeys = await generateKeyPair(input.algorithm, input);
  const rootSubject = { commonName: `${name} Root CA`, organization: name };
  const issuingSubject = { commonName: `${name} Issuing CA`, organization: name };
  const root = await writeCertificate(
    {
      serial: newSerial(input),
      issuer: rootSubject,
      subject: rootSubject,
      notBefore: new Date(now.getTime() - DAY),
      notAfter: new Date(now.getTime() + 10 * YEAR),
      publicKey: rootKeys.publicKey,
      issuerPublicKey: rootKeys.publicKey,
      keyUsage: ["keyCertSign", "cRLSign"],
      certificateAuthority: {},
    },
    rootKeys.privateKey,
    input,
  );
  const issuing = await writeCertificate(
    {
      serial: newSerial(input),
      issuer: rootSubject,
      subject: issuingSubject,
      notBefore: new Date(now.getTime() - DAY),
      notAfter: input.issuingNotAfter ?? new Date(now.getTime() + 5 * YEAR),
      publicKey: issuingKeys.publicKey,
      issuerPublicKey: rootKeys.publicKey,
      keyUsage: ["keyCertSign", "cRLSign"],
      certificateAuthority: { pathLength: 0 },
      ...(input.issuingExtensions && { furtherExtensions: input.issuingExtensions }),
    },
    rootKeys.privateKey,
    input,
  );
  return pki(input, authority(rootSubject, root, rootKeys), authority(issuingSubject, issuing, issuingKeys));
}

/** The same authorities again. `now` dates what is issued from here on. */
export async function openTestPki(stored: StoredTestPki, now: Date, option: CryptoOption = {}): Promise<TestPki> {
  const open = async (kind: "root" | "issuing"): Promise<TestAuthority> => {
    const [certificate] = fromPem("CERTIFICATE", stored[kind].certificate);
    const [key] = fromPem("PRIVATE KEY", stored[kind].key);
    if (!certificate || !key) throw new SignatureError("input.invalid", { what: kind });
    const subject = { commonName: `${stored.name} ${kind === "root" ? "Root" : "Issuing"} CA`, organization: stored.name };
    const privateKey = await importPrivateKey(key, stored.algorithm, option);
    return authority(subject, certificate, { privateKey, publicKey: readCertificate(certificate).spki });
  };
  return pki({ ...option, name: stored.name, algorithm: stored.algorithm, now }, await open("root"), await open("issuing"));
}

function authority(subject: Subject, certificate: Bytes, keys: TestKeyPair): TestAuthority {
  return { subject, certificate, pem: toPem("CERTIFICATE", certificate), keys };
}

function standard(algorithm: TestKeyAlgorithm): StandardTestKey {
  if (typeof algorithm !== "string") throw new SignatureError("algorithm.unsupported", { algorithm: algorithm.algorithm });
  return algorithm;
}

function newSerial(option: CryptoOption): Bytes {
  const serial = (option.crypto ?? globalThis.crypto).getRandomValues(new Uint8Array(16));
  // never zero, always positive without a sign octet
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

function pki(input: TestPkiInput, root: TestAuthority, issuing: TestAuthority): TestPki {
  const { now, name, algorithm } = input;
  let listNumber = Math.floor(now.getTime() / 1000);

  async function issue(request: IssueInput & OutsideKey): Promise<IssuedCertificate>;
  async function issue(request: Omit<IssueInput, "publicKey">): Promise<IssuedWithKey>;
  async function issue(request: IssueInput): Promise<IssuedCertificate> {
    const { publicKey } = request;
    const pair = publicKey === undefined ? await generateKeyPair(algorithm, input) : undefined;
    const serial = newSerial(input);
    const certificate = await writeCertificate(
      {
        serial,
        issuer: issuing.subject,
        subject: request.subject,
        notBefore: request.notBefore ?? new Date(now.getTime() - HOUR),
        notAfter: request.notAfter ?? new Date(now.getTime() + YEAR),
        publicKey:
          pair?.publicKey ?? (publicKey instanceof Uint8Array ? copy(publicKey) : await exportPublicKey(publicKey as CryptoKey, input)),
        issuerPublicKey: issuing.keys.publicKey,
        keyUsage: request.keyUsage ?? ["nonRepudiation"],
        ...(request.extendedKeyUsage && { extendedKeyUsage: request.extendedKeyUsage }),
        ...(request.furtherExtensions && { furtherExtensions: request.furtherExtensions }),
      },
      issuing.keys.privateKey,
      input,
    );
    const pem = toPem("CERTIFICATE", certificate);
    return { certificate, pem, serial: toHex(serial), chain: [issuing.certificate], ...(pair && { privateKey: pair.privateKey }) };
  }

  const crl = async ({ of = "issuing", revoked = [], thisUpdate = now, nextUpdate }: CrlInput = {}): Promise<Bytes> => {
    const issuer = of === "root" ? root : issuing;
    return writeRevocationList(
      {
        issuer: issuer.subject,
        issuerPublicKey: issuer.keys.publicKey,
        number: listNumber++,
        thisUpdate,
        nextUpdate: nextUpdate ?? new Date(thisUpdate.getTime() + 30 * DAY),
        revoked: revoked.map(({ serial, at, reason }) => {
          const octets = fromHex(serial);
          if (!octets) throw new SignatureError("input.invalid", { what: "serial" });
          return { serial: octets, at: at ?? thisUpdate, ...(reason !== undefined && { reason }) };
        }),
      },
      issuer.keys.privateKey,
      input,
    );
  };

  return {
    root,
    issuing,
    issue,
    crl,
    crls: async (request = {}) => [await crl({ ...request, of: "issuing" }), await crl({ ...request, of: "root", revoked: [] })],
    store: async () => ({
      name,
      algorithm: standard(algorithm),
      root: { certificate: root.pem, key: toPem("PRIVATE KEY", await exportPrivateKey(root.keys.privateKey, input)) },
      issuing: { certificate: issuing.pem, key: toPem("PRIVATE KEY", await exportPrivateKey(issuing.keys.privateKey, input)) },
    }),
  };
}
