import cookie from "@fastify/cookie";
import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import { registerAjvFormats, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify from "fastify";
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { IncomingMessage, ServerResponse } from "node:http";
import { FiscError } from "@fisc/core";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { digest } from "../session/sessions.ts";
import { apiDescription } from "./description.ts";
import { guardInput } from "./input-guard.ts";
import { guardOrigin, secureHeaders } from "./origin-guard.ts";
import { registerProblems } from "./problem.ts";
import { registerShapes } from "./references.ts";

export type HttpServer = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>;

declare module "fastify" {
  interface FastifyRequest {
    /** Null: nobody is signed in. */
    person: Person | null;
    sessionToken: string | null;
  }
  interface FastifyContextConfig {
    /** False: a call to this route is no use of the session. */
    readonly keepsAlive?: boolean;
  }
}

/** @throws FiscError `session.none` */
export function requirePerson(request: FastifyRequest): Person {
  if (request.person === null) throw new FiscError("session.none");
  return request.person;
}

/** Never in a log: cookies, keys of requests, data of dossiers, queries (they hold codes of the sign-in). */
const redact = ["req.headers.cookie", "req.headers.authorization", "req.query", "req.body", "res.headers['set-cookie']"];

/** A server with everything that all routes share, in order: problems, headers, CORS, origin, session, rate. */
export async function createHttpServer(
  treasury: Treasury,
  log: boolean | "errors",
  trustedProxies: readonly string[] = [],
): Promise<HttpServer> {
  const { limits, portalOrigins, publicUrl } = treasury;
  registerAjvFormats();
  const app: HttpServer = Fastify({
    logger: log
      ? {
          level: log === "errors" ? "error" : "info",
          redact,
          serializers: {
            req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split("?", 1)[0], id: request.id }),
            err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack ?? "", cause: causeOf(error) }),
          },
        }
      : false,
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: true,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  registerProblems(app);
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  secureHeaders(app, publicUrl.startsWith("https:"));
  await app.register(cors, {
    origin: [...portalOrigins],
    credentials: true,
    methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    exposedHeaders: [
      "ETag",
      "Location",
      "Retry-After",
      "Idempotency-Replayed",
      "Content-Disposition",
      "Tus-Resumable",
      "Upload-Offset",
      "Upload-Length",
      "Upload-Expires",
    ],
    maxAge: 600,
  });
  guardOrigin(app, portalOrigins);
  await app.register(cookie);
  app.decorateRequest("person", null);
  app.decorateRequest("sessionToken", null);
  app.addHook("onRequest", async (request) => {
    const token = request.cookies[treasury.sessionCookie];
    if (token === undefined) return;
    request.sessionToken = token;
    const { sessions } = treasury;
    request.person = await (request.routeOptions.config.keepsAlive === false ? sessions.peek(token) : sessions.find(token));
  });
  await app.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => (request.person === null || request.sessionToken === null ? request.ip : digest(request.sessionToken)),
    errorResponseBuilder: (_request, { ttl }) => new FiscError("rate-limited", { seconds: Math.ceil(ttl / 1_000) }),
  });
  guardInput(app);
  registerShapes(app);
  await app.register(swagger, apiDescription(publicUrl));
  return app;
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : "";
}
