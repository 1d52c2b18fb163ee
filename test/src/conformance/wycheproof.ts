import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { STANDARD_ALGORITHMS, type CryptoOption, type Curve, type PublicKeyInfo, type SignatureScheme } from "@fisc/signature";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly msg: string;
  readonly sig: string;
  readonly result: "valid" | "invalid" | "acceptable";
}

interface Group {
  readonly publicKeyDer: string;
  readonly keySize?: number;
  readonly sLen?: number;
  readonly tests: readonly Vector[];
}

interface File {
  readonly name: string;
  readonly scheme: string;
  readonly curve?: Curve;
  /** The value is `r‖s` as tokens give it, and goes through what makes DER of it. */
  readonly raw?: boolean;
}

const FILES: readonly File[] = [
  { name: "ecdsa_secp256r1_sha256_test.json", scheme: "ECDSA-SHA256", curve: "P-256" },
  { name: "ecdsa_secp256r1_sha256_p1363_test.json", scheme: "ECDSA-SHA256", curve: "P-256", raw: true },
  { name: "ecdsa_secp384r1_sha384_test.json", scheme: "ECDSA-SHA384", curve: "P-384" },
  { name: "ecdsa_secp521r1_sha512_test.json", scheme: "ECDSA-SHA512", curve: "P-521" },
  { name: "rsa_signature_2048_sha256_test.json", scheme: "RSA-PKCS1-SHA256" },
  { name: "rsa_signature_2048_sha512_test.json", scheme: "RSA-PKCS1-SHA512" },
  { name: "rsa_signature_4096_sha256_test.json", scheme: "RSA-PKCS1-SHA256" },
  { name: "rsa_pss_2048_sha256_mgf1_0_test.json", scheme: "RSA-PSS-SHA256" },
  { name: "rsa_pss_2048_sha256_mgf1_32_test.json", scheme: "RSA-PSS-SHA256" },
];

/** On a server the platform's own interface, in a browser WebCrypto: both are held against it. */
const PLATFORMS: readonly (readonly [string, CryptoOption])[] = [
  ["native", {}],
  ["WebCrypto", { crypto: globalThis.crypto }],
];

/** C2SP's Project Wycheproof against the verification of each signature scheme. */
export async function runWycheproof(folder: string): Promise<SuiteResult> {
  const about = "C2SP Project Wycheproof: ECDSA, RSA PKCS#1 and PSS against the registry's schemes";
  if (!existsSync(folder)) return { name: "Wycheproof", about, cases: [], skipped: `there is no ${folder}` };
  const cases: ConformanceCase[] = [];
  for (const file of FILES) {
    const { testGroups } = JSON.parse(await readFile(join(folder, file.name), "utf8")) as { readonly testGroups: readonly Group[] };
    for (const group of testGroups) {
      for (const vector of group.tests) {
        for (const [by, option] of PLATFORMS) {
          const found = (await verifies(file, group, vector, option)) ? "valid" : "invalid";
          const name = `${file.name} ${vector.tcId} ${vector.comment}, ${by}`;
          // "acceptable" leaves it to the verifier
          cases.push({ name, expected: vector.result, found, agrees: vector.result === "acceptable" || vector.result === found });
        }
      }
    }
  }
  return { name: "Wycheproof", about, cases };
}

async function verifies(file: File, group: Group, { msg, sig }: Vector, option: CryptoOption): Promise<boolean> {
  const scheme = STANDARD_ALGORITHMS.signature(file.scheme);
  const key: PublicKeyInfo = file.curve ? { kind: "EC", curve: file.curve } : { kind: "RSA", bits: group.keySize ?? 0 };
  const signature = file.raw ? (scheme.encode?.(bytes(sig), key) ?? null) : bytes(sig);
  if (!signature) return false;
  const identifier = group.sLen === undefined ? undefined : pssIdentifier(scheme, group.sLen);
  return scheme.verify({ ...option, spki: bytes(group.publicKeyDer), key, data: bytes(msg), signature, ...(identifier && { identifier }) });
}

/** Our own identifier with another length of salt: its last octet. */
function pssIdentifier({ identifiers }: SignatureScheme, salt: number): Uint8Array<ArrayBuffer> {
  const identifier = Uint8Array.from(identifiers[0] ?? []);
  identifier[identifier.length - 1] = salt;
  return identifier;
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
