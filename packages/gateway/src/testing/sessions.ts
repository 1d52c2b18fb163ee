import { connect } from "../database/connection.ts";
import { defaultLimits } from "../configuration.ts";
import type { Clock } from "../configuration.ts";
import { createSessions } from "../session/sessions.ts";

/** A session without the identity provider, for tests: gives the value of the cookie `fisc_session`. */
export async function startTestSession(databaseUrl: string, subject: string, clock: Clock): Promise<string> {
  const connection = connect(databaseUrl, 1);
  const nobody = {
    find: () => Promise.resolve(null),
    unit: () => Promise.resolve(null),
    officeName: () => Promise.resolve(null),
    facts: () => Promise.resolve({}),
  };
  try {
    return await createSessions(connection.database, nobody, clock, defaultLimits).start(subject, null);
  } finally {
    await connection.close();
  }
}
