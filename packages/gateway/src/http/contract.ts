import type { Treasury } from "../treasury.ts";
import { containerRoutes } from "../container/routes.ts";
import { dossierRoutes } from "../dossiers/routes.ts";
import { eventRoutes } from "../events/routes.ts";
import { procedureRoutes } from "../procedures/routes.ts";
import { sessionRoutes } from "../session/routes.ts";
import { signingRoutes } from "../signing/routes.ts";
import { contractRoutes } from "./contract-routes.ts";
import type { HttpServer } from "./server.ts";

/** Every route that the OpenAPI document describes. */
export function describedRoutes(app: HttpServer, treasury: Treasury): void {
  for (const routes of [contractRoutes, sessionRoutes, procedureRoutes, dossierRoutes, signingRoutes, containerRoutes, eventRoutes])
    routes(app, treasury);
}
