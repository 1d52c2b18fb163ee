import { FiscError } from "@fisc/core";
import type { FastifyInstance } from "fastify";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Against forged requests: whatever changes something must come from a page of a portal (`Origin`), and the browser
 * must not call it cross-site (`Sec-Fetch-Site`). The session cookie is SameSite=Lax besides.
 */
export function guardOrigin(app: FastifyInstance, portalOrigins: ReadonlySet<string>): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const { origin } = request.headers;
    const site = request.headers["sec-fetch-site"];
    const foreign = safe.has(request.method)
      ? origin !== undefined && !portalOrigins.has(origin)
      : origin === undefined || !portalOrigins.has(origin) || site === "cross-site" || site === "none";
    done(foreign ? new FiscError("request.origin") : undefined);
  });
}

/** Headers of every answer. The API serves data only: nothing of it may run, be framed or be guessed at. */
export function secureHeaders(app: FastifyInstance, secure: boolean): void {
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      "cross-origin-resource-policy": "same-site",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
    });
    done();
  });
}
