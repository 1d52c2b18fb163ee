import { CARRIER_STATES } from "../model/signing.ts";
import type {
  CarrierDiagnosis,
  CarrierLink,
  DocumentPresentation,
  SigningErrorCode,
  SigningRequest,
  SignOutput,
} from "../model/signing.ts";
import type { PublishedProcedure } from "../model/procedure.ts";

/**
 * Messages between a page and the extension's content script.
 *
 * The page posts `ConnectMessage` to its own window with one `MessagePort`; the content script answers on that port only,
 * so no other script or frame can answer in its place. `nonce` comes back in `welcome`.
 */
export const SIGNING_PROTOCOL = 1;

/** Bytes of all files of one request. */
export const MAX_FILES_BYTES = 64 * 1024 * 1024;
/** Characters of request and presentation together, as JSON. */
export const MAX_REQUEST_CHARACTERS = 16 * 1024 * 1024;

export interface ConnectMessage {
  readonly type: "fisc.connect";
  readonly protocol: number;
  readonly nonce: string;
}

export type PageMessage =
  | {
      readonly type: "sign";
      readonly id: string;
      readonly request: SigningRequest;
      readonly presentation: PublishedProcedure | DocumentPresentation;
      readonly locale: string;
      readonly files: readonly { readonly id: string; readonly blob: Blob }[];
    }
  | { readonly type: "cancel"; readonly id: string }
  /** Asks how the way to the key is. Takes no arguments: a page chooses neither module nor token. */
  | { readonly type: "diagnose"; readonly id: string };

export type ExtensionMessage =
  | { readonly type: "welcome"; readonly nonce: string; readonly protocol: number; readonly version: string }
  | { readonly type: "signed"; readonly id: string; readonly output: SignOutput }
  /** Said at once: this extension knows the question. One from before does not, and is silent. */
  | { readonly type: "diagnosing"; readonly id: string }
  | { readonly type: "diagnosed"; readonly id: string; readonly diagnosis: CarrierDiagnosis }
  | {
      readonly type: "failed";
      readonly id: string;
      readonly code: SigningErrorCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

export const SIGNING_ERROR_CODES: readonly SigningErrorCode[] = [
  "extension.missing",
  "extension.outdated",
  "extension.busy",
  "extension.refused-origin",
  "extension.invalid-request",
  "user.cancelled",
  "host.missing",
  "host.outdated",
  "host.crashed",
  "host.timeout",
  "module.missing",
  "token.missing",
  "token.removed",
  "token.locked",
  "pin.wrong",
  "pin.final-try",
  "certificate.none",
  "certificate.expired",
  "certificate.not-registered",
  "request.expired",
  "attachment.changed",
  "signature.invalid",
];

export function isExtensionMessage(value: unknown): value is ExtensionMessage {
  if (!isRecord(value)) return false;
  switch (value["type"]) {
    case "welcome":
      return (
        exactly(value, ["type", "nonce", "protocol", "version"]) &&
        isText(value["nonce"]) &&
        Number.isInteger(value["protocol"]) &&
        isText(value["version"])
      );
    case "signed": {
      const output = value["output"];
      return (
        exactly(value, ["type", "id", "output"]) &&
        isText(value["id"]) &&
        isRecord(output) &&
        exactly(output, ["request", "manifest", "asicManifest", "signature"]) &&
        Object.values(output).every(isText)
      );
    }
    case "diagnosing":
      return exactly(value, ["type", "id"]) && isText(value["id"]);
    case "diagnosed":
      return exactly(value, ["type", "id", "diagnosis"]) && isText(value["id"]) && isDiagnosis(value["diagnosis"]);
    case "failed":
      return (
        exactly(value, ["type", "id", "code", "params"]) &&
        isText(value["id"]) &&
        SIGNING_ERROR_CODES.some((code) => code === value["code"]) &&
        isRecord(value["params"]) &&
        Object.values(value["params"]).every((param) => isText(param) || typeof param === "number")
      );
    default:
      return false;
  }
}

/** Exactly what `CarrierDiagnosis` says: each link once and in order, a state of its own list, and nothing without permission. */
function isDiagnosis(value: unknown): value is CarrierDiagnosis {
  if (!isRecord(value) || !exactly(value, ["granted", "findings"]) || typeof value["granted"] !== "boolean") return false;
  const { granted, findings } = value;
  if (!Array.isArray(findings) || (!granted && findings.length > 0)) return false;
  const links = Object.keys(CARRIER_STATES) as CarrierLink[];
  return (
    findings.length <= links.length &&
    findings.every((finding: unknown, index) => {
      const link = links[index];
      if (link === undefined || !isRecord(finding) || !exactly(finding, ["link", "state"]) || finding["link"] !== link) return false;
      return CARRIER_STATES[link].some((state) => state === finding["state"]);
    })
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function exactly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  const own = Object.keys(value);
  return own.length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}
