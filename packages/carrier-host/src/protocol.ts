import { CarrierError } from "./errors.ts";
import type { CarrierErrorCode } from "./errors.ts";

/**
 * What the extension and the host say to each other, each message a frame of native messaging
 * (uint32 length in the machine's byte order, UTF-8 JSON). Every message has exactly the keys named here.
 * This file has no Node import: the extension reads it too.
 */
export const HOST_NAME = "fisc.carrier_host";
export const HOST_PROTOCOL = 1;
export const HOST_VERSION = "0.1.0";

/** Bytes of one message from the extension. Far above any real request: what is signed here are signed attributes. */
export const MAX_REQUEST_BYTES = 1024 * 1024;
/** Bytes of one message to the extension: browsers drop the port above 1,048,576. */
export const MAX_REPLY_BYTES = 1024 * 1024;

export type SignAlgorithm = "RSA-PKCS1-SHA256" | "RSA-PSS-SHA256" | "ECDSA-SHA256" | "ECDSA-SHA384";
export const SIGN_ALGORITHMS: readonly SignAlgorithm[] = ["RSA-PKCS1-SHA256", "RSA-PSS-SHA256", "ECDSA-SHA256", "ECDSA-SHA384"];

export type HostRequest =
  | { readonly id: number; readonly command: "hello"; readonly protocol: number; readonly version: string }
  | { readonly id: number; readonly command: "modules" }
  | { readonly id: number; readonly command: "list" }
  | { readonly id: number; readonly command: "diagnose" }
  | SignRequest;

export interface SignRequest {
  readonly id: number;
  readonly command: "sign";
  /** Lower-case hex of SHA-256 over the certificate's DER. */
  readonly certificateSha256: string;
  /** Serial number of the token as `list` gave it. */
  readonly tokenSerial: string;
  readonly algorithm: SignAlgorithm;
  /** Base64 of the bytes to sign; the host hashes them, or the token does. */
  readonly data: string;
  /** Null only for a token with its own PIN pad. */
  readonly pin: string | null;
  /** The person was told that this is the last try before the token locks. */
  readonly acceptFinalTry: boolean;
}

export interface HelloResult {
  readonly protocol: number;
  readonly version: string;
  readonly platform: string;
}

export interface ModuleState {
  readonly path: string;
  readonly state: "loaded" | "missing" | "changed" | "unloadable";
  readonly manufacturer: string;
  readonly description: string;
  readonly version: string;
}

export interface TokenState {
  readonly module: string;
  readonly slot: string;
  readonly label: string;
  readonly serial: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly flags: TokenFlags;
  readonly certificates: readonly TokenCertificate[];
}

/** From CK_TOKEN_INFO.flags (PKCS#11 v2.40 table 6): what the token tells of its PIN. It never tells a count. */
export interface TokenFlags {
  readonly pinCountLow: boolean;
  readonly pinFinalTry: boolean;
  readonly pinLocked: boolean;
  readonly pinPad: boolean;
}

export interface TokenCertificate {
  readonly label: string;
  readonly sha256: string;
  /** Base64 DER. */
  readonly der: string;
  readonly keyAlgorithm: "RSA" | "EC" | "other";
  /** Name of the curve as OpenSSL says it (`prime256v1`), or the modulus's bits. */
  readonly keyDetail: string;
  readonly algorithms: readonly SignAlgorithm[];
}

export interface DiagnoseResult {
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  /** ISO 8601 UTC. */
  readonly clock: string;
  readonly modules: readonly ModuleState[];
  readonly tokens: number;
  readonly certificates: number;
}

export interface HostResults {
  readonly hello: HelloResult;
  readonly modules: { readonly modules: readonly ModuleState[] };
  readonly list: { readonly tokens: readonly TokenState[] };
  /** Base64: PKCS#1 signature, or r‖s. */
  readonly sign: { readonly signature: string };
  readonly diagnose: DiagnoseResult;
}

export type HostReply =
  | { readonly id: number; readonly ok: true; readonly result: HostResults[keyof HostResults] }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error: { readonly code: CarrierErrorCode; readonly params: Readonly<Record<string, string | number>> };
    };

/** A reply above `MAX_REPLY_BYTES` comes in parts: base64 of slices of the reply's UTF-8 JSON, in order, `part` from 1. */
export interface ReplyPart {
  readonly id: number;
  readonly part: number;
  readonly parts: number;
  readonly data: string;
}

type Check = (value: unknown) => boolean;
const text =
  (pattern: RegExp, longest: number): Check =>
  (value) =>
    typeof value === "string" && value.length <= longest && pattern.test(value);
const is =
  (expected: unknown): Check =>
  (value) =>
    value === expected;
const id: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

const SHAPES: Readonly<Record<HostRequest["command"], Readonly<Record<string, Check>>>> = {
  hello: { id, command: is("hello"), protocol: Number.isSafeInteger, version: text(/^\d+\.\d+\.\d+$/, 32) },
  modules: { id, command: is("modules") },
  list: { id, command: is("list") },
  diagnose: { id, command: is("diagnose") },
  sign: {
    id,
    command: is("sign"),
    certificateSha256: text(/^[0-9a-f]{64}$/, 64),
    tokenSerial: text(/^[^\p{Cc}]*$/u, 16),
    algorithm: (value) => SIGN_ALGORITHMS.some((algorithm) => algorithm === value),
    data: text(/^(?:[A-Za-z0-9+/]{4})+$|^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/, 512 * 1024),
    pin: (value) => value === null || (typeof value === "string" && value.length >= 1 && value.length <= 255),
    acceptFinalTry: (value) => typeof value === "boolean",
  },
};

/** Throws `protocol.invalid` unless `value` is a known command with exactly its keys, each of its type. */
export function readRequest(value: unknown): HostRequest {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new CarrierError("protocol.invalid");
  const message = value as Readonly<Record<string, unknown>>;
  const command = message["command"];
  if (typeof command !== "string" || !Object.hasOwn(SHAPES, command)) throw new CarrierError("protocol.invalid");
  const shape = SHAPES[command as HostRequest["command"]];
  const keys = Object.keys(message);
  const complete =
    keys.length === Object.keys(shape).length && keys.every((key) => Object.hasOwn(shape, key) && shape[key]?.(message[key]));
  if (!complete) throw new CarrierError("protocol.invalid");
  return value as HostRequest;
}
