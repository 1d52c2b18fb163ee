import koffi from "koffi";
import { CKF, CKR, FUNCTION_ORDER, UNAVAILABLE } from "./constants.ts";
import { CryptokiError } from "./cryptoki.ts";
import type { AttributeValue, Cryptoki, Mechanism, TokenInfo } from "./cryptoki.ts";
import {
  entryBytes,
  initializeArguments,
  layoutOf,
  libraryInfo,
  LIBRARY_INFO,
  paddedText,
  POINTER,
  readEntryLength,
  readUlong,
  TOKEN_INFO,
  ulongBytes,
  writeEntry,
  writeUlong,
} from "./layout.ts";
import type { Layout } from "./layout.ts";

type Argument = bigint | number | Buffer | null;
type Native = { async(...parameters: unknown[]): void };

/** Parameters of each function: `u` is CK_ULONG, `p` a pointer, `b` a CK_BBOOL. */
const SIGNATURES = {
  C_Initialize: "p",
  C_Finalize: "p",
  C_GetInfo: "p",
  C_GetSlotList: "bpp",
  C_GetTokenInfo: "up",
  C_GetMechanismInfo: "uup",
  C_OpenSession: "uuppp",
  C_CloseSession: "u",
  C_Login: "uupu",
  C_Logout: "u",
  C_FindObjectsInit: "upu",
  C_FindObjects: "upup",
  C_FindObjectsFinal: "u",
  C_GetAttributeValue: "uupu",
  C_SignInit: "upu",
  C_Sign: "upupp",
} as const;
const TYPES = { u: "ulong", p: "void *", b: "uint8" } as const;
/** Largest attribute that is read: a certificate of ordinary size is 1–4 kB. */
const MAX_ATTRIBUTE = 256 * 1024;
const MAX_SIGNATURE = 8 * 1024;

/**
 * Loads a PKCS#11 module and initialises it. The caller has checked that `path` is on the allow list.
 * Calls run on a worker thread of koffi, so a module that hangs does not hang the host's event loop.
 */
export async function openLibrary(path: string, platform: NodeJS.Platform = process.platform): Promise<Cryptoki> {
  const layout = layoutOf(platform);
  const functions = functionTable(path, layout);
  const call = async (name: keyof typeof SIGNATURES, ...parameters: Argument[]): Promise<void> => {
    const native = functions.get(name);
    if (!native) throw new CryptokiError(name, CKR.FUNCTION_FAILED);
    const value = await new Promise<number>((resolve, reject) => {
      native.async(...parameters, (error: unknown, result: number | bigint) => {
        // Named here so that buffers live until the other thread is done with them.
        void parameters.length;
        if (error) reject(error);
        else resolve(Number(result));
      });
    });
    if (value !== CKR.OK) throw new CryptokiError(name, value);
  };
  try {
    await call("C_Initialize", initializeArguments(layout, CKF.OS_LOCKING_OK));
  } catch (error) {
    if (!(error instanceof CryptokiError) || error.value !== CKR.CRYPTOKI_ALREADY_INITIALIZED) throw error;
  }
  return new Library(layout, call);
}

function functionTable(path: string, layout: Layout): ReadonlyMap<string, Native> {
  const library = koffi.load(path);
  const list = Buffer.alloc(POINTER);
  const value = Number(library.func("C_GetFunctionList", "ulong", ["void *"])(list));
  if (value !== CKR.OK) throw new CryptokiError("C_GetFunctionList", value);
  const address = list.readBigUInt64LE();
  const names = Object.keys(SIGNATURES) as (keyof typeof SIGNATURES)[];
  return new Map(
    names.map((name) => {
      const at = layout.functionList + FUNCTION_ORDER.indexOf(name) * POINTER;
      const pointer: unknown = koffi.decode(address, at, "void *");
      const prototype = koffi.proto(
        "ulong",
        [...SIGNATURES[name]].map((letter) => TYPES[letter as keyof typeof TYPES]),
      );
      return [name, koffi.decode(pointer, prototype) as Native];
    }),
  );
}

type Call = (name: keyof typeof SIGNATURES, ...parameters: Argument[]) => Promise<void>;

class Library implements Cryptoki {
  readonly #layout: Layout;
  readonly #call: Call;

  constructor(layout: Layout, call: Call) {
    this.#layout = layout;
    this.#call = call;
  }

