import { defaultLimits, systemClock } from "../configuration.ts";
import type { Treasury } from "../treasury.ts";
import { describedRoutes } from "./contract.ts";
import { createHttpServer } from "./server.ts";

/** The OpenAPI document without a running gateway: routes are described when they are declared, and none is called here. */
export async function contractDocument(): Promise<object> {
  const declared = {
    profile: { procedures: [] },
    clock: systemClock,
    limits: defaultLimits,
    publicUrl: "https://treasury.example",
    portalOrigins: new Set<string>(),
    sessionCookie: "fisc_session",
  } as unknown as Treasury;
  const app = await createHttpServer(declared, false);
  describedRoutes(app, declared);
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
