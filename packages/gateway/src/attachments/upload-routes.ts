import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { EVENTS, Server } from "@tus/server";
import type { Locker } from "@tus/server";
import { FiscError } from "@fisc/core";
import type { HttpServer } from "../http/server.ts";
import { problem, statusOf } from "../http/problem.ts";
import { requirePerson } from "../http/server.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { fileName } from "./uploads.ts";

type TusOptions = ConstructorParameters<typeof Server>[0];
type TusRequest = Parameters<NonNullable<TusOptions["onIncomingRequest"]>>[0];

/**
 * tus 1.0.0 (resumable uploads) at `/uploads`. Metadata: `filename`, `filetype`, `sha256`. An upload belongs to the person who began it;
 * to all others it does not exist.
 */
export function uploadRoutes(app: HttpServer, treasury: Treasury, locker: Locker): void {
  const owners = new WeakMap<IncomingMessage, Person>();
  const ownerOf = (request: TusRequest): Person => {
    const raw = request.runtime?.node?.req;
    const owner = raw === undefined ? undefined : owners.get(raw as IncomingMessage);
    if (owner === undefined) throw refusal(new FiscError("session.none"));
    return owner;
  };
  const { uploads } = treasury;
  const slots = treasury.profile.procedures.flatMap((procedure) => procedure.attachments);
  const mediaTypes = new Set(slots.flatMap((slot) => slot.mediaTypes));

  const tus = new Server({
    path: "/uploads",
    datastore: uploads.files,
    locker,
    maxSize: Math.max(0, ...slots.map((slot) => slot.maxBytes)),
    allowedOrigins: [...treasury.portalOrigins],
    allowedCredentials: true,
    namingFunction: () => randomUUID(),
    generateUrl: (_request, { id }) => `${treasury.publicUrl}/uploads/${id}`,
    onIncomingRequest: async (request, id) => {
      const owner = ownerOf(request);
      if (request.method !== "POST" && !(await uploads.owns(id, owner.subject))) throw refusal(new FiscError("not-found"));
    },
    onUploadCreate: async (request, upload) => {
      const { filename, filetype, sha256 } = upload.metadata ?? {};
      if (upload.size === undefined || upload.size === 0 || !/^[0-9a-f]{64}$/u.test(sha256 ?? ""))
        throw refusal(new FiscError("upload.metadata"));
      if (!mediaTypes.has(filetype ?? "")) throw refusal(new FiscError("upload.not-allowed-here", { mediaType: filetype ?? "" }));
      await checked(async () =>
        uploads.begin({
          id: upload.id,
          owner: ownerOf(request).subject,
          belongsTo: ownerOf(request).belongsTo,
          name: fileName(filename ?? ""),
          mediaType: filetype ?? "",
          sha256: sha256 ?? "",
          size: upload.size ?? 0,
        }),
      );
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      await checked(() => uploads.finish(upload.id));
      return {};
    },
    onResponseError: (_request, error) => plain(error, (fault) => app.log.error({ err: fault }, "upload failed")),
  });
  // tus removes the file alone; whoever gives an upload up gets its share back
  tus.on(EVENTS.POST_TERMINATE, (_request, _response, id) => {
    uploads.forget(id).catch((error: unknown) => app.log.error({ err: error }, "upload not forgotten"));
  });

  // tus reads the body itself, as it comes.
  app.addContentTypeParser("application/offset+octet-stream", (_request, _payload, done) => done(null));
  for (const [url, method] of [
    ["/uploads", ["POST"]],
    ["/uploads/:id", ["HEAD", "PATCH", "DELETE"]],
  ] as const) {
    app.route({
      method: [...method],
      url,
      schema: { hide: true },
      handler: async (request, reply) => {
        const person = requirePerson(request);
        if (person.side !== "unit") throw new FiscError("forbidden");
        owners.set(request.raw, person);
        for (const [name, value] of Object.entries(reply.getHeaders()))
          if (value !== undefined && !name.startsWith("access-control-")) reply.raw.setHeader(name, value);
        reply.hijack();
        await tus.handle(request.raw, reply.raw).catch((error: unknown) => {
          request.log.error({ err: error }, "upload broke off");
          reply.raw.destroy();
        });
      },
    });
  }
}

/** What tus sends as an answer: our problem+json as text. */
function refusal(error: FiscError): { readonly status_code: number; readonly body: string } {
  return { status_code: statusOf(error.code), body: JSON.stringify(problem(error)) };
}

/** What tus and its store refuse by themselves, in our codes. */
const codeByStatus: Readonly<Record<number, string>> = {
  403: "forbidden",
  404: "not-found",
  409: "upload.offset",
  410: "not-found",
  413: "upload.too-large",
  423: "server.busy",
};

/** No answer says more than a code: messages of faults (paths, statements) go to the log. */
function plain(error: object, fault: (error: object) => void): { readonly status_code: number; readonly body: string } {
  const { status_code = 500, body = "" } = error as { readonly status_code?: number; readonly body?: string };
  if (body.startsWith("{")) return { status_code, body };
  if (status_code >= 500) fault(error);
  const code = codeByStatus[status_code] ?? (status_code >= 500 ? "server" : "request.invalid");
  return { status_code, body: JSON.stringify(problem(new FiscError(code), status_code)) };
}

async function checked(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FiscError) throw refusal(error);
    throw error;
  }
}
