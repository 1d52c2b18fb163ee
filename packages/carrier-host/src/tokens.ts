import { createHash, X509Certificate } from "node:crypto";
import type { LoadedModule } from "./modules.ts";
import { CKA, CKC_X_509, CKF, CKM, CKO, CKR } from "./pkcs11/constants.ts";
import { CryptokiError } from "./pkcs11/cryptoki.ts";
import type { Cryptoki } from "./pkcs11/cryptoki.ts";
import type { SignAlgorithm, TokenCertificate, TokenFlags, TokenState } from "./protocol.ts";

const MAX_CERTIFICATES = 64;

/** Answers of a module that mean: the token went away while it was being read. */
const GONE: readonly number[] = [
  CKR.DEVICE_REMOVED,
  CKR.TOKEN_NOT_PRESENT,
  CKR.TOKEN_NOT_RECOGNIZED,
  CKR.SESSION_HANDLE_INVALID,
  CKR.SESSION_CLOSED,
  CKR.SLOT_ID_INVALID,
];

export function meansRemoved(error: unknown): boolean {
  return error instanceof CryptokiError && GONE.includes(error.value);
}

/** Every token of the modules with its certificates. A token that is pulled out or broken meanwhile is left out. */
export async function listTokens(modules: readonly LoadedModule[]): Promise<readonly TokenState[]> {
  const tokens: TokenState[] = [];
  for (const { path, cryptoki } of modules) {
    for (const slot of await cryptoki.slots()) {
      try {
        tokens.push(await readToken(path, cryptoki, slot));
      } catch (error) {
        if (!(error instanceof CryptokiError)) throw error;
      }
    }
  }
  return tokens;
}

export function tokenFlags(flags: number): TokenFlags {
  return {
    pinCountLow: (flags & CKF.USER_PIN_COUNT_LOW) !== 0,
    pinFinalTry: (flags & CKF.USER_PIN_FINAL_TRY) !== 0,
    pinLocked: (flags & CKF.USER_PIN_LOCKED) !== 0,
    pinPad: (flags & CKF.PROTECTED_AUTHENTICATION_PATH) !== 0,
  };
}

/** A certificate object of an open session: its DER and the CKA_ID that it shares with its key. */
export interface CertificateObject {
  readonly der: Buffer;
  readonly sha256: string;
  readonly keyId: Buffer;
  readonly label: string;
}

export async function certificateObjects(cryptoki: Cryptoki, session: bigint): Promise<readonly CertificateObject[]> {
  const template = [
    { type: CKA.CLASS, value: cryptoki.ulong(CKO.CERTIFICATE) },
    { type: CKA.CERTIFICATE_TYPE, value: cryptoki.ulong(CKC_X_509) },
  ];
  const objects: CertificateObject[] = [];
  for (const handle of await cryptoki.find(session, template, MAX_CERTIFICATES)) {
    const der = await cryptoki.attribute(session, handle, CKA.VALUE);
    if (!der || der.length === 0) continue;
    const label = (await cryptoki.attribute(session, handle, CKA.LABEL))?.toString("utf8").replace(/\p{Cc}/gu, "") ?? "";
    const keyId = (await cryptoki.attribute(session, handle, CKA.ID)) ?? Buffer.alloc(0);
    objects.push({ der, sha256: createHash("sha256").update(der).digest("hex"), keyId, label: label.normalize("NFC") });
  }
  return objects;
}

async function readToken(module: string, cryptoki: Cryptoki, slot: bigint): Promise<TokenState> {
  const info = await cryptoki.tokenInfo(slot);
  const session = await cryptoki.openSession(slot);
  try {
    const pss = await cryptoki.hasMechanism(slot, CKM.SHA256_RSA_PKCS_PSS);
    const certificates = (await certificateObjects(cryptoki, session)).map((object) => describe(object, pss));
    return {
      module,
      slot: String(slot),
      label: info.label,
      serial: info.serial,
      manufacturer: info.manufacturer,
      model: info.model,
      flags: tokenFlags(info.flags),
      certificates,
    };
  } finally {
    await cryptoki.closeSession(session).catch(() => undefined);
  }
}

function describe({ der, sha256, label }: CertificateObject, pss: boolean): TokenCertificate {
  return { label, sha256, der: der.toString("base64"), ...keyOf(der, pss) };
}

function keyOf(der: Buffer, pss: boolean): Pick<TokenCertificate, "keyAlgorithm" | "keyDetail" | "algorithms"> {
  try {
    const key = new X509Certificate(der).publicKey;
    if (key.asymmetricKeyType === "rsa") {
      const algorithms: SignAlgorithm[] = pss ? ["RSA-PKCS1-SHA256", "RSA-PSS-SHA256"] : ["RSA-PKCS1-SHA256"];
      return { keyAlgorithm: "RSA", keyDetail: String(key.asymmetricKeyDetails?.modulusLength ?? ""), algorithms };
    }
    if (key.asymmetricKeyType === "ec") {
      const curve = key.asymmetricKeyDetails?.namedCurve ?? "";
      const algorithms: SignAlgorithm[] = curve === "secp384r1" ? ["ECDSA-SHA384"] : ["ECDSA-SHA256"];
      return { keyAlgorithm: "EC", keyDetail: curve, algorithms };
    }
  } catch {
    // A certificate that OpenSSL cannot read is still listed, so that diagnosis names it.
  }
  return { keyAlgorithm: "other", keyDetail: "", algorithms: [] };
}
