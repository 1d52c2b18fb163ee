import type { SwaggerOptions } from "@fastify/swagger";

/** Head of the OpenAPI document. */
export function apiDescription(publicUrl: string): SwaggerOptions {
  return {
    refResolver: {
      buildLocalReference: (json, _baseUri, _fragment, index) => (typeof json["$id"] === "string" ? json["$id"] : `shape-${index}`),
    },
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Fisc treasury API",
        version: "1",
        description:
          "Dossiers of treasury procedures: hand in, sign, follow, decide. Answers that are no success are problem+json (RFC 9457) with a stable `code`. " +
          "Writes carry `Idempotency-Key`; changes may carry `If-Match` with the revision that was seen. Uploads follow tus 1.0.0 at `/uploads`.",
      },
      servers: [{ url: publicUrl }],
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "fisc_session" } } },
    },
  };
}
