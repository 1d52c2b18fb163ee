import type { ServerResponse } from "node:http";
import { forUnit } from "@fisc/core/workflow";
import type { Person } from "../registry/people.ts";
import { unitRolesOf } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { eventsAfter } from "./log.ts";
import type { RoutedEvent } from "./log.ts";

const page = 200;
/** Bytes that a client may leave unread of what comes live before it is cut off; it comes back with its last id. */
const mostUnread = 4 * 1024 * 1024;
/** New events that may wait for a client that still reads the log. */
const mostFresh = 10_000;

/**
 * Server-sent events of every dossier that the person may see, from `after` on: first what the log has, then what comes.
 * Each event once, in cursor order. Ends when the session ends, the client leaves, or `signal` aborts.
 */
export async function streamEvents(
  treasury: Treasury,
  options: {
    readonly person: Person;
    readonly token: string;
    readonly after: number;
    readonly response: ServerResponse;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { person, response } = options;
  if (response.destroyed) return;
  const unitRoles = unitRolesOf(treasury.profile);
  let sent = options.after;
  const fresh: RoutedEvent[] = [];
  let live = false;
  const send = ({ event: whole, pin }: RoutedEvent): void => {
    if (whole.cursor <= sent || response.writableEnded) return;
    sent = whole.cursor;
    const event = person.side === "unit" ? forUnit(treasury.publications.published(pin), whole, unitRoles) : whole;
    response.write(`id: ${event.cursor}\nevent: dossier\ndata: ${JSON.stringify(event)}\n\n`);
    if (live && response.writableLength > mostUnread) response.destroy();
  };
  const mine = (routed: RoutedEvent): boolean => (person.side === "unit" ? routed.unit : routed.office) === person.belongsTo;
  // Listening starts before the log is read: what is committed in between comes twice and is sent once.
  const unsubscribe = treasury.events.subscribe((routed) => {
    if (!mine(routed)) return;
    if (live) send(routed);
    else if (fresh.push(routed) > mostFresh) response.destroy();
  });
  const heartbeat = setInterval(() => {
    // a client that reads nothing cannot be ended politely: the second time its line is cut
    if (response.writableEnded) response.destroy();
    if (response.destroyed) return;
    response.write(": alive\n\n");
    void treasury.sessions.peek(options.token).then(
      (now) => (now === null || now.belongsTo !== person.belongsTo ? response.end() : undefined),
      () => undefined,
    );
  }, treasury.limits.heartbeat);
  const end = (): void => void response.end();
  options.signal.addEventListener("abort", end, { once: true });
  const finished = new Promise<void>((resolve) => response.once("close", resolve));
  try {
    for (;;) {
      const events = await eventsAfter(treasury.connection.database, sent, page, person);
      for (const routed of events) send(routed);
      // the log is read no faster than the client reads
      if (response.writableNeedDrain) await Promise.race([new Promise((resolve) => response.once("drain", resolve)), finished]);
      if (events.length < page || response.destroyed) break;
    }
    for (const routed of fresh) send(routed);
    live = true;
    if (!response.destroyed) await finished;
  } catch {
    // The client reconnects with its last id and misses nothing.
    response.destroy();
  } finally {
    unsubscribe();
    clearInterval(heartbeat);
    options.signal.removeEventListener("abort", end);
  }
}
