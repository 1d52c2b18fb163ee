import { createHash } from "node:crypto";
import { CarrierError } from "./errors.ts";
import type { LoadedModule } from "./modules.ts";
import { CKA, CKG_MGF1_SHA256, CKM, CKO, CKR, CKU } from "./pkcs11/constants.ts";
import { CryptokiError } from "./pkcs11/cryptoki.ts";
import type { Cryptoki, Mechanism } from "./pkcs11/cryptoki.ts";
import type { SignAlgorithm, SignRequest } from "./protocol.ts";
import { certificateObjects, meansRemoved, tokenFlags } from "./tokens.ts";

const PIN_WRONG: readonly number[] = [CKR.PIN_INCORRECT, CKR.PIN_INVALID, CKR.PIN_LEN_RANGE];
const CANCELLED: readonly number[] = [CKR.FUNCTION_CANCELED, CKR.CANCEL];
/** DER of DigestInfo for SHA-256 without the digest (RFC 8017 9.2 note 1), for tokens that only have CKM_RSA_PKCS. */
const DIGEST_INFO_SHA256 = Buffer.from("3031300d060960864801650304020105000420", "hex");

interface Place {
  readonly cryptoki: Cryptoki;
  readonly slot: bigint;
  readonly serial: string;
}

/**
 * One login, one signature, one logout. The token is found by its serial number and by the certificate on it: slot numbers change.
 * Rejects with `CarrierError`; a wrong PIN is sent once and never again.
 */
export async function signOnToken(modules: readonly LoadedModule[], request: SignRequest): Promise<Buffer> {
  if (modules.length === 0) throw new CarrierError("module.missing");
  const place = await findToken(modules, request.tokenSerial);
  if (!place) throw new CarrierError("token.missing");
  const pin = request.pin === null ? null : Buffer.from(request.pin, "utf8");
  try {
    return await signAt(place, request, pin);
  } catch (error) {
    if (error instanceof CarrierError) throw error;
    // Modules answer a pulled token with many codes; whether it is still there tells more than the code.
    if (meansRemoved(error) || !(await isThere(place))) throw new CarrierError("token.removed", {}, { cause: error });
    if (error instanceof CryptokiError && CANCELLED.includes(error.value)) throw new CarrierError("user.cancelled");
    const detail = error instanceof CryptokiError ? { function: error.function, value: error.value } : {};
    throw new CarrierError("host.failed", detail, { cause: error });
  } finally {
    pin?.fill(0);
  }
}

async function findToken(modules: readonly LoadedModule[], serial: string): Promise<Place | null> {
  for (const { cryptoki } of modules) {
    for (const slot of await cryptoki.slots()) {
      const info = await cryptoki.tokenInfo(slot).catch(() => null);
      if (info?.serial === serial) return { cryptoki, slot, serial };
    }
  }
  return null;
}

async function isThere({ cryptoki, slot, serial }: Place): Promise<boolean> {
  try {
    return (await cryptoki.slots()).includes(slot) && (await cryptoki.tokenInfo(slot)).serial === serial;
  } catch {
    return false;
  }
}

async function signAt(place: Place, request: SignRequest, pin: Buffer | null): Promise<Buffer> {
  const { cryptoki, slot } = place;
  const flags = tokenFlags((await cryptoki.tokenInfo(slot)).flags);
  if (flags.pinLocked) throw new CarrierError("token.locked");
  if (pin === null && !flags.pinPad) throw new CarrierError("protocol.invalid", { reason: "pin" });
  if (flags.pinFinalTry && !request.acceptFinalTry) throw new CarrierError("pin.final-try");
  const session = await cryptoki.openSession(slot);
  try {
    const certificate = (await certificateObjects(cryptoki, session)).find(({ sha256 }) => sha256 === request.certificateSha256);
    if (!certificate) throw new CarrierError("certificate.none");
    await login(place, session, CKU.USER, pin);
    try {
      const key = await privateKey(cryptoki, session, certificate.keyId);
      const { mechanism, input } = await operation(cryptoki, slot, request.algorithm, Buffer.from(request.data, "base64"));
      await cryptoki.signInit(session, mechanism, key);
      if (await alwaysAuthenticates(cryptoki, session, key)) await login(place, session, CKU.CONTEXT_SPECIFIC, pin);
      return await cryptoki.sign(session, input);
    } finally {
      await cryptoki.logout(session).catch(() => undefined);
    }
  } finally {
    await cryptoki.closeSession(session).catch(() => undefined);
  }
}

