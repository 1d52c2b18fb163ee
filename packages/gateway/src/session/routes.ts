import Type from "typebox";
import { FiscError } from "@fisc/core";
import type { Session as SessionBody } from "@fisc/core/api";
import type { FastifyReply } from "fastify";
import { problems, shape } from "../http/references.ts";
import { Nothing } from "../http/schemas.ts";
import type { HttpServer } from "../http/server.ts";
import { registeredUnit } from "../registry/people.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";

export function sessionRoutes(app: HttpServer, treasury: Treasury): void {
  const secure = treasury.publicUrl.startsWith("https:");
  // the prefix keeps another host of the same site from planting an attempt of its own
  const attemptCookie = secure ? "__Host-fisc_sign_in" : "fisc_sign_in";
  const cookie = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;

  app.get(
    "/session",
    { schema: { operationId: "session", tags: ["session"], response: { 200: Type.Union([shape("Session"), Type.Null()]), ...problems } } },
    async (request, reply) => {
      reply.header("cache-control", "no-store");
      return request.person === null ? null : sessionOf(request.person, treasury);
    },
  );

  app.get(
    "/session/remaining",
    {
      schema: {
        operationId: "sessionRemaining",
        tags: ["session"],
        description: "How long the session lasts if nobody does anything. Asking does not make it last longer. Null: nobody is signed in.",
        response: {
          200: Type.Union([
            Type.Object({ seconds: Type.Integer({ minimum: 0 }), extendable: Type.Boolean() }, { additionalProperties: false }),
            Type.Null(),
          ]),
          ...problems,
        },
      },
      config: { keepsAlive: false },
    },
    async (request, reply) => {
      reply.header("cache-control", "no-store");
      return request.sessionToken === null ? null : treasury.sessions.remaining(request.sessionToken);
    },
  );

  app.get(
    "/session/sign-in",
    {
      schema: {
        operationId: "signIn",
        tags: ["session"],
        description:
          "A page to send the browser to, not a call to make: leads to the identity provider and back to `return_to`, an address of a portal.",
        querystring: Type.Object({ return_to: Type.String({ maxLength: 2_000 }) }, { additionalProperties: false }),
        response: { 302: Nothing, ...problems },
      },
      config: { rateLimit: { max: 60 } },
    },
    async (request, reply) => {
      const returnTo = URL.parse(request.query.return_to);
      if (returnTo === null || !treasury.portalOrigins.has(returnTo.origin)) throw new FiscError("request.origin");
      const started = await Promise.resolve(signInOf(treasury).begin(returnTo.href)).catch((error: unknown) => {
        if (error instanceof FiscError) return error;
        throw error;
      });
      if (started instanceof FiscError) return sendBack(reply, returnTo.href, started.code);
      const { location, browser } = started;
      reply.setCookie(attemptCookie, browser, { ...cookie, maxAge: 600 });
      return redirect(reply, location);
    },
  );

  app.get(
    "/session/callback",
    {
      schema: {
        operationId: "signInCallback",
        tags: ["session"],
        querystring: Type.Object({
          code: Type.Optional(Type.String()),
          state: Type.Optional(Type.String()),
          error: Type.Optional(Type.String()),
        }),
        response: { 302: Nothing, ...problems },
      },
      config: { rateLimit: { max: 60 } },
    },
    async (request, reply) => {
      const callback = new URL(request.raw.url ?? "", treasury.publicUrl);
      const { returnTo, outcome: identity } = await signInOf(treasury).finish(callback, request.cookies[attemptCookie]);
      reply.clearCookie(attemptCookie, cookie);
      const back = returnTo ?? [...treasury.portalOrigins][0] ?? treasury.publicUrl;
      if (identity instanceof FiscError) return sendBack(reply, back, identity.code);
      const person = await treasury.people.find(identity.subject, identity.roles);
      if (person === null || (identity.belongsTo !== null && identity.belongsTo !== person.belongsTo))
        return sendBack(reply, back, "session.not-registered");
      // A new cookie at every sign-in: one that was planted before is worth nothing.
      if (request.sessionToken !== null) await treasury.sessions.end(request.sessionToken);
      const token = await treasury.sessions.start(identity.subject, identity.roles);
      reply.setCookie(treasury.sessionCookie, token, { ...cookie, maxAge: treasury.limits.sessionAbsolute / 1_000 });
      return redirect(reply, back);
    },
  );

  app.post(
    "/session/sign-out",
    { schema: { operationId: "signOut", tags: ["session"], response: { 204: Nothing, ...problems } } },
    async (request, reply) => {
      if (request.sessionToken !== null) await treasury.sessions.end(request.sessionToken);
      reply.clearCookie(treasury.sessionCookie, cookie);
      return reply.code(204).send(undefined);
    },
  );
}

/** A person stands at these addresses, not a program: the portal says what went wrong. */
function sendBack(reply: FastifyReply, portal: string, code: string): FastifyReply {
  reply.log.info({ code }, "sign-in refused");
  return redirect(reply, Object.assign(new URL(portal), { hash: `fisc-sign-in=${code}` }).href);
}

function redirect(reply: FastifyReply, location: string): FastifyReply {
  return reply.code(302).header("cache-control", "no-store").header("location", location).send();
}

function signInOf(treasury: Treasury): NonNullable<Treasury["signIn"]> {
  if (treasury.signIn === null) throw new FiscError("session.provider-unreachable");
  return treasury.signIn;
}

async function sessionOf(person: Person, { people, profile }: Treasury): Promise<SessionBody> {
  const { subject, name, email, roles, side } = person;
  const base = { subject, name, email, roles, side, profile: profile.id };
  if (side === "unit") {
    const unit = await people.unit(person.belongsTo);
    return unit === null ? base : { ...base, unit: registeredUnit(unit) };
  }
  const office = await people.officeName(person.belongsTo);
  return office === null ? base : { ...base, office: { code: person.belongsTo, name: office } };
}
