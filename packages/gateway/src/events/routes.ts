import Type from "typebox";
import { FiscError } from "@fisc/core";
import { requirePerson } from "../http/server.ts";
import type { HttpServer } from "../http/server.ts";
import { problems } from "../http/references.ts";
import type { Treasury } from "../treasury.ts";
import { lastCursor } from "./log.ts";
import { streamEvents } from "./stream.ts";

/** Streams that one process keeps open for one person: a few portals, a few tabs. */
const mostStreams = 20;

export function eventRoutes(app: HttpServer, treasury: Treasury): void {
  const open = new Map<string, number>();
  app.get(
    "/events",
    {
      schema: {
        operationId: "events",
        tags: ["events"],
        description:
          "Server-sent events `dossier` (a DossierEvent) of every dossier that the person may see; `id` is the cursor. " +
          "Goes on after `Last-Event-ID`, or `after`; without either, with what comes from now on.",
        querystring: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }, { additionalProperties: false }),
        response: { 200: Type.Unsafe<unknown>({ type: "string", contentMediaType: "text/event-stream" }), ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request);
      const id = request.headers["last-event-id"];
      const after =
        typeof id === "string" && /^\d{1,15}$/u.test(id)
          ? Number(id)
          : (request.query.after ?? (await lastCursor(treasury.connection.database)));
      const streams = (open.get(person.subject) ?? 0) + 1;
      if (streams > mostStreams) throw new FiscError("rate-limited", { seconds: 30 });
      open.set(person.subject, streams);
      reply.hijack();
      const { raw } = reply;
      raw.on("error", () => undefined); // a line that breaks is the client's affair: it comes back with its last id
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
      raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" });
      raw.write(`retry: 1000\nid: ${after}\n\n`);
      try {
        await streamEvents(treasury, { person, token: request.sessionToken ?? "", after, response: raw, signal: treasury.closing });
      } finally {
        open.set(person.subject, (open.get(person.subject) ?? 1) - 1);
      }
    },
  );
}
