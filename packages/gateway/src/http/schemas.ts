import Type from "typebox";
import type { Json, JsonObject } from "@fisc/core";

/**
 * The shapes of the API contract, as they stand in the OpenAPI document. `contract-types.ts` holds them against
 * the model of `@fisc/core`: where the two part, the package does not compile.
 */

export const closed = { additionalProperties: false } as const;
/** A JSON array whose type is read-only, as the model's are. */
export const list = <T extends Type.TSchema>(item: T, options: { readonly maxItems?: number } = {}) =>
  Type.Unsafe<readonly Type.Static<T>[]>({ type: "array", items: item, ...options });

/** No body. */
export const Nothing = Type.Unsafe<undefined>({ type: "null" });
export const text = (maxLength: number) => Type.String({ maxLength });

export const Instant = Type.String({ format: "date-time", description: "ISO 8601, UTC, milliseconds." });
export const CivilDate = Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, description: "Civil date in the profile's zone." });
export const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256, lower-case hex." });
export const Data = Type.Unsafe<JsonObject>({ type: "object", additionalProperties: true });
const Texts = Type.Unsafe<Readonly<Record<string, string>>>({ type: "object", additionalProperties: { type: "string" } });
const Values = Type.Unsafe<Readonly<Record<string, Json>>>({ type: "object", additionalProperties: true });

export const Violation = Type.Object(
  {
    rule: Type.String(),
    severity: Type.Union([Type.Literal("error"), Type.Literal("warning")]),
    at: Type.String(),
    message: Type.String(),
    params: Type.Unsafe<Readonly<Record<string, string | number>>>({
      type: "object",
      additionalProperties: { type: ["string", "number"] },
    }),
  },
  closed,
);

