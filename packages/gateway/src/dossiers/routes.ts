import Type from "typebox";
import { FiscError } from "@fisc/core";
import type { Json } from "@fisc/core";
import type { HttpServer } from "../http/server.ts";
import { requirePerson } from "../http/server.ts";
import { expectedRevision, writeOnce } from "../http/idempotency.ts";
import type { Answer } from "../http/idempotency.ts";
import { listOf, problems, shape } from "../http/references.ts";
import { ActionBody, DossierContent, NewDossier } from "../http/request-bodies.ts";
import { Instant } from "../http/schemas.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { changeContent } from "./change-content.ts";
import { createDossier } from "./create.ts";
import { listDossiers, mostListed } from "./list.ts";
import { documentsFor, eventsFor, presentDocument, presentDossier } from "./present.ts";
import { readVersion } from "./version.ts";
import { lockDossier, readDossier } from "./record.ts";
import type { DossierRecord } from "./record.ts";
import { takeStep } from "./transition.ts";

export const dossierId = Type.Object({ id: Type.String({ maxLength: 36 }) }, { additionalProperties: false });
export const writeHeaders = Type.Object({ "idempotency-key": Type.Optional(Type.String()), "if-match": Type.Optional(Type.String()) });

/** The answer to a write: the dossier as it is now, for this person. */
export function dossierAnswer(treasury: Treasury, record: DossierRecord, person: Person, status = 200): Answer {
  const dossier = presentDossier(treasury, record, person);
  return { status, body: dossier as unknown as Json, headers: { etag: `"${dossier.revision}"` } };
}

export function doerOf(person: Person): { readonly id: string; readonly name: string; readonly roles: readonly string[] } {
  return { id: person.subject, name: person.name, roles: person.roles };
}

