import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../database/connection.ts";
import type { Clock, Limits } from "../configuration.ts";
import type { People, Person } from "../registry/people.ts";

export interface Sessions {
  /** Starts a session; gives the cookie's value, which is kept nowhere else. */
  start(subject: string, claimedRoles: readonly string[] | null): Promise<string>;
  /** Null: unknown, idle too long, too old, or the person has no role any more. */
  find(token: string): Promise<Person | null>;
  /** The same without counting as use: a page that only listens does not keep its session alive. */
  peek(token: string): Promise<Person | null>;
  /** How long it lasts if nobody does anything; null where there is none. Does not count as use either. */
  remaining(token: string): Promise<SessionRemains | null>;
  end(token: string): Promise<void>;
}

export interface SessionRemains {
  /** Whole seconds, rounded down: the browser's clock may be wrong, so no moment is told. */
  readonly seconds: number;
  /** Whether using it makes it last longer: false in its last stretch before the end that is set at its start. */
  readonly extendable: boolean;
}

/** SHA-256, hex: what the tables keep of a secret. */
export function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A session's last use is written down at most this often (milliseconds). */
const touchEvery = 60_000;

export function createSessions(database: Database, people: People, clock: Clock, limits: Limits): Sessions {
  const read = async (token: string, touch: boolean): Promise<Person | null> => {
    const id = digest(token);
    const row = await database.selectFrom("session").selectAll().where("token", "=", id).executeTakeFirst();
    if (row === undefined) return null;
    const now = clock.now().getTime();
    const ended = now - row.seen_at.getTime() > limits.sessionIdle || now - row.created_at.getTime() > limits.sessionAbsolute;
    if (ended) {
      await database.deleteFrom("session").where("token", "=", id).execute();
      return null;
    }
    if (touch && now - row.seen_at.getTime() > touchEvery) {
      await database
        .updateTable("session")
        .set({ seen_at: new Date(now).toISOString() })
        .where("token", "=", id)
        .execute();
    }
    return people.find(row.subject, row.claimed_roles);
  };
  return {
    start: async (subject, claimedRoles) => {
      const token = newSecret();
      const now = clock.now().toISOString();
      await database
        .insertInto("session")
        .values({ token: digest(token), subject, claimed_roles: JSON.stringify(claimedRoles), created_at: now, seen_at: now })
        .execute();
      return token;
    },
    find: (token) => read(token, true),
    peek: (token) => read(token, false),
    remaining: async (token) => {
      if ((await read(token, false)) === null) return null;
      const row = await database
        .selectFrom("session")
        .select(["seen_at", "created_at"])
        .where("token", "=", digest(token))
        .executeTakeFirst();
      if (row === undefined) return null;
      const idle = row.seen_at.getTime() + limits.sessionIdle;
      const last = row.created_at.getTime() + limits.sessionAbsolute;
      const milliseconds = Math.min(idle, last) - clock.now().getTime();
      return { seconds: Math.max(0, Math.floor(milliseconds / 1_000)), extendable: idle < last };
    },
    end: async (token) => {
      await database.deleteFrom("session").where("token", "=", digest(token)).execute();
    },
  };
}