/** RFC 9457 with our `code`; `params` fill the message that a portal's locale file holds for the code. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String({ description: "Reason phrase of the HTTP status; not for people." }),
    status: Type.Integer(),
    code: Type.String(),
    params: Violation.properties.params,
    violations: Type.Optional(list(Violation)),
  },
  closed,
);

export const RegisteredUnit = Type.Object(
  { code: Type.String(), name: Type.String(), accounts: list(Type.String()), attributes: Texts },
  closed,
);

export const Session = Type.Object(
  {
    subject: Type.String(),
    name: Type.String(),
    email: Type.String(),
    roles: list(Type.String()),
    side: Type.Union([Type.Literal("unit"), Type.Literal("treasury")]),
    unit: Type.Optional(RegisteredUnit),
    office: Type.Optional(Type.Object({ code: Type.String(), name: Type.String() }, closed)),
    profile: Type.String(),
  },
  closed,
);

const CalendarEntries = Type.Record(
  Type.String(),
  Type.Object(
    { reason: Type.String(), confidence: Type.Union([Type.Literal("sure"), Type.Literal("good"), Type.Literal("estimate")]) },
    closed,
  ),
);

export const ProcedureStart = Type.Object(
  {
    calendar: Type.Object(
      { holidays: CalendarEntries, workingSaturdays: CalendarEntries },
      { ...closed, description: "Working days, to count down to a deadline." },
    ),
    procedure: Type.Unsafe<JsonObject>({
      type: "object",
      required: ["id", "version", "schema", "layout", "rules", "workflow", "labels", "locale", "regime"],
      additionalProperties: true,
      description: "PublishedProcedure of @fisc/core: schema, layout, rules as checked trees, labels of one locale.",
    }),
    context: Type.Object({ regime: Type.String(), today: CivilDate, unit: RegisteredUnit, facts: Values }, closed),
  },
  closed,
);

export const CodeListEntry = Type.Object({ code: Type.String(), name: Type.String() }, closed);

export const Attachment = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    slot: Type.String(),
    name: Type.String(),
    mediaType: Type.String(),
    size: Type.Integer({ minimum: 0 }),
    sha256: Sha256,
  },
  closed,
);

export const Fix = Type.Object(
  { document: text(200), at: Type.Optional(text(400)), text: Type.String({ minLength: 1, maxLength: 2_000 }) },
  closed,
);

const SignatureRecord = Type.Object(
  {
    sequence: Type.Integer({ minimum: 1 }),
    version: Type.Integer({ minimum: 1 }),
    policy: Type.String(),
    role: Type.String(),
    signer: Type.String(),
    certificate: Type.Object({ subject: Type.String(), issuer: Type.String(), serial: Type.String(), notAfter: Instant }, closed),
    at: Instant,
    level: Type.String(),
    signs: Type.String(),
  },
  closed,
);

export const OfficialDocument = Type.Object(
  { id: Type.String({ format: "uuid" }), template: Type.String(), at: Instant, data: Data, sha256: Sha256, signed: Type.Boolean() },
  closed,
);

const Deadline = Type.Object({ key: Type.String(), receivedOn: CivilDate, dueOn: CivilDate, met: Type.Boolean() }, closed);

const AvailableAction = Type.Object(
  {
    action: Type.String(),
    needs: Type.Object(
      {
        reason: Type.Optional(Type.Object({ minLength: Type.Integer(), maxLength: Type.Integer() }, closed)),
        fixes: Type.Optional(Type.Boolean()),
        signature: Type.Optional(Type.String()),
        choices: Type.Optional(
          Type.Unsafe<Readonly<Record<string, readonly string[]>>>({
            type: "object",
            additionalProperties: { type: "array", items: { type: "string" } },
          }),
        ),
      },
      closed,
    ),
  },
  closed,
);

const DossierUnit = Type.Object({ code: Type.String(), name: Type.String() }, closed);

export const Dossier = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    code: Type.String(),
    procedure: Type.String(),
    procedureVersion: Type.Integer(),
    regime: Type.String(),
    unit: DossierUnit,
    version: Type.Integer({ minimum: 1 }),
    revision: Type.Integer({ minimum: 1 }),
    state: Type.String(),
    data: Data,
    attachments: list(Attachment),
    signatures: list(SignatureRecord),
    documents: list(OfficialDocument),
    deadlines: list(Deadline),
    fixes: list(Fix),
    warnings: list(Violation),
    createdAt: Instant,
    updatedAt: Instant,
    actions: list(AvailableAction),
  },
  closed,
);

export const DossierSummary = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    code: Type.String(),
    procedure: Type.String(),
    unit: DossierUnit,
    state: Type.String(),
    revision: Type.Integer({ minimum: 1 }),
    title: Type.String(),
    number: Type.String(),
    amount: Type.Integer({ description: "Minor units." }),
    dueOn: Type.Optional(CivilDate),
    updatedAt: Instant,
    awaitsMe: Type.Boolean(),
  },
  closed,
);

export const DossierVersion = Type.Object({ version: Type.Integer({ minimum: 1 }), data: Data, attachments: list(Attachment) }, closed);

const Actor = Type.Object({ id: Type.String(), name: Type.String(), role: Type.String() }, closed);

const event = <T extends string, D extends Type.TSchema>(type: T, detail: D) =>
  Type.Object(
    {
      dossier: Type.String({ format: "uuid" }),
      position: Type.Integer({ minimum: 1 }),
      cursor: Type.Integer({ minimum: 1 }),
      at: Instant,
      actor: Actor,
      type: Type.Literal(type),
      detail,
    },
    closed,
  );

export const DossierEvent = Type.Union([
  event("dossier.created", Type.Object({ procedure: Type.String(), version: Type.Integer(), state: Type.String() }, closed)),
  event("content.changed", Type.Object({ version: Type.Integer(), dataSha256: Sha256, attachments: list(Attachment) }, closed)),
  event(
    "transition",
    Type.Object(
      {
        action: Type.String(),
        from: Type.String(),
        to: Type.String(),
        version: Type.Integer(),
        reason: Type.Optional(Type.String()),
        fixes: Type.Optional(list(Fix)),
        input: Type.Optional(Data),
      },
      closed,
    ),
  ),
  event("signature.added", SignatureRecord),
  event("deadline.started", Deadline),
  event("deadline.met", Type.Object({ key: Type.String() }, closed)),
  event("document.made", Type.Object({ id: Type.String(), template: Type.String(), sha256: Sha256 }, closed)),
  event("mail.sent", Type.Object({ template: Type.String(), to: Type.String() }, closed)),
  event(
    "ledger.answered",
    Type.Object(
      { operation: Type.String(), outcome: Type.String(), reference: Type.Optional(Type.String()), text: Type.Optional(Type.String()) },
      closed,
    ),
  ),
]);

const purpose = Type.Union([Type.Literal("dossier.sign"), Type.Literal("dossier.approve"), Type.Literal("document.issue")]);

export const SigningRequest = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    sequence: Type.Integer({ minimum: 1 }),
    action: Type.String(),
    purpose,
    audience: Type.String(),
    dossier: Type.String(),
    dossierCode: Type.String(),
    version: Type.Integer({ minimum: 1 }),
    history: Sha256,
    procedure: Type.String(),
    role: Type.String(),
    nonce: Type.String(),
    expires: Instant,
    documentName: Type.String(),
    document: Data,
    attachments: list(Attachment),
    certificates: list(Sha256),
  },
  closed,
);

export const SigningOffer = Type.Object(
  {
    request: SigningRequest,
    presentation: Type.Unsafe<JsonObject>({
      type: "object",
      additionalProperties: true,
      description: "PublishedProcedure, or DocumentPresentation for an official document: what the signer's window draws.",
    }),
  },
  closed,
);

export const Health = Type.Object({ status: Type.Literal("ok") }, closed);
