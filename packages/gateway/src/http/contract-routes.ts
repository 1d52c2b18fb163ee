import { sql } from "kysely";
import type { Treasury } from "../treasury.ts";
import { Health } from "./schemas.ts";
import type { HttpServer } from "./server.ts";

/** Whether it lives, and what it can: the OpenAPI document that the client's types are made from. */
export function contractRoutes(app: HttpServer, treasury: Treasury): void {
  app.get(
    "/health",
    { schema: { operationId: "health", tags: ["gateway"], response: { 200: Health } }, config: { rateLimit: false } },
    async () => {
      await sql`select 1`.execute(treasury.connection.database);
      return { status: "ok" as const };
    },
  );
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}