async function login({ cryptoki, slot }: Place, session: bigint, user: number, pin: Buffer | null): Promise<void> {
  try {
    await cryptoki.login(session, user, pin);
  } catch (error) {
    if (!(error instanceof CryptokiError)) throw error;
    if (error.value === CKR.PIN_LOCKED) throw new CarrierError("token.locked");
    if (!PIN_WRONG.includes(error.value)) throw error;
    const flags = await cryptoki.tokenInfo(slot).then(
      (info) => tokenFlags(info.flags),
      () => null,
    );
    if (flags?.pinLocked) throw new CarrierError("token.locked");
    // PKCS#11 has no counter: only "low" and "final try" (v2.40 table 6). 1 is certain, everything else is not.
    throw new CarrierError("pin.wrong", {
      retriesLeft: flags?.pinFinalTry ? 1 : "unknown",
      finalTry: flags?.pinFinalTry ? 1 : 0,
      low: flags?.pinCountLow ? 1 : 0,
    });
  }
}

async function privateKey(cryptoki: Cryptoki, session: bigint, id: Buffer): Promise<bigint> {
  const template = [{ type: CKA.CLASS, value: cryptoki.ulong(CKO.PRIVATE_KEY) }];
  const byId = id.length > 0 ? await cryptoki.find(session, [...template, { type: CKA.ID, value: id }], 2) : [];
  // Some middleware writes certificates without CKA_ID: then the only key of the token is the certificate's; the extension verifies the result.
  const keys = byId.length > 0 ? byId : await cryptoki.find(session, template, 2);
  const [key] = keys;
  if (key === undefined || keys.length > 1) throw new CarrierError("certificate.none", { reason: "key" });
  return key;
}

async function alwaysAuthenticates(cryptoki: Cryptoki, session: bigint, key: bigint): Promise<boolean> {
  return (await cryptoki.attribute(session, key, CKA.ALWAYS_AUTHENTICATE))?.[0] === 1;
}

async function operation(
  cryptoki: Cryptoki,
  slot: bigint,
  algorithm: SignAlgorithm,
  data: Buffer,
): Promise<{ readonly mechanism: Mechanism; readonly input: Buffer }> {
  switch (algorithm) {
    case "ECDSA-SHA256":
      return { mechanism: { type: CKM.ECDSA }, input: createHash("sha256").update(data).digest() };
    case "ECDSA-SHA384":
      return { mechanism: { type: CKM.ECDSA }, input: createHash("sha384").update(data).digest() };
    case "RSA-PSS-SHA256": {
      // CK_RSA_PKCS_PSS_PARAMS: hash, mask generation function, bytes of salt.
      const parameter = Buffer.concat([cryptoki.ulong(CKM.SHA256), cryptoki.ulong(CKG_MGF1_SHA256), cryptoki.ulong(32)]);
      return { mechanism: { type: CKM.SHA256_RSA_PKCS_PSS, parameter }, input: data };
    }
    case "RSA-PKCS1-SHA256":
      if (await cryptoki.hasMechanism(slot, CKM.SHA256_RSA_PKCS)) return { mechanism: { type: CKM.SHA256_RSA_PKCS }, input: data };
      return { mechanism: { type: CKM.RSA_PKCS }, input: Buffer.concat([DIGEST_INFO_SHA256, createHash("sha256").update(data).digest()]) };
  }
}
