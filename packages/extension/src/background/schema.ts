import { Validator } from "@cfworker/json-schema";
import { MAX_FILES_BYTES, MAX_REQUEST_CHARACTERS } from "@fisc/core/signing";
import { PIECE_BYTES } from "../messages.ts";
import type { PieceMessage, SignMessage } from "../messages.ts";

const text = (maxLength: number, pattern = "^[^\\u0000-\\u001f]*$"): object => ({ type: "string", maxLength, pattern });
const id = text(128, "^[A-Za-z0-9_-]+$");
const digest = text(64, "^[0-9a-f]{64}$");
const count = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
/** An object with exactly these keys. */
const exactly = (properties: Readonly<Record<string, object>>): object => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const attachment = exactly({ id, slot: text(128), name: text(500), mediaType: text(200, "^[\\x21-\\x7e]+$"), size: count, sha256: digest });

const request = exactly({
  id,
  sequence: { type: "integer", minimum: 1, maximum: 999_999 },
  action: text(128),
  purpose: { enum: ["dossier.sign", "dossier.approve", "document.issue"] },
  audience: text(300),
  dossier: text(128),
  dossierCode: text(128),
  version: count,
  history: digest,
  procedure: text(200),
  role: text(128),
  nonce: { type: "string", minLength: 16, maxLength: 512, pattern: "^[\\x21-\\x7e]+$" },
  expires: text(40, "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"),
  documentName: text(100, "^[A-Za-z0-9][A-Za-z0-9_-]*\\.json$"),
  document: { type: "object" },
  attachments: { type: "array", maxItems: 500, items: attachment },
  certificates: { type: "array", maxItems: 100, items: digest },
});

const currency = exactly({ code: text(3, "^[A-Z]{3}$"), decimals: { type: "integer", minimum: 0, maximum: 4 } });
const labels = { type: "object", additionalProperties: { type: "string" } };
const valueField = {
  type: "object",
  properties: { type: { type: "string" }, path: { type: "string", minLength: 1 } },
  required: ["type", "path"],
};
const field = { ...valueField, properties: { ...valueField.properties, columns: { type: "array", items: valueField } } };
const section = {
  type: "object",
  properties: { id: { type: "string" }, fields: { type: "array", items: field } },
  required: ["id", "fields"],
};
const page = {
  type: "object",
  properties: { id: { type: "string" }, sections: { type: "array", items: section } },
  required: ["id", "sections"],
};
const codeEntry = { type: "object", properties: { code: { type: "string" }, name: { type: "string" } }, required: ["code", "name"] };

/** Only what the window draws from is pinned; the whole of it is bound by its digest in the signed manifest. */
const publishedProcedure = {
  type: "object",
  properties: {
    id: { type: "string" },
    version: { type: "integer" },
    formNumber: { type: "string" },
    locale: { type: "string" },
    currency,
    labels,
    layout: { type: "array", items: page },
    codeLists: { type: "object", additionalProperties: { type: "array", items: codeEntry } },
  },
  required: ["id", "version", "formNumber", "locale", "currency", "labels", "layout", "codeLists"],
};

const documentRow = exactly({ field: text(200), label: { type: "string" }, type: { enum: ["text", "money", "date"] } });
const documentPresentation = exactly({
  template: text(128),
  formNumber: { type: "string" },
  locale: { type: "string" },
  title: { type: "string" },
  labels,
  currency,
  rows: { type: "array", items: documentRow },
});

const signMessage = exactly({
  type: { const: "sign" },
  request,
  presentation: { anyOf: [documentPresentation, publishedProcedure] },
  locale: text(35, "^[A-Za-z0-9-]+$"),
  files: { type: "array", maxItems: 500, items: exactly({ id, size: count }) },
});

const pieceMessage = exactly({
  type: { const: "piece" },
  file: id,
  offset: count,
  data: { type: "string", maxLength: Math.ceil(PIECE_BYTES / 3) * 4, pattern: "^[A-Za-z0-9+/]*={0,2}$" },
});

const signValidator = new Validator(signMessage as ConstructorParameters<typeof Validator>[0], "2020-12", true);
const pieceValidator = new Validator(pieceMessage as ConstructorParameters<typeof Validator>[0], "2020-12", true);
const MAX_DEPTH = 64;
const POLLUTING: readonly string[] = ["__proto__", "constructor", "prototype"];

/** The message if it is one that may be shown to a person: exact keys, limits, and each file once, matching an attachment. */
export function readSignMessage(value: unknown): SignMessage | null {
  if (!isHarmless(value, 0) || JSON.stringify(value).length > MAX_REQUEST_CHARACTERS || !signValidator.validate(value).valid) return null;
  const message = value as SignMessage;
  const attachments = new Map(message.request.attachments.map((entry) => [entry.id, entry.size]));
  const named = new Set(message.files.map((file) => file.id));
  const matching =
    attachments.size === message.request.attachments.length && named.size === attachments.size && message.files.length === named.size;
  // the window makes room by the declared sizes, the page sends by the real ones: both are bounded
  const declared = message.request.attachments.reduce((sum, entry) => sum + entry.size, 0);
  const sent = message.files.reduce((sum, file) => sum + file.size, 0);
  const bounded = Math.max(declared, sent) <= MAX_FILES_BYTES;
  return matching && bounded && message.files.every((file) => attachments.has(file.id)) ? message : null;
}

export function readPieceMessage(value: unknown): PieceMessage | null {
  return pieceValidator.validate(value).valid ? (value as PieceMessage) : null;
}

/** The bare question: whatever else a page says with it makes it no question. */
export function isDiagnose(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 1 && "type" in value && value.type === "diagnose";
}

/** Not too deep, and no key that reaches for prototypes. */
function isHarmless(value: unknown, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isHarmless(item, depth + 1));
  return Object.entries(value).every(([key, item]) => !POLLUTING.includes(key) && isHarmless(item, depth + 1));
}