  async info(): ReturnType<Cryptoki["info"]> {
    const buffer = Buffer.alloc(LIBRARY_INFO.bytes);
    await this.#call("C_GetInfo", buffer);
    return libraryInfo(this.#layout, buffer);
  }

  async slots(): Promise<readonly bigint[]> {
    const count = this.ulong(0);
    await this.#call("C_GetSlotList", 1, null, count);
    const room = Math.min(Number(readUlong(this.#layout, count, 0)), 64);
    if (room === 0) return [];
    const list = Buffer.alloc(room * this.#layout.ulong);
    writeUlong(this.#layout, count, 0, room);
    await this.#call("C_GetSlotList", 1, list, count);
    return this.#handles(list, Math.min(room, Number(readUlong(this.#layout, count, 0))));
  }

  async tokenInfo(slot: bigint): Promise<TokenInfo> {
    const buffer = Buffer.alloc(TOKEN_INFO.bytes);
    await this.#call("C_GetTokenInfo", slot, buffer);
    return {
      label: paddedText(buffer, TOKEN_INFO.label),
      manufacturer: paddedText(buffer, TOKEN_INFO.manufacturer),
      model: paddedText(buffer, TOKEN_INFO.model),
      serial: paddedText(buffer, TOKEN_INFO.serial),
      flags: Number(readUlong(this.#layout, buffer, TOKEN_INFO.flags)),
    };
  }

  async hasMechanism(slot: bigint, mechanism: number): Promise<boolean> {
    try {
      await this.#call("C_GetMechanismInfo", slot, mechanism, Buffer.alloc(64));
      return true;
    } catch (error) {
      if (error instanceof CryptokiError && error.value === CKR.MECHANISM_INVALID) return false;
      throw error;
    }
  }

  async openSession(slot: bigint): Promise<bigint> {
    const handle = this.ulong(0);
    await this.#call("C_OpenSession", slot, CKF.SERIAL_SESSION, null, null, handle);
    return readUlong(this.#layout, handle, 0);
  }

  closeSession(session: bigint): Promise<void> {
    return this.#call("C_CloseSession", session);
  }

  login(session: bigint, user: number, pin: Buffer | null): Promise<void> {
    return this.#call("C_Login", session, user, pin, pin?.length ?? 0);
  }

  logout(session: bigint): Promise<void> {
    return this.#call("C_Logout", session);
  }

  async find(session: bigint, template: readonly AttributeValue[], most: number): Promise<readonly bigint[]> {
    const buffer = Buffer.alloc(entryBytes(this.#layout) * template.length);
    template.forEach(({ type, value }, index) =>
      writeEntry(this.#layout, buffer, index, { type, pointer: koffi.address(value), length: value.length }),
    );
    await this.#call("C_FindObjectsInit", session, buffer, template.length);
    try {
      const handles = Buffer.alloc(most * this.#layout.ulong);
      const count = this.ulong(0);
      await this.#call("C_FindObjects", session, handles, most, count);
      return this.#handles(handles, Math.min(most, Number(readUlong(this.#layout, count, 0))));
    } finally {
      // The template's values are only reachable from C until here.
      void template.length;
      await this.#call("C_FindObjectsFinal", session);
    }
  }

  async attribute(session: bigint, object: bigint, type: number): Promise<Buffer | null> {
    const entry = Buffer.alloc(entryBytes(this.#layout));
    writeEntry(this.#layout, entry, 0, { type, pointer: 0n, length: 0 });
    try {
      await this.#call("C_GetAttributeValue", session, object, entry, 1);
    } catch (error) {
      if (error instanceof CryptokiError && (error.value === CKR.ATTRIBUTE_SENSITIVE || error.value === CKR.ATTRIBUTE_TYPE_INVALID))
        return null;
      throw error;
    }
    const length = readEntryLength(this.#layout, entry, 0);
    if (UNAVAILABLE.includes(length) || length > BigInt(MAX_ATTRIBUTE)) return null;
    if (length === 0n) return Buffer.alloc(0);
    const value = Buffer.alloc(Number(length));
    writeEntry(this.#layout, entry, 0, { type, pointer: koffi.address(value), length: value.length });
    await this.#call("C_GetAttributeValue", session, object, entry, 1);
    return value.subarray(0, Number(readEntryLength(this.#layout, entry, 0)));
  }

  async signInit(session: bigint, mechanism: Mechanism, key: bigint): Promise<void> {
    const { parameter } = mechanism;
    const buffer = Buffer.alloc(entryBytes(this.#layout));
    writeEntry(this.#layout, buffer, 0, {
      type: mechanism.type,
      pointer: parameter ? koffi.address(parameter) : 0n,
      length: parameter?.length ?? 0,
    });
    await this.#call("C_SignInit", session, buffer, key);
    void parameter?.length;
  }

  async sign(session: bigint, data: Buffer): Promise<Buffer> {
    const signature = Buffer.alloc(MAX_SIGNATURE);
    const length = this.ulong(signature.length);
    await this.#call("C_Sign", session, data, data.length, signature, length);
    return signature.subarray(0, Number(readUlong(this.#layout, length, 0)));
  }

  finalize(): Promise<void> {
    return this.#call("C_Finalize", null);
  }

  ulong(value: number): Buffer {
    return ulongBytes(this.#layout, value);
  }

  #handles(buffer: Buffer, count: number): bigint[] {
    return Array.from({ length: count }, (_, index) => readUlong(this.#layout, buffer, index * this.#layout.ulong));
  }
}
