/** A function of the module answered with another value than CKR_OK. */
export class CryptokiError extends Error {
  override readonly name = "CryptokiError";
  readonly function: string;
  readonly value: number;

  constructor(functionName: string, value: number) {
    super(`${functionName}: 0x${value.toString(16)}`);
    this.function = functionName;
    this.value = value;
  }
}

export interface TokenInfo {
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serial: string;
  readonly flags: number;
}

export type AttributeValue = { readonly type: number; readonly value: Buffer };
export interface Mechanism {
  readonly type: number;
  readonly parameter?: Buffer;
}

/** The part of PKCS#11 that signing needs, in JavaScript's types. Handles are bigint. Every method rejects with `CryptokiError`. */
export interface Cryptoki {
  info(): Promise<{ readonly manufacturer: string; readonly description: string; readonly version: string }>;
  /** Slots that have a token in them. */
  slots(): Promise<readonly bigint[]>;
  tokenInfo(slot: bigint): Promise<TokenInfo>;
  hasMechanism(slot: bigint, mechanism: number): Promise<boolean>;
  openSession(slot: bigint): Promise<bigint>;
  closeSession(session: bigint): Promise<void>;
  /** `pin` null: the token asks on its own pad. The caller zeroes `pin`. */
  login(session: bigint, user: number, pin: Buffer | null): Promise<void>;
  logout(session: bigint): Promise<void>;
  find(session: bigint, template: readonly AttributeValue[], most: number): Promise<readonly bigint[]>;
  /** Null where the object has no such attribute or does not show it. */
  attribute(session: bigint, object: bigint, type: number): Promise<Buffer | null>;
  signInit(session: bigint, mechanism: Mechanism, key: bigint): Promise<void>;
  sign(session: bigint, data: Buffer): Promise<Buffer>;
  finalize(): Promise<void>;
  /** CK_ULONG in the module's width: for templates and mechanism parameters. */
  ulong(value: number): Buffer;
}
