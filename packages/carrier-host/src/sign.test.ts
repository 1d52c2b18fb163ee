import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PassThrough } from "node:stream";
import { CarrierError } from "./errors.ts";
import { frame } from "./framing.ts";
import { serve } from "./host.ts";
import { Modules } from "./modules.ts";
import { CKF, CKR } from "./pkcs11/constants.ts";
import { CryptokiError } from "./pkcs11/cryptoki.ts";
import type { Cryptoki } from "./pkcs11/cryptoki.ts";
import { openLibrary } from "./pkcs11/library.ts";
import type { SignRequest } from "./protocol.ts";
import { signOnToken } from "./sign.ts";
import { createSoftToken, SOFTHSM_MODULE } from "./testing/softhsm.ts";
import type { SoftToken } from "./testing/softhsm.ts";
import { listTokens } from "./tokens.ts";

/** What SoftHSM2 cannot do by itself (lock, be pulled out, hang) is put between the host and the real module. */
describe("given a real module with a token", () => {
  let token: SoftToken;
  let real: Cryptoki;
  let request: SignRequest;
  before(async () => {
    token = createSoftToken({ key: "EC:prime256v1" });
    process.env["SOFTHSM2_CONF"] = token.configFile;
    real = await openLibrary(SOFTHSM_MODULE);
    const [found] = await listTokens([{ path: SOFTHSM_MODULE, cryptoki: real }]);
    request = {
      id: 1,
      command: "sign",
      certificateSha256: found?.certificates[0]?.sha256 ?? "",
      tokenSerial: found?.serial ?? "",
      algorithm: "ECDSA-SHA256",
      data: "eA==",
      pin: token.pin,
      acceptFinalTry: false,
    };
  });
  after(async () => {
    await real.finalize();
    token.remove();
  });

  const withFaults = (faults: Partial<Cryptoki>): Cryptoki =>
    new Proxy(real, {
      get: (target, name: keyof Cryptoki) => {
        const chosen: unknown = faults[name] ?? target[name];
        return typeof chosen === "function" ? (chosen.bind(target) as unknown) : chosen;
      },
    });
  const attempt = async (faults: Partial<Cryptoki>, change: Partial<SignRequest> = {}): Promise<CarrierError> => {
    const failed = await signOnToken([{ path: SOFTHSM_MODULE, cryptoki: withFaults(faults) }], { ...request, ...change }).then(
      () => new Error("signed"),
      (error: unknown) => error,
    );
    assert.ok(failed instanceof CarrierError, String(failed));
    return failed;
  };
  const flagged = (flags: number): Partial<Cryptoki> => ({
    tokenInfo: async (slot) => {
      const info = await real.tokenInfo(slot);
      return { ...info, flags: info.flags | flags };
    },
  });

  it("when the token is pulled out in the middle of signing, then that is what is said, and the session is closed", async () => {
    let closed = 0;
    const failed = await attempt({
      sign: () => Promise.reject(new CryptokiError("C_Sign", CKR.DEVICE_REMOVED)),
      closeSession: (session) => {
        closed++;
        return real.closeSession(session);
      },
    });
    assert.equal(failed.code, "token.removed");
    assert.equal(closed, 1);
  });

  it("when the module answers a pulled token with a general error, then the empty slot tells", async () => {
    let pulled = false;
    const failed = await attempt({
      signInit: () => {
        pulled = true;
        return Promise.reject(new CryptokiError("C_SignInit", CKR.GENERAL_ERROR));
      },
      slots: () => (pulled ? Promise.resolve([]) : real.slots()),
    });
    assert.equal(failed.code, "token.removed");
  });

  it("when the token is locked, then the PIN is never sent", async () => {
    let logins = 0;
    const failed = await attempt({
      ...flagged(CKF.USER_PIN_LOCKED),
      login: () => {
        logins++;
        return Promise.resolve();
      },
    });
    assert.equal(failed.code, "token.locked");
    assert.equal(logins, 0);
  });

  it("when one try is left, then it is only used after the person was told", async () => {
    assert.equal((await attempt(flagged(CKF.USER_PIN_FINAL_TRY))).code, "pin.final-try");
    const failed = await attempt(flagged(CKF.USER_PIN_FINAL_TRY), { pin: "9999", acceptFinalTry: true });
    assert.equal(failed.code, "pin.wrong");
    assert.equal(failed.params["retriesLeft"], 1);
    assert.equal(failed.params["finalTry"], 1);
  });

  it("when the wrong PIN locks the token, then it says locked, and the wrong PIN was sent once", async () => {
    let logins = 0;
    let locked = false;
    const failed = await attempt({
      login: () => {
        logins++;
        locked = true;
        return Promise.reject(new CryptokiError("C_Login", CKR.PIN_INCORRECT));
      },
      tokenInfo: async (slot) => {
        const info = await real.tokenInfo(slot);
        return locked ? { ...info, flags: info.flags | CKF.USER_PIN_LOCKED } : info;
      },
    });
    assert.equal(failed.code, "token.locked");
    assert.equal(logins, 1);
  });

  it("when signing is over, well or not, then the PIN's buffer is zeros and the token is logged out", async () => {
    let seen: Buffer | null = null;
    let logouts = 0;
    const watch: Partial<Cryptoki> = {
      login: (session, user, pin) => {
        seen = pin;
        return real.login(session, user, pin);
      },
      logout: (session) => {
        logouts++;
        return real.logout(session);
      },
    };
    await signOnToken([{ path: SOFTHSM_MODULE, cryptoki: withFaults(watch) }], request);
    assert.deepEqual(seen, Buffer.alloc(token.pin.length));
    await attempt({ ...watch, sign: () => Promise.reject(new CryptokiError("C_Sign", CKR.FUNCTION_FAILED)) });
    assert.deepEqual(seen, Buffer.alloc(token.pin.length));
    assert.equal(logouts, 2);
  });

  it("when the person cancels on the reader's pad, then it is a cancel", async () => {
    const failed = await attempt(
      { ...flagged(CKF.PROTECTED_AUTHENTICATION_PATH), login: () => Promise.reject(new CryptokiError("C_Login", CKR.FUNCTION_CANCELED)) },
      { pin: null },
    );
    assert.equal(failed.code, "user.cancelled");
  });

  it("when there is no pad and no PIN, then nothing is tried", async () => {
    assert.equal((await attempt({}, { pin: null })).code, "protocol.invalid");
  });

  it("when a module hangs, then the host answers at its deadline and ends", async () => {
    const { createHash } = await import("node:crypto");
    const { readFileSync, realpathSync } = await import("node:fs");
    const path = realpathSync(SOFTHSM_MODULE);
    const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
    const modules = new Modules([{ path, sha256, environment: {} }], () =>
      Promise.resolve(withFaults({ slots: () => new Promise(() => undefined) })),
    );
    const input = new PassThrough();
    const output = new PassThrough();
    const exit = serve(input, output, modules, { read: 50, sign: 50 });
    input.write(frame(Buffer.from(JSON.stringify({ id: 1, command: "hello", protocol: 1, version: "0.1.0" }))));
    input.write(frame(Buffer.from(JSON.stringify({ id: 2, command: "list" }))));
    assert.equal(await exit, 1);
    const said = output.read() as Buffer;
    assert.match(said.toString("utf8"), /"code":"host.timeout"/);
  });
});
