import Type from "typebox";
import { closed, Data, Fix, list, Sha256, text } from "./schemas.ts";

/** What clients send. Every object is closed and every text has a longest length; a dossier's data has its procedure's own schema. */

const NewAttachment = Type.Object(
  { slot: text(100), name: Type.String({ minLength: 1, maxLength: 255 }), upload: text(100), sha256: Sha256 },
  closed,
);
const KeptAttachment = Type.Object({ id: Type.String({ format: "uuid" }), slot: text(100) }, closed);

export const DossierContent = Type.Object(
  { data: Data, attachments: list(Type.Union([NewAttachment, KeptAttachment]), { maxItems: 200 }) },
  closed,
);

export const NewDossier = Type.Object({ procedure: text(200), data: Data, attachments: DossierContent.properties.attachments }, closed);

export const ActionBody = Type.Object(
  { reason: Type.Optional(text(10_000)), fixes: Type.Optional(list(Fix, { maxItems: 200 })), input: Type.Optional(Data) },
  closed,
);

export const SigningRequestBody = Type.Object({ action: text(100), locale: text(35) }, closed);

const base64 = (maxLength: number) => Type.String({ maxLength, pattern: "^[A-Za-z0-9+/]*={0,2}$", description: "Base64." });

export const SignOutput = Type.Object(
  {
    request: Type.String({ format: "uuid" }),
    manifest: base64(128 * 1024),
    asicManifest: base64(128 * 1024),
    signature: base64(64 * 1024),
  },
  closed,
);