/** RFC 8187: what `encodeURIComponent` leaves beyond attr-char is encoded too. */
function extendedValue(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function dossierRoutes(app: HttpServer, treasury: Treasury): void {
  const tags = ["dossiers"];

  app.get(
    "/dossiers",
    {
      schema: {
        operationId: "dossiers",
        tags,
        description: "Latest change first. The next page begins after `before` and `beforeId`; the last one is shorter than `limit`.",
        querystring: Type.Object(
          {
            state: Type.Optional(Type.String({ maxLength: 100 })),
            text: Type.Optional(Type.String({ maxLength: 200 })),
            awaitsMe: Type.Optional(Type.Boolean()),
            before: Type.Optional({ ...Instant, description: "`updatedAt` of the last dossier of the page before; with `beforeId`." }),
            beforeId: Type.Optional(Type.String({ format: "uuid", description: "`id` of the last dossier of the page before." })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostListed, default: mostListed })),
          },
          { additionalProperties: false },
        ),
        response: { 200: listOf("DossierSummary"), ...problems },
      },
    },
    async (request) => listDossiers(treasury, requirePerson(request), request.query),
  );

  app.post(
    "/dossiers",
    {
      schema: {
        operationId: "createDossier",
        tags,
        headers: writeHeaders,
        body: NewDossier,
        response: { 201: shape("Dossier"), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      return writeOnce(treasury, person, request, reply, async (transaction) =>
        dossierAnswer(treasury, await createDossier(treasury, transaction, person, request.body), person, 201),
      );
    },
  );

  app.get(
    "/dossiers/:id",
    { schema: { operationId: "dossier", tags, params: dossierId, response: { 200: shape("Dossier"), ...problems } } },
    async (request, reply) => {
      const person = requirePerson(request);
      const dossier = presentDossier(treasury, await readDossier(treasury, person, request.params.id), person);
      return reply.header("etag", `"${dossier.revision}"`).header("cache-control", "no-store").send(dossier);
    },
  );

  app.get(
    "/dossiers/:id/versions/:version",
    {
      schema: {
        operationId: "dossierVersion",
        tags,
        description: "Content as it was in one version. The treasury reads those that it was sent.",
        params: Type.Object(
          { id: Type.String({ maxLength: 36 }), version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
          { additionalProperties: false },
        ),
        response: { 200: shape("DossierVersion"), ...problems },
      },
    },
    async (request, reply) => {
      const { id, version } = request.params;
      const content = await readVersion(treasury, requirePerson(request), id, version);
      return reply.header("cache-control", "private, no-store").send(content);
    },
  );

  app.put(
    "/dossiers/:id/content",
    {
      schema: {
        operationId: "changeContent",
        tags,
        params: dossierId,
        headers: writeHeaders,
        body: DossierContent,
        response: { 200: shape("Dossier"), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      return writeOnce(treasury, person, request, reply, async (transaction) => {
        const record = await lockDossier(treasury, transaction, request.params.id, person, expectedRevision(request));
        return dossierAnswer(treasury, await changeContent(treasury, transaction, record, person, request.body), person);
      });
    },
  );

  app.post(
    "/dossiers/:id/actions/:action",
    {
      schema: {
        operationId: "act",
        tags,
        params: Type.Object(
          { id: Type.String({ maxLength: 36 }), action: Type.String({ maxLength: 100 }) },
          { additionalProperties: false },
        ),
        headers: writeHeaders,
        body: ActionBody,
        response: { 200: shape("Dossier"), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      const { id, action } = request.params;
      return writeOnce(treasury, person, request, reply, async (transaction) => {
        const record = await lockDossier(treasury, transaction, id, person, expectedRevision(request));
        return dossierAnswer(treasury, await takeStep(treasury, transaction, record, doerOf(person), { action, ...request.body }), person);
      });
    },
  );

  app.get(
    "/dossiers/:id/events",
    {
      schema: {
        operationId: "dossierEvents",
        tags,
        params: dossierId,
        querystring: Type.Object(
          { after: Type.Optional(Type.Integer({ minimum: 0, description: "Cursor." })) },
          { additionalProperties: false },
        ),
        response: { 200: listOf("DossierEvent"), ...problems },
      },
    },
    async (request) => {
      const person = requirePerson(request);
      const record = await readDossier(treasury, person, request.params.id);
      const { after = 0 } = request.query;
      return eventsFor(treasury, record, person).filter(({ cursor }) => cursor > after);
    },
  );

  app.get(
    "/dossiers/:id/attachments/:attachment",
    {
      schema: {
        operationId: "attachment",
        tags,
        params: Type.Object(
          { id: Type.String({ maxLength: 36 }), attachment: Type.String({ maxLength: 36 }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Unsafe<unknown>({ type: "string", contentEncoding: "binary" }), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      const record = await readDossier(treasury, person, request.params.id);
      const attachment = record.content.attachments.find(({ id }) => id === request.params.attachment);
      if (attachment === undefined) throw new FiscError("not-found");
      const file = await treasury.attachments.read(attachment.sha256);
      return reply
        .type(attachment.mediaType)
        .header("content-length", attachment.size)
        .header("content-disposition", `attachment; filename*=UTF-8''${extendedValue(attachment.name)}`)
        .header("cache-control", "private, no-store")
        .send(file);
    },
  );

  app.get(
    "/dossiers/:id/documents/:document",
    {
      schema: {
        operationId: "document",
        tags,
        params: Type.Object(
          { id: Type.String({ maxLength: 36 }), document: Type.String({ maxLength: 36 }) },
          { additionalProperties: false },
        ),
        response: { 200: shape("OfficialDocument"), ...problems },
      },
    },
    async (request) => {
      const person = requirePerson(request);
      const record = await readDossier(treasury, person, request.params.id);
      const document = documentsFor(treasury, record, person).find(({ id }) => id === request.params.document);
      if (document === undefined) throw new FiscError("not-found");
      return presentDocument(treasury, document, record);
    },
  );
}
