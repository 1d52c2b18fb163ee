import { createHash } from "node:crypto";
import Type from "typebox";
import { FiscError } from "@fisc/core";
import type { JsonObject, RuleContext } from "@fisc/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import { dossierId } from "../dossiers/routes.ts";
import { readDossier, ruleContext, todayOf } from "../dossiers/record.ts";
import { pinForChange, under } from "../dossiers/regime.ts";
import type { HttpServer } from "../http/server.ts";
import { requirePerson } from "../http/server.ts";
import { listOf, problems, shape } from "../http/references.ts";
import { registeredUnit } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { searchCodes } from "./code-search.ts";
import type { Pin } from "./publications.ts";

const locale = Type.String({ maxLength: 35, description: "BCP 47 tag; one that the profile does not have gives its default." });

export function procedureRoutes(app: HttpServer, treasury: Treasury): void {
  const { publications, people, profile } = treasury;
  const tags = ["procedures"];
  const start = (pin: Pin, wanted: string, context: Omit<RuleContext, "attachments">) => ({
    procedure: publications.published(pin, wanted) as unknown as JsonObject,
    calendar: profile.calendar,
    context: { regime: context.regime, today: context.today, unit: context.unit, facts: context.facts },
  });

  app.get(
    "/procedures/:id",
    {
      schema: {
        operationId: "procedure",
        tags,
        params: Type.Object({ id: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
        querystring: Type.Object({ locale }, { additionalProperties: false }),
        response: { 200: shape("ProcedureStart"), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      const today = todayOf(treasury);
      const pin = publications.current(request.params.id, today);
      const unit = person.side === "unit" ? await people.unit(person.belongsTo) : null;
      // An officer may read a definition; there is no unit then that rules could know.
      const known = unit === null ? { code: "", name: "", accounts: [], attributes: {} } : registeredUnit(unit);
      const facts = unit === null ? {} : await people.facts(unit.code);
      return cached(request, reply, start(pin, request.query.locale, { regime: pin.regime, today, unit: known, facts }));
    },
  );

  app.get(
    "/dossiers/:id/procedure",
    {
      schema: {
        operationId: "dossierProcedure",
        tags,
        params: dossierId,
        querystring: Type.Object({ locale }, { additionalProperties: false }),
        response: { 200: shape("ProcedureStart"), ...problems },
      },
    },
    async (request, reply) => {
      const read = await readDossier(treasury, requirePerson(request), request.params.id);
      // Who may change it works by the rules that the change will be checked by.
      const isEditable = read.procedure.workflow.states[read.replayed.state]?.editable === true;
      const record = isEditable ? under(treasury, read, pinForChange(treasury, read)) : read;
      return cached(request, reply, start(record.pin, request.query.locale, ruleContext(treasury, record)));
    },
  );

  app.get(
    "/code-lists/:id",
    {
      schema: {
        operationId: "codes",
        tags,
        params: Type.Object({ id: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
        querystring: Type.Object(
          {
            locale,
            text: Type.Optional(Type.String({ maxLength: 200 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: listOf("CodeListEntry"), ...problems },
      },
    },
    async (request) => {
      requirePerson(request);
      if (!Object.hasOwn(profile.codeLists, request.params.id)) throw new FiscError("not-found");
      return searchCodes(profile, request.params.id, request.query);
    },
  );
}

/** Definitions are big and change seldom: the browser asks again with the tag and gets 304. */
function cached(request: FastifyRequest, reply: FastifyReply, body: object): FastifyReply {
  const text = JSON.stringify(body);
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache").header("vary", "Cookie, Origin");
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").send(text);
}
