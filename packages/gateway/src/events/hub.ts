import pg from "pg";
import type { Database } from "../database/connection.ts";
import { types } from "../database/connection.ts";
import { eventChannel, eventsAfter, lastCursor } from "./log.ts";
import type { RoutedEvent } from "./log.ts";

/** This process's ear on the event log: reads each new event once and hands it to every open stream. */
export interface EventHub {
  subscribe(listener: (routed: RoutedEvent) => void): () => void;
  close(): Promise<void>;
}

const page = 500;
/** Milliseconds: a notification can be lost with its connection; the log is asked this often besides. */
const pollEvery = 2_000;
const reconnectAfter = 250;

export async function startEventHub(database: Database, url: string): Promise<EventHub> {
  const listeners = new Set<(routed: RoutedEvent) => void>();
  let tail = await lastCursor(database);
  let reading: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let client: pg.Client | null = null;
  let reconnect: NodeJS.Timeout | undefined;

  const read = async (): Promise<void> => {
    for (;;) {
      const events = await eventsAfter(database, tail, page);
      for (const routed of events) {
        tail = routed.event.cursor;
        for (const listener of listeners) listener(routed);
      }
      if (events.length < page) return;
    }
  };
  /** One reader at a time; a wake-up while it reads makes it look once more. */
  const wake = (): void => {
    if (closed) return;
    again = true;
    reading ??= (async () => {
      while (again && !closed) {
        again = false;
        // A failed read is made up by the next wake-up: the tail has not moved.
        await read().catch(() => undefined);
      }
      reading = null;
    })();
  };

  const listen = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, types, application_name: "fisc-gateway-events", keepAlive: true });
    const lost = (): void => {
      if (client !== next) return;
      client = null;
      void next.end().catch(() => undefined);
      if (!closed) reconnect = setTimeout(() => void listen().catch(() => undefined), reconnectAfter);
    };
    client = next;
    next.on("error", lost);
    next.on("end", lost);
    next.on("notification", wake);
    try {
      await next.connect();
      await next.query(`listen ${eventChannel}`);
      wake();
    } catch {
      lost();
    }
  };
  await listen();
  const poll = setInterval(wake, pollEvery);
  poll.unref();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      clearInterval(poll);
      clearTimeout(reconnect);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
      await reading;
    },
  };
}
