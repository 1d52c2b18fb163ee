import Type from "typebox";
import { ASIC_E, openContainer } from "./container.ts";
import { dossierId } from "../dossiers/routes.ts";
import { problems } from "../http/references.ts";
import { readDossier } from "../dossiers/record.ts";
import { requirePerson } from "../http/server.ts";
import type { HttpServer } from "../http/server.ts";
import type { Treasury } from "../treasury.ts";

export function containerRoutes(app: HttpServer, treasury: Treasury): void {
  app.get(
    "/dossiers/:id/container",
    {
      schema: {
        operationId: "container",
        tags: ["dossiers"],
        description:
          "ASiC-E (ETSI EN 319 162-1): data, official documents, attachments, a readable rendering, every signature of the current version.",
        params: dossierId,
        response: { 200: Type.Unsafe<unknown>({ type: "string", contentMediaType: ASIC_E }), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      const record = await readDossier(treasury, person, request.params.id);
      const container = await openContainer(treasury, record, person);
      return reply
        .type(ASIC_E)
        .header("content-disposition", `attachment; filename="${record.row.code}.asice"`)
        .header("cache-control", "private, no-store")
        .send(container);
    },
  );
}
