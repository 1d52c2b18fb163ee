import type { JsonObject } from "@fisc/core";
import { dossierAnswer, dossierId, writeHeaders } from "../dossiers/routes.ts";
import { readDossier } from "../dossiers/record.ts";
import { expectedRevision, writeOnce } from "../http/idempotency.ts";
import { problems, shape } from "../http/references.ts";
import { SigningRequestBody, SignOutput } from "../http/request-bodies.ts";
import { requirePerson } from "../http/server.ts";
import type { HttpServer } from "../http/server.ts";
import type { Treasury } from "../treasury.ts";
import { acceptSignature } from "./accept.ts";
import { offerSigning } from "./offer.ts";

export function signingRoutes(app: HttpServer, treasury: Treasury): void {
  const tags = ["signing"];

  app.post(
    "/dossiers/:id/signing-requests",
    {
      schema: {
        operationId: "requestSigning",
        tags,
        description: "Gives out a nonce; changes nothing on the dossier, so it needs no `Idempotency-Key`.",
        params: dossierId,
        body: SigningRequestBody,
        response: { 201: shape("SigningOffer"), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      const record = await readDossier(treasury, person, request.params.id);
      const offer = await offerSigning(treasury, record, person, { ...request.body, origin: request.headers.origin ?? "" });
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ request: offer.request, presentation: offer.presentation as unknown as JsonObject });
    },
  );

  app.post(
    "/dossiers/:id/signatures",
    {
      schema: {
        operationId: "addSignature",
        tags,
        params: dossierId,
        headers: writeHeaders,
        body: SignOutput,
        response: { 200: shape("Dossier"), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      return writeOnce(treasury, person, request, reply, async (transaction) => {
        const record = await acceptSignature(treasury, transaction, person, {
          dossier: request.params.id,
          output: request.body,
          origin: request.headers.origin ?? "",
          revision: expectedRevision(request),
        });
        return dossierAnswer(treasury, record, person);
      });
    },
  );
}
